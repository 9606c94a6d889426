"""Needs on the left, what could serve them on the right, lines between: a person confirms or declines each link."""

from typing import Any

import streamlit as st

from toolkit.acts import harvesting
from toolkit.desk.component import Component, registered, standing
from toolkit.desk.frame import Desk
from toolkit.desk.gestures import Act, Gesture
from toolkit.desk.matching_picture import picture_of
from toolkit.desk.matching_reading import Reading
from toolkit.desk.matching_words import matching_words
from toolkit.store.workshops import Situation


def two_sides(desk: Desk, where: Situation) -> None:
    """The two sides of a workshop. Opening the page suggests anew."""
    st.session_state["matches reading"] = Reading()
    standing(MATCHES, desk, where.workshop.id)


def _picture(desk: Desk, workshop_id: int) -> dict[str, Any]:
    reading: Reading = st.session_state["matches reading"]
    return picture_of(desk.words, reading.shown(desk, workshop_id))


def act_of(gesture: Gesture) -> Act | None:
    """The act that a gesture means, with what it takes after the workshop; None when it cannot be read."""
    match gesture:
        case {"gesture": "confirm", "need": int(need), "offer": int(offer)}:
            return harvesting.confirm_match, (need, offer), {}
        case {"gesture": "decline", "need": int(need), "offer": int(offer)}:
            return harvesting.decline_match, (need, offer), {}
        case {"gesture": "undo"}:
            return harvesting.undo_last, (), {}
    return None


MATCHES = Component("matches", registered("matches"), _picture, matching_words, act_of)
