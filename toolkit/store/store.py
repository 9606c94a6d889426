"""The store: one thread writes and commits in groups, two read what is asked for at the same moment together."""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from carousel.refusal import Refusal
from toolkit.i18n import _
from toolkit.settings import Settings
from toolkit.store.counter import BUSY, Counter, Job, Outcome, answer
from toolkit.store.engine import migrate, reading_engine, schema, writing_engine

P = ParamSpec("P")
T = TypeVar("T")
WAITING = 4000  # acts that may queue before the next one is refused
TOGETHER = 200  # acts that share one commit at the most
READ_TOGETHER = 25  # queries that share one picture of the database at the most
READERS = 2  # a long reading must not hold up the phones
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


class Store:
    """Acts go through `write` and come back after COMMIT; queries go through `read`."""

    def __init__(self, url: str) -> None:
        self._writer = writing_engine(url)
        migrate(self._writer)
        self._reader = reading_engine(url)
        self.listeners: list[Callable[[Announcement], None]] = []
        self.url = url
        self._acts = Counter("writer", self._commit, together=TOGETHER, waiting=WAITING)
        self._queries = Counter("reader", self._look_up, together=READ_TOGETHER, waiting=WAITING, threads=READERS)

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
        future: Future[T] = Future()
        self._acts.take(Job(act, future))
        return future

    def write(self, act: Callable[Concatenate[Transaction, P], T], *args: P.args, **named: P.kwargs) -> T:
        """Carry out an act and wait for its commit."""
        return self.submit(lambda tx: act(tx, *args, **named)).result(timeout=30)

    async def write_soon(self, act: Callable[Concatenate[Transaction, P], T], *args: P.args, **named: P.kwargs) -> T:
        """Carry out an act without holding up the event loop."""
        return await self._acts.ask(lambda tx: act(tx, *args, **named))

    def read(self, query: Callable[Concatenate[Transaction, P], T], *args: P.args, **named: P.kwargs) -> T:
        """Run a query on a consistent picture of the database."""
        with Transaction(self._reader) as tx:
            return query(tx, *args, **named)

    async def read_soon(self, query: Callable[Concatenate[Transaction, P], T], *args: P.args, **named: P.kwargs) -> T:
        """Run a query without holding up the event loop."""
        return await self._queries.ask(lambda tx: query(tx, *args, **named))

    def close(self) -> None:
        """Finish what waits, then close every connection."""
        self._acts.close()
        self._queries.close()
        self._reader.dispose()
        self._writer.dispose()

    def _commit(self, batch: Sequence[Job]) -> None:
        """Carry out a batch in one transaction; when the database refuses it, each act alone."""
        news: list[Announcement] = []
        try:
            with self._writer.begin() as connection, Transaction(connection) as tx:
                outcomes = [self._attempt(job, connection, tx, news) for job in batch]
        except Exception as problem:
            if len(batch) == 1:
                answer(batch, [(None, _as_refusal(problem))])
                return
            for job in batch:
                self._commit([job])
            return
        for announcement in news:
            for listener in self.listeners:
                listener(announcement)
        answer(batch, outcomes)

    @staticmethod
    def _attempt(job: Job, connection: Connection, tx: Transaction, news: list[Announcement]) -> Outcome:
        """Run one act behind a savepoint, so that what it refuses leaves nothing behind. Acts of a batch share the
        rows that were read, since nobody else writes meanwhile."""
        tx.info["announcements"] = []
        cursor = connection.connection.cursor()  # the driver's own: these three run at every act
        cursor.execute("SAVEPOINT act")
        try:
            result = job.work(tx)
            tx.flush()
        except DBAPIError:
            raise
        except Exception as problem:
            tx.expunge_all()
            tx.info.clear()
            cursor.execute("ROLLBACK TO SAVEPOINT act")
            return None, problem
        cursor.execute("RELEASE SAVEPOINT act")
        news += tx.info["announcements"]
        return result, None

    def _look_up(self, batch: Sequence[Job]) -> None:
        """Answer queries from one picture of the database; when it refuses one of them, each alone."""
        outcomes: list[Outcome] = []
        with Transaction(self._reader) as tx:
            for job in batch:
                try:
                    outcomes.append((job.work(tx), None))
                except Exception as problem:
                    if isinstance(problem, DBAPIError) and len(batch) > 1:
                        break
                    outcomes.append((None, problem))
        answer(batch, outcomes)
        for job in batch[len(outcomes) :]:
            self._look_up([job])


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
