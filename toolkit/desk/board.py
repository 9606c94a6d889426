"""The harvest as a board: columns are themes, cards are clusters; every gesture is carried out once, in order."""

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from toolkit.content.look import look
from toolkit.desk.board_gestures import carry_out_all
from toolkit.desk.board_picture import picture_of
from toolkit.desk.board_reading import Reading
from toolkit.desk.board_words import board_words, gesture_name
from toolkit.desk.frame import Desk
from toolkit.desk.gestures import Outcome
from toolkit.store.log import last_gesture

STATIC = Path(__file__).with_name("static") / "board"
SCRIPTS = ("state", "make", "card", "columns", "strip", "choice", "drag", "keys", "bar", "board")
EVERY = 15.0  # seconds: notes that arrive late stand on the board without anybody asking


@cache
def script() -> str:
    """The board's script: one module of several files, so that nothing has to be fetched."""
    return "\n".join((STATIC / f"{name}.js").read_text("utf-8") for name in SCRIPTS)


@cache
def rules() -> str:
    """The board's style with the colours of data/look.yaml, light and dark."""
    tones = ((".board", look().light), (".board.dark", look().dark))
    colours = (f"{where}{{{';'.join(f'--{name}:{value}' for name, value in tone.items())}}}" for where, tone in tones)
    return "".join(colours) + (STATIC / "board.css").read_text("utf-8")


show = st.components.v2.component("harvest board", html="<div class='board'></div>", css=rules(), js=script())


def board(desk: Desk, workshop_id: int) -> None:
    """The board of a workshop. Opening it suggests anew, with everything that people corrected until now."""
    earlier: Reading = st.session_state.get("board reading", Reading())
    st.session_state["board reading"] = Reading(groups=earlier.groups)
    _standing(desk, workshop_id)


@st.fragment(run_every=EVERY)
def _standing(desk: Desk, workshop_id: int) -> None:
    """What is done on the board redraws the board alone."""
    key = f"board {workshop_id}"
    show(key=key, data=_data(desk, workshop_id), on_gestures_change=lambda: _gestures(key, workshop_id))


def _gestures(key: str, workshop_id: int) -> None:
    sent = st.session_state[key].get("gestures")
    if isinstance(sent, dict):
        st.session_state["board outcome"] = carry_out_all(workshop_id, sent)


def _data(desk: Desk, workshop_id: int) -> dict[str, Any]:
    words, last = desk.words, desk.ask(last_gesture, workshop_id)
    reading: Reading = st.session_state["board reading"]
    outcome = st.session_state.get("board outcome", Outcome())
    return picture_of(words, *desk.ask(reading.shown, workshop_id)) | {
        "workshop": workshop_id,
        "language": words.language,
        "words": board_words(words),
        "undo": gesture_name(words, last.what) if last else "",
        "done": {outcome.client: outcome.last},
        "told": {"id": outcome.last, "text": outcome.refused},
    }
