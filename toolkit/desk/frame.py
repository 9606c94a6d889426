"""What every staff page begins with: who is signed in, in which language, at which workshop."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Concatenate, ParamSpec, TypeVar

import streamlit as st

from carousel.refusal import Refusal
from toolkit.acts import entering
from toolkit.acts.codes import fingerprint
from toolkit.acts.trail import carried
from toolkit.desk.cookies import LANGUAGE, staff_cookie
from toolkit.desk.mending import dress
from toolkit.i18n import ZONE, Translator, languages, preferred, say, translator
from toolkit.settings import Settings, settings
from toolkit.store import Store, Transaction, opened
from toolkit.store.programme import Community, Summary, communities, workshops
from toolkit.store.workshops import Situation, situation

P = ParamSpec("P")
T = TypeVar("T")
FAILED = "Something went wrong. Nothing that was received is lost. Please try again."


@dataclass(frozen=True, slots=True)
class AtPress:
    """An argument of an act: what stands in the widget with this key when the button is pressed. What the button was
    drawn with would be the words before the last ones that were typed."""

    key: str


@dataclass(frozen=True, slots=True)
class Desk:
    """The staff member's place: the store behind it, the words in front of it."""

    store: Store
    settings: Settings
    staff: entering.Session
    words: Translator

    @property
    def now(self) -> datetime:
        """The moment of this run, in UTC."""
        return datetime.now(UTC)

    @property
    def today(self) -> date:
        """The day of this run in local time; between midnight and two o'clock UTC has another one."""
        return self.now.astimezone(ZONE).date()

    @property
    def address(self) -> str:
        """What residents type, without a trailing slash: as set up, else as this browser reached us."""
        return self.settings.address or str(st.context.url or "").split("?")[0].rsplit("/", 1)[0] or "http://localhost"

    def situation(self) -> Situation:
        """Where the chosen workshop stands; without one, the page says so and ends."""
        code = chosen(self.workshops())
        if code is None:
            st.info(self.words("There is no workshop yet. Prepare the first one."))
            st.stop()
        return self.store.read(situation, code)

    @property
    def session(self) -> str:
        """The hash under which the store knows this session."""
        return fingerprint("session", str(st.session_state.get("staff_token", "")))

    def workshops(self) -> tuple[Summary, ...]:
        """The workshops of the programme in hand, the newest first."""
        return self.ask(workshops, self.staff.programme)

    def communities(self) -> tuple[Community, ...]:
        """The communities of the programme in hand, by name."""
        return self.ask(communities, self.staff.programme)

    def for_mentors(self) -> None:
        """Only a mentor goes on; a facilitator reads why not, and the page ends."""
        if not self.staff.may("mentor"):
            st.info(self.words("This page is for mentors. Please ask the mentor of your programme."))
            st.stop()

    def button(self, label: str, act: Callable[..., Any], *args: Any, **named: Any) -> None:
        """A button that carries out an act before the page is drawn again; `look_…` names go to the button."""
        look = {key[5:]: named.pop(key) for key in list(named) if key.startswith("look_")}
        st.button(label, on_click=carry_out, args=(act, args, named), **look)

    def ask(self, query: Callable[Concatenate[Transaction, P], T], *args: P.args, **named: P.kwargs) -> T:
        """Read from the store."""
        return self.store.read(query, *args, **named)


def desk_here() -> Desk:
    """The desk of the staff member whose cookie this is; anyone else is sent to the sign-in page."""
    own = settings()
    store = opened(own)
    language = chosen_language()
    token = st.session_state.get("staff_token") or _cookie(staff_cookie(own.https))
    staff = store.read(entering.who, token, datetime.now(UTC)) if token else None
    words = translator(language)
    if staff is None:
        st.warning(words("You are signed out."))
        st.link_button(words("Sign in"), "/sign-in")
        st.stop()
    st.session_state["staff_token"] = token
    st.html(dress(words), unsafe_allow_javascript=True)
    _tell(words)
    return Desk(store, own, staff, words)


def carry_out(act: Callable[..., Any], args: tuple[Any, ...], named: dict[str, Any]) -> Any:
    """Carry out an act as a button's callback; what is refused is told on the next drawing."""
    own = settings()
    store, language = opened(own), chosen_language()
    done = named.pop("done", "")
    args, named = tuple(map(_typed, args)), {name: _typed(one) for name, one in named.items()}
    token = st.session_state.get("staff_token", "")
    try:
        result = store.write(carried, token, act, args, named, datetime.now(UTC))
    except Refusal as refusal:
        st.session_state["told"] = ("refused", say(refusal, language))
        return None
    if done:
        st.session_state["told"] = ("done", done)
    return result


def _typed(one: Any) -> Any:
    return st.session_state[one.key] if isinstance(one, AtPress) else one


def chosen(offered: tuple[Summary, ...]) -> str | None:
    """The code of the workshop in hand: chosen here, in the address, else the newest."""
    codes = [summary.workshop.code for summary in offered]
    wanted = st.session_state.get("workshop") or st.query_params.get("workshop")
    code = wanted if wanted in codes else next(iter(codes), None)
    if code is not None:
        st.session_state["workshop"] = code
    return code


def chosen_language() -> str:
    """The language of this desk: chosen here, in the address, at sign-in, else the browser's."""
    for wanted in (st.session_state.get("language"), st.query_params.get("language"), _cookie(LANGUAGE)):
        if wanted in languages():
            return str(wanted)
    return preferred(_header("Accept-Language"))


def excuse(problem: Exception) -> bool:
    """What a page says when it fails: a calm sentence, never a traceback."""
    logging.getLogger("vrtiljak").error("a staff page failed", exc_info=problem)
    words = translator(chosen_language())
    st.error(words(problem.sentence, **problem.data) if isinstance(problem, Refusal) else words(FAILED))
    return True


def _tell(words: Translator) -> None:
    kind, sentence = st.session_state.pop("told", ("", ""))
    if kind == "refused":
        st.warning(sentence)
    elif kind == "done":
        st.toast(sentence)


def _cookie(name: str) -> str:
    try:
        return st.context.cookies.get(name, "")
    except RuntimeError:  # no server around this script, as in a test
        return ""


def _header(name: str) -> str:
    try:
        return st.context.headers.get(name, "") or ""
    except RuntimeError:
        return ""
