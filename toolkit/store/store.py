"""The store: one thread writes and commits in groups, several connections read."""

import asyncio
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from carousel.refusal import Refusal
from toolkit.i18n import _
from toolkit.settings import Settings
from toolkit.store.engine import migrate, reading_engine, schema, writing_engine

P = ParamSpec("P")
T = TypeVar("T")
_Outcome = tuple[Any, Exception | None, list["Announcement"]]
WAITING = 4000  # acts that may queue before the next one is refused
TOGETHER = 200  # acts that share one commit at the most
BUSY = _("The server is busy. Your text is kept. Please try again in a few seconds.")
DISK = _("The answer could not be stored. Your text is kept. Please tell the facilitator, then try again.")


@dataclass(frozen=True, slots=True)
class Announcement:
    """What changed in a workshop, told to the live pages after the commit."""

    workshop: int
    what: str
    note: int | None = None


class Transaction(Session):
    """What acts and queries are handed. It collects announcements until the commit."""

    def announce(self, workshop: int, what: str, note: int | None = None) -> None:
        """Tell the live pages after the commit. `what`: step, note, gone, tick, people, vote, screen, cluster."""
        self.info.setdefault("announcements", []).append(Announcement(workshop, what, note))


@event.listens_for(Transaction, "loaded_as_persistent")
def _hold(tx: Session, row: object) -> None:
    """Rows read once stay at hand for the whole transaction; the identity map alone would let them go."""
    tx.info.setdefault("held", []).append(row)


@dataclass(slots=True)
class _Job:
    act: Callable[[Transaction], Any]
    answer: "Future[Any]"


class Store:
    """Acts go through `write` and come back after COMMIT; queries go through `read`."""

    def __init__(self, url: str) -> None:
        self._writer = writing_engine(url)
        migrate(self._writer)
        self._reader = reading_engine(url)
        self._readers = ThreadPoolExecutor(5, thread_name_prefix="reader")
        self._jobs: queue.Queue[_Job | None] = queue.Queue(WAITING)
        self.listeners: list[Callable[[Announcement], None]] = []
        self.url = url
        self._thread = threading.Thread(target=self._work, name="writer", daemon=True)
        self._thread.start()

    @property
    def schema(self) -> str:
        """The revision of the database's schema."""
        return schema(self._reader)

    @property
    def engine(self) -> Engine:
        """The reading engine, for backups and checks."""
        return self._reader

    def submit(self, act: Callable[[Transaction], T]) -> "Future[T]":
        """Queue an act; its future is done after COMMIT. Refuses with status 503 when too many wait."""
        job = _Job(act, Future())
        try:
            self._jobs.put_nowait(job)
        except queue.Full:
            raise Refusal(BUSY, status=503) from None
        return job.answer

    def write(self, act: Callable[Concatenate[Transaction, P], T], *args: P.args, **named: P.kwargs) -> T:
        """Carry out an act and wait for its commit."""
        return self.submit(lambda tx: act(tx, *args, **named)).result(timeout=30)

    async def write_soon(self, act: Callable[Concatenate[Transaction, P], T], *args: P.args, **named: P.kwargs) -> T:
        """Carry out an act without holding up the event loop."""
        return await asyncio.wrap_future(self.submit(lambda tx: act(tx, *args, **named)))

    def read(self, query: Callable[Concatenate[Transaction, P], T], *args: P.args, **named: P.kwargs) -> T:
        """Run a query on a consistent picture of the database."""
        with Transaction(self._reader) as tx:
            return query(tx, *args, **named)

    async def read_soon(self, query: Callable[Concatenate[Transaction, P], T], *args: P.args, **named: P.kwargs) -> T:
        """Run a query without holding up the event loop."""
        return await asyncio.get_running_loop().run_in_executor(
            self._readers, partial(self.read, query, *args, **named)
        )

    def close(self) -> None:
        """Finish what waits, then close every connection."""
        self._jobs.put(None)
        self._thread.join(timeout=10)
        self._readers.shutdown(wait=True)
        self._reader.dispose()
        self._writer.dispose()

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            batch = [job]
            while len(batch) < TOGETHER and not self._jobs.empty():
                following = self._jobs.get()
                if following is None:
                    self._jobs.put(None)
                    break
                batch.append(following)
            self._commit([one for one in batch if one.answer.set_running_or_notify_cancel()])

    def _commit(self, batch: list[_Job]) -> None:
        """Carry out a batch in one transaction; when the database refuses it, each act alone."""
        try:
            with self._writer.begin() as connection, Transaction(connection) as tx:
                outcomes = [self._attempt(job, connection, tx) for job in batch]
        except Exception as problem:
            if len(batch) > 1:
                for job in batch:
                    self._commit([job])
            else:
                batch[0].answer.set_exception(_as_refusal(problem))
            return
        for job, outcome in zip(batch, outcomes, strict=True):
            self._answer(job, *outcome)

    def _attempt(self, job: _Job, connection: Connection, tx: Transaction) -> _Outcome:
        """Run one act behind a savepoint, so that what it refuses leaves nothing behind. Acts of a batch share the
        rows that were read, since nobody else writes meanwhile."""
        tx.info["announcements"] = []
        connection.exec_driver_sql("SAVEPOINT act")
        try:
            result = job.act(tx)
            tx.flush()
        except DBAPIError:
            raise
        except Exception as problem:
            tx.expunge_all()
            connection.exec_driver_sql("ROLLBACK TO SAVEPOINT act")
            return None, problem, []
        connection.exec_driver_sql("RELEASE SAVEPOINT act")
        return result, None, tx.info["announcements"]

    def _answer(self, job: _Job, result: Any, problem: Exception | None, news: list[Announcement]) -> None:
        if problem is not None:
            job.answer.set_exception(problem)
            return
        job.answer.set_result(result)
        for announcement in news:
            for listener in self.listeners:
                listener(announcement)


def _as_refusal(problem: Exception) -> Exception:
    """A full disk or a locked database is told in plain words; anything else stays itself."""
    if not isinstance(problem, DBAPIError):
        return problem
    return Refusal(BUSY if "locked" in str(problem) else DISK, status=503)


_opened: dict[str, Store] = {}
_opening = threading.Lock()


def opened(settings: Settings) -> Store:
    """The process's store for these settings, opened at the first call."""
    with _opening:
        if settings.url not in _opened:
            settings.data.mkdir(parents=True, exist_ok=True)
            _opened[settings.url] = Store(settings.url)
        return _opened[settings.url]
