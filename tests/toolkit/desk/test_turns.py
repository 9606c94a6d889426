"""Two runs of a page would share what was typed; a run that is replaced before it began would take a press with it."""

import threading
from collections.abc import Callable

from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from streamlit.runtime.scriptrunner import ScriptRunner
from streamlit.runtime.scriptrunner_utils.script_requests import RerunData, ScriptRequests, ScriptRequestType

from toolkit.desk.order import keep_order


class Run(ScriptRunner):
    """A run of a desk's page that was asked with one press and tells whose it heard."""

    def __init__(self, desk: str, press: str, does: Callable[[list[str]], object]) -> None:
        keep_order()
        self._session_id, self._does, self._script_thread, self._requests = desk, does, None, ScriptRequests()
        widgets = WidgetStates(widgets=[WidgetState(id=press, trigger_value=True)])
        self._requests.request_rerun(RerunData(widget_states=widgets))

    def _run_script_thread(self) -> None:
        request = self._requests.on_scriptrunner_ready()
        if request.type is ScriptRequestType.RERUN:
            states = request.rerun_data.widget_states
            self._does(sorted(one.id for one in states.widgets) if states else [])

    def end(self) -> None:
        """Wait until it has ended."""
        assert self._script_thread is not None
        self._script_thread.join()


def test_a_page_is_run_again_when_its_last_run_has_ended_and_others_need_not_wait() -> None:
    go, ended = threading.Event(), list[list[str]]()

    def wait_and_end(pressed: list[str]) -> None:
        go.wait(60)
        ended.append(pressed)

    first = Run("one desk", "first", wait_and_end)
    second, other = Run("one desk", "second", ended.append), Run("another desk", "other", ended.append)
    for run in (first, second, other):
        run.start()
    other.end()
    assert ended == [["other"]]
    go.set()
    second.end()
    assert ended == [["other"], ["first"], ["second"]]


def test_what_was_pressed_while_a_run_waits_goes_with_whatever_takes_its_place() -> None:
    go, heard = threading.Event(), list[list[str]]()
    runs = [Run("a desk", "look", lambda pressed: go.wait(60))]
    runs += [Run("a desk", press, heard.append) for press in ("keep", "print", "close")]
    for before, run in zip([None, *runs], runs, strict=False):
        if before is not None:
            before._requests.request_stop()
        run.start()
    go.set()
    runs[-1].end()
    assert heard == [["close", "keep", "print"]]


def test_what_a_run_has_heard_is_not_asked_again() -> None:
    heard: list[list[str]] = []
    for press in ("keep", "print"):
        run = Run("the desk", press, heard.append)
        run.start()
        run.end()
    assert heard == [["keep"], ["print"]]
