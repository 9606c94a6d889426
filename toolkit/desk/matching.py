"""Needs on the left, what could serve them on the right, lines between: a person confirms or declines each link."""

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from toolkit.acts import harvesting
from toolkit.content.look import look
from toolkit.desk.board_words import gesture_name
from toolkit.desk.frame import Desk
from toolkit.desk.gestures import Act, Gesture, Outcome, carry_out_all
from toolkit.desk.matching_picture import picture_of
from toolkit.desk.matching_reading import Reading
from toolkit.desk.matching_words import matching_words
from toolkit.store.log import last_gesture
from toolkit.store.workshops import Situation

STATIC = Path(__file__).with_name("static")
SCRIPTS = ("board/make", "matches/sides", "matches/lines", "matches/keys", "matches/bar", "matches/matches")
EVERY = 15.0  # seconds: offers that arrive late stand on the right without anybody asking


@cache
def script() -> str:
    """The page's script: one module of several files, so that nothing has to be fetched."""
    return "\n".join((STATIC / f"{name}.js").read_text("utf-8") for name in SCRIPTS)


@cache
def rules() -> str:
    """Its style with the colours of data/look.yaml, light and dark."""
    tones = ((".matches", look().light), (".matches.dark", look().dark))
    colours = (f"{where}{{{';'.join(f'--{name}:{value}' for name, value in tone.items())}}}" for where, tone in tones)
    return "".join(colours) + (STATIC / "matches" / "matches.css").read_text("utf-8")


show = st.components.v2.component("matches", html="<div class='matches'></div>", css=rules(), js=script())


def two_sides(desk: Desk, where: Situation) -> None:
    """The two sides of a workshop. Opening the page suggests anew."""
    st.session_state["matches reading"] = Reading()
    _standing(desk, where.workshop.id)


@st.fragment(run_every=EVERY)
def _standing(desk: Desk, workshop_id: int) -> None:
    """A confirmed or declined link redraws the two sides alone."""
    key = f"matches {workshop_id}"
    show(key=key, data=_data(desk, workshop_id), on_gestures_change=lambda: _gestures(key, workshop_id))


def _gestures(key: str, workshop_id: int) -> None:
    sent = st.session_state[key].get("gestures")
    if isinstance(sent, dict):
        st.session_state["matches outcome"] = carry_out_all(workshop_id, sent, act_of)


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


def _data(desk: Desk, workshop_id: int) -> dict[str, Any]:
    words, last = desk.words, desk.ask(last_gesture, workshop_id)
    reading: Reading = st.session_state["matches reading"]
    outcome = st.session_state.get("matches outcome", Outcome())
    return picture_of(words, reading.shown(desk, workshop_id)) | {
        "workshop": workshop_id,
        "language": words.language,
        "words": matching_words(words),
        "undo": gesture_name(words, last.what) if last else "",
        "done": {outcome.client: outcome.last},
        "told": {"id": outcome.last, "text": outcome.refused},
    }
