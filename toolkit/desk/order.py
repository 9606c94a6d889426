"""Whatever a page draws reaches the browser and whatever is pressed is carried out, also in a full hall.

Streamlit 1.67 loses drawings when a fragment's timer asks for its next run before the loop has sent what was drawn:
a run that has just ended is let go with its last messages, and parts that wait to be sent are thrown away. The page
then stands still, or the button behind the clock is missing. It also breaks off the callback of a button when the
next request comes, at the callback's first look into the session: what was pressed is then never carried out.
There is no public door for this.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps

from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.scriptrunner import ScriptRunner, get_script_run_ctx
from streamlit.runtime.scriptrunner_utils.script_requests import ScriptRequestType

from toolkit.desk.returning import draw_before_a_press
from toolkit.desk.turns import take_turns

UNDISTURBED = ContextVar("undisturbed", default=False)
SOON = 0.01  # seconds; the run has ended, only its messages are still on their way


def keep_order() -> None:
    """Let every session of this process send what was drawn before it draws a fragment again; twice is as once."""
    if not hasattr(AppSession.request_rerun, "__wrapped__"):
        _wait_for_the_last_messages()
        _throw_nothing_away()
        _carry_out_to_the_end()
        take_turns()
        draw_before_a_press()


def _wait_for_the_last_messages() -> None:
    asked_before = AppSession.request_rerun

    @wraps(asked_before)
    def request_rerun(session: AppSession, client_state: ClientState | None) -> None:
        if client_state is None or not client_state.fragment_id or not _on_its_way(session):
            asked_before(session, client_state)
        elif not client_state.is_auto_rerun:  # a timer asks again by itself, a person does not
            session._event_loop.call_later(SOON, session.request_rerun, client_state)

    AppSession.request_rerun = request_rerun  # type: ignore[method-assign, assignment]


def _throw_nothing_away() -> None:
    cleared_before = AppSession._clear_queue

    @wraps(cleared_before)
    def clear_queue(session: AppSession, fragment_ids_this_run: Sequence[str] | None = None) -> None:
        # A fragment's run has no right to what others, or the whole page, have drawn: "of no fragment" keeps it all.
        cleared_before(session, [] if fragment_ids_this_run else None)

    AppSession._clear_queue = clear_queue  # type: ignore[method-assign, assignment]


def _carry_out_to_the_end() -> None:
    heeded_before = ScriptRunner._maybe_handle_execution_control_request

    @wraps(heeded_before)
    def heed(runner: ScriptRunner) -> None:
        context = get_script_run_ctx(suppress_warning=True)
        if context is None or (context.has_script_started and not UNDISTURBED.get()):  # callbacks come before it starts
            heeded_before(runner)

    ScriptRunner._maybe_handle_execution_control_request = heed  # type: ignore[method-assign, assignment]


@contextmanager
def to_the_end() -> Iterator[None]:
    """Carry out what a page does in its own run, not in a callback, without being broken off by the next request."""
    before = UNDISTURBED.set(True)
    try:
        yield
    finally:
        UNDISTURBED.reset(before)


def _on_its_way(session: AppSession) -> bool:
    """Whether a run has ended, but its last messages have not been handed on."""
    runner = session._scriptrunner
    return runner is not None and runner._requests._state is ScriptRequestType.STOP
