"""A page of gestures in the browser: its folder's files, the picture it is given, and the gestures that come back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from toolkit.content.look import look
from toolkit.desk.board_words import gesture_name
from toolkit.desk.frame import Desk
from toolkit.desk.gestures import Act, Gesture, Outcome, carry_out_all
from toolkit.i18n import Translator
from toolkit.store.log import last_gesture

STATIC = Path(__file__).with_name("static")
EVERY = 15.0  # seconds: notes that arrive late stand there without anybody asking


def registered(folder: str) -> ComponentRenderer:
    """The component of a folder in static/, one module and one style, so that nothing has to be fetched."""
    html = f"<div class='page {folder}'></div>"
    rules = _colours() + _joined(folder, "css")
    return st.components.v2.component(folder, html=html, css=rules, js=_joined(folder, "js"))


def _joined(folder: str, ending: str) -> str:
    """The files of this ending, those that all pages share in front of the folder's own."""
    files = (path for place in ("shared", folder) for path in sorted((STATIC / place).glob(f"*.{ending}")))
    return "\n".join(path.read_text("utf-8") for path in files)


def _colours() -> str:
    """The colours of data/look.yaml, light and dark."""
    tones = ((".page", look().light), (".page.dark", look().dark))
    return "".join(f"{where}{{{_named(tone)}}}" for where, tone in tones)


def _named(tone: Mapping[str, str]) -> str:
    return ";".join(f"--{name}:{value}" for name, value in tone.items())


@dataclass(frozen=True, slots=True)
class Component:
    """What a page of gestures shows and hears: a picture, the words around it, and what each gesture means."""

    name: str
    show: ComponentRenderer
    picture: Callable[[Desk, int], dict[str, Any]]
    words: Callable[[Translator], dict[str, str]]
    act_of: Callable[[Gesture], Act | None]

    @property
    def outcome(self) -> str:
        """Where the session keeps what became of the last gestures."""
        return f"{self.name} outcome"


@st.fragment(run_every=EVERY)
def standing(own: Component, desk: Desk, workshop_id: int) -> None:
    """What is done on the page redraws the page alone."""
    key = f"{own.name} {workshop_id}"
    own.show(key=key, data=_data(own, desk, workshop_id), on_gestures_change=lambda: _gestures(own, key, workshop_id))


def _gestures(own: Component, key: str, workshop_id: int) -> None:
    sent = st.session_state[key].get("gestures")
    if isinstance(sent, dict):
        st.session_state[own.outcome] = carry_out_all(workshop_id, sent, own.act_of)


def _data(own: Component, desk: Desk, workshop_id: int) -> dict[str, Any]:
    words, last = desk.words, desk.ask(last_gesture, workshop_id)
    outcome = st.session_state.get(own.outcome, Outcome())
    return own.picture(desk, workshop_id) | {
        "workshop": workshop_id,
        "language": words.language,
        "words": own.words(words),
        "undo": gesture_name(words, last.what) if last else "",
        "done": {outcome.client: outcome.last},
        "told": {"id": outcome.last, "text": outcome.refused},
    }
