"""What is pressed on a page that stayed open while the program was started again is carried out.

Streamlit 1.67 answers such a page from a new session that has drawn nothing: it knows neither the button nor the part
of the page that was pressed, and lets the press go without a word. There is no public door.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Callable
from functools import wraps
from weakref import WeakKeyDictionary, WeakSet

from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.runtime.app_session import AppSession

LONGEST = 60  # seconds until a press no longer waits for its page


def draw_before_a_press() -> None:
    """Let every session of this process draw a page that somebody returns to before it hears what was pressed there;
    to be called once."""
    returning = Returning(AppSession.request_rerun)

    @wraps(returning.asked_before)
    def request_rerun(session: AppSession, client_state: ClientState | None) -> None:
        returning.ask(session, client_state)

    AppSession.request_rerun = request_rerun  # type: ignore[method-assign, assignment]


class Returning:
    """The sessions of this process, and among them those whose page is drawn for the first time for somebody who has
    it open already, each with what waits for that."""

    def __init__(self, asked_before: Callable[[AppSession, ClientState | None], None]) -> None:
        self.asked_before = asked_before
        self.known, self.tasks = WeakSet[AppSession](), set[asyncio.Task[None]]()
        self.drawing = WeakKeyDictionary[AppSession, deque[ClientState]]()

    def ask(self, session: AppSession, client_state: ClientState | None) -> None:
        """What a browser asks of its session; a press waits until its page is drawn, and what comes after it too."""
        first = session not in self.known
        self.known.add(session)
        if client_state is not None and first and _was_drawn(session, client_state):
            self.drawing[session] = deque()
            session.track_settling()
            self.asked_before(session, _without_the_press(client_state))
            if _is_a_press(client_state):
                self._wait(session, client_state)
        elif client_state is None or not self._must_wait(session, client_state):
            self.asked_before(session, client_state)
        else:
            self._wait(session, client_state)

    def _must_wait(self, session: AppSession, client_state: ClientState) -> bool:
        if session not in self.drawing or client_state.is_auto_rerun:
            return False
        return bool(self.drawing[session]) or _is_a_press(client_state)

    def _wait(self, session: AppSession, client_state: ClientState) -> None:
        waiting = self.drawing[session]
        waiting.append(client_state)
        if len(waiting) == 1:
            task = session._event_loop.create_task(self._once_it_is_drawn(session, waiting))
            self.tasks.add(task)  # a task that nobody holds may be lost
            task.add_done_callback(self.tasks.discard)

    async def _once_it_is_drawn(self, session: AppSession, waiting: deque[ClientState]) -> None:
        while waiting:
            try:
                async with asyncio.timeout(LONGEST):
                    await session.wait_until_settled()
            except TimeoutError:
                logging.getLogger("vrtiljak").warning("a press was heard although its page was not drawn yet")
            waiting[0].ClearField("cached_message_hashes")  # they are those of before the drawing
            self.asked_before(session, waiting.popleft())
        del self.drawing[session]


def _was_drawn(session: AppSession, client_state: ClientState) -> bool:
    """Whether this first request comes from a page that another session has drawn: it names what is on it."""
    part = client_state.fragment_id
    return not session.has_fragment(part) if part else bool(client_state.widget_states.widgets)


def _is_a_press(client_state: ClientState) -> bool:
    """Whether a person pressed something, and no clock asked."""
    in_a_part = client_state.fragment_id and not client_state.is_auto_rerun
    return bool(in_a_part) or any(map(_pressed, client_state.widget_states.widgets))


def _pressed(widget: WidgetState) -> bool:
    """Whether a widget's value holds for one drawing only."""
    return str(widget.WhichOneof("value")).endswith("trigger_value")


def _without_the_press(client_state: ClientState) -> ClientState:
    """The whole page with the same words in its fields, and no button pressed."""
    drawn = ClientState()
    drawn.CopyFrom(client_state)
    drawn.fragment_id, drawn.is_auto_rerun = "", False
    del drawn.widget_states.widgets[:]
    drawn.widget_states.widgets.extend(one for one in client_state.widget_states.widgets if not _pressed(one))
    return drawn
