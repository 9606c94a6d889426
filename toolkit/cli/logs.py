"""What a failure leaves in the log: its kind and where it happened, never what somebody wrote or who they are."""

import logging
import sys
import threading
from traceback import extract_tb
from types import TracebackType
from typing import Any

DEEPEST = 12  # frames that are told, the innermost last


def keep_logs_discreet() -> None:
    """From now on nothing that is logged holds the words of an exception: a database puts a note's text into them,
    others an address, a code or a token."""
    logging.setLogRecordFactory(DiscreetRecord)
    threading.excepthook = _in_a_thread


class DiscreetRecord(logging.LogRecord):
    """A line of the log whose traceback says where, not what."""

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        if self.exc_info and self.exc_info[1] is not None:
            self.exc_text = told(self.exc_info[1])


def told(problem: BaseException) -> str:
    """The kinds of the failure and of what caused it, each with the way it took."""
    inner = problem.__cause__ or (None if problem.__suppress_context__ else problem.__context__)
    lines = [f"{type(problem).__module__}.{type(problem).__qualname__}", *_frames(problem.__traceback__)]
    return "\n".join([*([told(inner), "which led to"] if inner else []), *lines])


def _frames(trace: TracebackType | None) -> list[str]:
    return [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in extract_tb(trace)[-DEEPEST:]]


def _in_a_thread(failed: threading.ExceptHookArgs) -> None:
    if failed.exc_value is not None:
        print(f"A thread failed: {told(failed.exc_value)}", file=sys.stderr, flush=True)
