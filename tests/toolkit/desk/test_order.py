"""What is drawn is sent and what is pressed is carried out, however late the loop is when the next request comes."""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from typing import Any

import pytest
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.app_session import AppSession, AppSessionState
from streamlit.runtime.forward_msg_queue import ForwardMsgQueue
from streamlit.runtime.fragment import MemoryFragmentStorage
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.pages_manager import PagesManager
from streamlit.runtime.scriptrunner import RerunException, ScriptRunContext, ScriptRunner, add_script_run_ctx
from streamlit.runtime.scriptrunner_utils.script_requests import RerunData, ScriptRequests
from streamlit.runtime.state import SafeSessionState, SessionState

from toolkit.desk.order import keep_order, to_the_end

CLOCK = "the clock"


class Runner:
    """As much of Streamlit's runner as a session asks for: real requests, and what was asked."""

    def __init__(self) -> None:
        self._requests, self.asked = ScriptRequests(), list[RerunData]()

    def request_rerun(self, data: RerunData) -> bool:
        self.asked.append(data)
        return self._requests.request_rerun(data)

    def request_stop(self) -> None:
        self._requests.request_stop()


class Session(AppSession):
    """A session of the desk whose page has a clock; new runners are noted, not started."""

    def __init__(self, runner: Any, loop: Any = None) -> None:
        keep_order()
        self._state, self._scriptrunner, self._event_loop = AppSessionState.APP_NOT_RUNNING, runner, loop
        self._browser_queue, self._fragment_storage = ForwardMsgQueue(), MemoryFragmentStorage()
        self._fragment_storage.register(CLOCK, lambda: None)
        self.begun: list[RerunData] = []

    def __del__(self) -> None:
        """There is nothing to shut down."""

    def _create_scriptrunner(self, data: RerunData) -> None:
        self.begun.append(data)


def ended() -> Runner:
    runner = Runner()
    runner._requests.on_scriptrunner_ready()
    return runner


def broken_off(started: bool, doing: AbstractContextManager[None]) -> bool:
    """Whether a new request breaks off a run before or after its page's script was started, in what it is doing."""
    keep_order()
    runner, context = ScriptRunner.__new__(ScriptRunner), as_in_a_page()
    runner._requests, runner._execing = ScriptRequests(), True
    runner._requests.request_rerun(RerunData())
    if started:
        context.on_script_start()

    def run() -> bool:
        runner._script_thread = threading.current_thread()
        add_script_run_ctx(ctx=context)
        try:
            with doing:
                runner._maybe_handle_execution_control_request()
        except RerunException:
            return True
        return False

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(run).result()


def as_in_a_page() -> ScriptRunContext:
    return ScriptRunContext(
        session_id="", _enqueue=lambda message: None, query_string="", user_info={}, main_script_path="",
        session_state=SafeSessionState(SessionState(), lambda: None), uploaded_file_mgr=MemoryUploadedFileManager(""),
        fragment_storage=MemoryFragmentStorage(), pages_manager=PagesManager(""),
    )  # fmt: skip


def drawn(path: list[int], fragment: str = "") -> ForwardMsg:
    message = ForwardMsg()
    message.delta.new_element.html.body, message.delta.fragment_id = f"at {path}", fragment
    message.metadata.delta_path.extend(path)
    return message


def tick(by_itself: bool = True) -> ClientState:
    return ClientState(fragment_id=CLOCK, is_auto_rerun=by_itself)


def test_a_timer_does_not_take_the_place_of_a_run_whose_messages_are_on_their_way() -> None:
    desk = Session(ended())
    desk.request_rerun(tick())
    assert desk.begun == []


def test_a_person_who_presses_in_a_fragment_at_that_moment_waits_and_is_heard() -> None:
    async def pressed() -> Any:
        desk = Session(ended(), asyncio.get_running_loop())
        desk.request_rerun(tick(by_itself=False))
        waited = list(desk.begun)
        desk._scriptrunner = None  # its last message has been handed on
        await _until(lambda: desk.begun)
        return waited, desk.begun

    waited, heard = asyncio.run(pressed())
    assert (waited, [data.fragment_id for data in heard]) == ([], [CLOCK])


def test_a_timer_runs_when_nothing_runs_and_queues_behind_what_does() -> None:
    idle, running = Session(None), Runner()
    idle.request_rerun(tick())
    Session(running).request_rerun(tick())
    assert [data.fragment_id for data in idle.begun + running.asked] == [CLOCK, CLOCK]


@pytest.mark.parametrize(
    ("started", "doing", "heeded"),
    [(False, nullcontext(), False), (True, nullcontext(), True), (True, to_the_end(), False)],
)
def test_what_was_pressed_is_carried_out_to_its_end_and_a_page_is_drawn_anew_at_once(
    started: bool, doing: AbstractContextManager[None], heeded: bool
) -> None:
    assert broken_off(started, doing) is heeded


def test_a_button_of_the_page_is_heard_at_once() -> None:
    desk = Session(ended())
    desk.request_rerun(ClientState())
    assert len(desk.begun) == 1


def test_what_waits_to_be_sent_stays_in_its_order_when_the_clock_is_drawn_again() -> None:
    desk = Session(None)
    first = [drawn([0, 0]), drawn([0, 1], CLOCK), drawn([0, 2])]
    for message in first:
        desk._browser_queue.enqueue(message)
    desk._clear_queue([CLOCK])
    desk._browser_queue.enqueue(drawn([0, 1], CLOCK))
    assert desk._browser_queue.flush() == [*first, drawn([0, 1], CLOCK)]


def test_a_new_drawing_of_the_whole_page_takes_the_place_of_the_old_one() -> None:
    desk = Session(None)
    desk._browser_queue.enqueue(drawn([0, 0]))
    desk._clear_queue()
    assert desk._browser_queue.is_empty()


async def _until(true: Callable[[], Any]) -> None:
    async with asyncio.timeout(60):
        while not true():
            await asyncio.sleep(0)
