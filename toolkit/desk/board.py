"""The harvest as a board: columns are themes, cards are clusters; every gesture is carried out once, in order."""

from typing import Any

import streamlit as st

from toolkit.desk.board_gestures import act_of
from toolkit.desk.board_picture import picture_of
from toolkit.desk.board_reading import Reading
from toolkit.desk.board_words import board_words
from toolkit.desk.component import Component, registered, standing
from toolkit.desk.frame import Desk


def board(desk: Desk, workshop_id: int) -> None:
    """The board of a workshop. Opening it suggests anew, with everything that people corrected until now."""
    earlier: Reading = st.session_state.get("board reading", Reading())
    st.session_state["board reading"] = Reading(groups=earlier.groups)
    standing(BOARD, desk, workshop_id)


def _picture(desk: Desk, workshop_id: int) -> dict[str, Any]:
    reading: Reading = st.session_state["board reading"]
    return picture_of(desk.words, *desk.ask(reading.shown, workshop_id))


BOARD = Component("board", registered("board"), _picture, board_words, act_of)
