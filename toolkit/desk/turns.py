"""The runs of a page take turns: the next begins when the last has ended, and brings what was pressed meanwhile.

Streamlit 1.67 starts the next run while the last one has not quite ended, on the same session: what was typed in haste
was lost. And a run that is replaced before it has begun takes with it what was pressed. There is no public door.
"""

from functools import wraps
from threading import Lock
from weakref import WeakSet, WeakValueDictionary

from streamlit.runtime.scriptrunner import ScriptRunner
from streamlit.runtime.scriptrunner_utils.script_requests import ScriptRequest, ScriptRequests, ScriptRequestType


def take_turns() -> None:
    """Let every run of this process wait for the one before it of the same session; to be called once."""
    started_before = ScriptRunner.start
    latest, unheard, guard = WeakValueDictionary[str, ScriptRunner](), WeakSet[ScriptRunner](), Lock()

    @wraps(started_before)
    def start(runner: ScriptRunner) -> None:
        before = latest.get(runner._session_id)
        run, ready = runner._run_script_thread, runner._requests.on_scriptrunner_ready

        def hear() -> ScriptRequest:
            with guard:
                request = ready()
                if request.type is ScriptRequestType.RERUN:
                    unheard.discard(runner)
            return request

        def wait_and_run() -> None:
            nonlocal before
            if before is not None and before._script_thread is not None:
                before._script_thread.join()
            before = None  # or each run would keep all runs before it
            run()

        with guard:
            if before is not None and before in unheard:
                _hand_over(before._requests, runner._requests)
            unheard.add(runner)
        latest[runner._session_id] = runner
        runner._requests.on_scriptrunner_ready = hear  # type: ignore[method-assign]
        runner._run_script_thread = wait_and_run  # type: ignore[method-assign]
        started_before(runner)

    ScriptRunner.start = start  # type: ignore[method-assign, assignment]


def _hand_over(before: ScriptRequests, now: ScriptRequests) -> None:
    """Ask with the new request for what the one before was asked: a press is named in one request only."""
    both = ScriptRequests()
    both.request_rerun_batch([before._rerun_data, now._rerun_data])
    now._rerun_data = both._rerun_data
