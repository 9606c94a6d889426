"""A page that stayed open while the program was started again is drawn before what was pressed on it is heard."""

import asyncio
from typing import Any

import pytest
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.WidgetStates_pb2 import WidgetState

from tests.toolkit.desk.test_order import CLOCK, Session
from toolkit.desk.returning import Returning

FIELD, BUTTON = WidgetState(id="field", string_value="typed"), WidgetState(id="button", trigger_value=True)
LATER = WidgetState(id="field", string_value="typed later")
PART = "a part of the page that only the old session knew"


class Page(Session):
    """A session whose drawings end when they are told to."""

    def __init__(self) -> None:
        super().__init__(None, asyncio.get_running_loop())
        self._settled = asyncio.Event()

    def track_settling(self) -> None:
        """It is, from the beginning."""


def asked(*widgets: WidgetState, part: str = "", by_itself: bool = False) -> ClientState:
    found = ClientState(fragment_id=part, is_auto_rerun=by_itself)
    found.widget_states.widgets.extend(widgets)
    return found


async def heard(*asking: ClientState) -> tuple[list[Any], list[Any]]:
    """What a session hears before its page is drawn, and afterwards."""
    heard: list[ClientState | None] = []
    returning, session = Returning(lambda session, one: heard.append(one)), Page()
    for one in asking:
        returning.ask(session, one)
    await asyncio.sleep(0)
    before = list(heard)
    session._settled.set()  # type: ignore[union-attr]
    await asyncio.gather(*returning.tasks)
    return before, heard[len(before) :]


@pytest.mark.parametrize("press", [asked(FIELD, BUTTON), asked(FIELD, part=PART), asked(FIELD, BUTTON, part=PART)])
def test_a_press_waits_until_the_page_with_its_words_is_drawn(press: ClientState) -> None:
    assert asyncio.run(heard(press)) == ([asked(FIELD)], [press])


def test_a_press_that_follows_the_page_s_own_clock_waits_as_well() -> None:
    clock, press = asked(FIELD, part=PART, by_itself=True), asked(FIELD, BUTTON)
    assert asyncio.run(heard(clock, press, clock)) == ([asked(FIELD), clock], [press])


@pytest.mark.parametrize("second", [asked(FIELD, part=PART), asked(LATER)])
def test_what_comes_after_a_press_does_not_overtake_it(second: ClientState) -> None:
    first, third = asked(FIELD, BUTTON), asked(BUTTON)
    assert asyncio.run(heard(first, second, third)) == ([asked(FIELD)], [first, second, third])


@pytest.mark.parametrize("first", [asked(), asked(FIELD, part=CLOCK)])
def test_whoever_opens_a_page_or_has_it_drawn_already_is_heard_at_once(first: ClientState) -> None:
    press = asked(FIELD, BUTTON)
    assert asyncio.run(heard(first, press)) == ([first, press], [])
