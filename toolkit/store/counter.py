"""A counter that serves everybody who waits in one go, and answers them together."""

import asyncio
import queue
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any, TypeVar

from carousel.refusal import Refusal
from toolkit.i18n import _

BUSY = _("The server is busy. Your text is kept. Please try again in a few seconds.")
Outcome = tuple[Any, Exception | None]
T = TypeVar("T")


@dataclass(slots=True)
class Job:
    """What is to be done with a transaction, and who waits for it: a thread, or a task of an event loop."""

    work: Callable[[Any], Any]
    answer: "Future[Any] | asyncio.Future[Any]"


class Counter:
    """Threads that hand everything that waits to `serve`, at most `together` at a time; it must `answer` every job."""

    def __init__(
        self, name: str, serve: Callable[[Sequence[Job]], None], *, together: int, waiting: int, threads: int = 1
    ) -> None:
        self._serve, self._together = serve, together
        self._jobs: queue.Queue[Job | None] = queue.Queue(waiting)
        self._threads = [threading.Thread(target=self._work, name=name, daemon=True) for _thread in range(threads)]
        for thread in self._threads:
            thread.start()

    def take(self, job: Job) -> None:
        """Let a job wait its turn; refuses with status 503 when too many wait."""
        try:
            self._jobs.put_nowait(job)
        except queue.Full:
            raise Refusal(BUSY, status=503) from None

    async def ask(self, work: Callable[[Any], T]) -> T:
        """Let work be done and wait for its answer without holding up the event loop."""
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self.take(Job(work, future))
        return await future

    def close(self) -> None:
        """Serve those who wait, then stop."""
        for _thread in self._threads:
            self._jobs.put(None)
        for thread in self._threads:
            thread.join(timeout=10)

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            batch = [job]
            while len(batch) < self._together and not self._jobs.empty():
                try:
                    following = self._jobs.get_nowait()
                except queue.Empty:  # another thread was faster
                    break
                if following is None:
                    self._jobs.put(None)
                    break
                batch.append(following)
            try:
                self._serve(batch)
            except Exception as problem:  # whatever happens, nobody waits for ever
                answer(batch, [(None, problem)] * len(batch))


def answer(batch: Sequence[Job], outcomes: Sequence[Outcome]) -> None:
    """Tell everybody; each event loop is woken once for all of its tasks."""
    loops: dict[asyncio.AbstractEventLoop, list[tuple[asyncio.Future[Any], Outcome]]] = {}
    for job, outcome in zip(batch, outcomes, strict=False):
        if isinstance(job.answer, asyncio.Future):
            loops.setdefault(job.answer.get_loop(), []).append((job.answer, outcome))
        else:
            _settle(job.answer, outcome)
    for loop, settled in loops.items():
        if not loop.is_closed():
            loop.call_soon_threadsafe(_settle_all, settled)


def _settle_all(settled: Sequence[tuple["asyncio.Future[Any]", Outcome]]) -> None:
    for future, outcome in settled:
        _settle(future, outcome)


def _settle(future: "Future[Any] | asyncio.Future[Any]", outcome: Outcome) -> None:
    """Whoever no longer waits is not told."""
    if future.done():
        return
    result, problem = outcome
    if problem is None:
        future.set_result(result)
    else:
        future.set_exception(problem)
