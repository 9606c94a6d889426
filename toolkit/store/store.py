"""The store: one thread writes and commits in groups, two read what is asked for at the same moment together."""

import sqlite3
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from carousel.refusal import Refusal
from toolkit.settings import Settings
from toolkit.store.counter import BUSY, Counter, Job, Outcome, answer
from toolkit.store.engine import migrate, reading_engine, schema, wait_for_lock, writing_engine
from toolkit.store.mixing import MOST, mix
from toolkit.store.scrubbing import scrubbed
from toolkit.store.trouble import Trouble

P = ParamSpec("P")
T = TypeVar("T")
WAITING = 4000  # acts that may queue before the next one is refused
TOGETHER = 200  # acts that share one commit at the most
READ_TOGETHER = 25  # queries that share one picture of the database at the most
READERS = 2  # a long reading must not hold up the phones
LONGEST = 120  # seconds until a thread no longer waits for its act: filling a store takes long on a slow machine
PATIENCE, IMPATIENCE = 5000, 250  # milliseconds to wait for a foreign lock; and while it is known to be held


@dataclass(frozen=True, slots=True)
class Announcement:
    """What changed in a workshop, told to the live pages after the commit."""

    workshop: int
    what: str
    note: int | None = None


class Transaction(Session):
    """What acts and queries are handed. It collects announcements until the commit."""

    @property
    def commits(self) -> int:
        """How many of this process's commits a reading sees at least."""
        return int(self.info.get("commits", 0))

    def announce(self, workshop: int, what: str, note: int | None = None) -> None:
        """Tell the live pages after the commit. `what`: step, note, gone, tick, people, vote, screen, cluster."""
        self.info.setdefault("announcements", []).append(Announcement(workshop, what, note))

    def scrub(self) -> None:
        """After the commit leave no byte of what was deleted in the journal beside the database."""
        self.info["scrub"] = True

    def mix(self) -> None:
        """After the commit write the file anew, so that the place of a row no longer tells when it came."""
        self.info["mix"] = True


@event.listens_for(Transaction, "loaded_as_persistent")
def _hold(tx: Session, row: object) -> None:
    """Rows read once stay at hand for the whole transaction; the identity map alone would let them go."""
    tx.info.setdefault("held", []).append(row)


class Store:
    """Acts go through `write` and come back after COMMIT; queries go through `read`."""

    def __init__(self, url: str) -> None:
        self._writer = writing_engine(url)
        migrate(self._writer)
        self._mix()
        self._reader = reading_engine(url)
        self._trouble, self._waits = Trouble(self._writer), PATIENCE
        self.listeners: list[Callable[[Announcement], None]] = []
        self.url = url
        self.commits = 0
        self._unclean = False
        self._acts = Counter("writer", self._commit, together=TOGETHER, waiting=WAITING)
        self._queries = Counter("reader", self._look_up, together=READ_TOGETHER, waiting=WAITING, threads=READERS)

    @property
    def schema(self) -> str:
        """The revision of the database's schema."""
        with self._trouble.told():
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
        try:
            return self.submit(lambda tx: act(tx, *args, **named)).result(timeout=LONGEST)
        except TimeoutError:
            raise Refusal(BUSY, status=503) from None

    async def write_soon(self, act: Callable[Concatenate[Transaction, P], T], *args: P.args, **named: P.kwargs) -> T:
        """Carry out an act without holding up the event loop."""
        return await self._acts.ask(lambda tx: act(tx, *args, **named))

    def read(self, query: Callable[Concatenate[Transaction, P], T], *args: P.args, **named: P.kwargs) -> T:
        """Run a query on a consistent picture of the database. Refuses with 503 while the database does not answer."""
        with self._trouble.told(), self._reading() as tx:
            return query(tx, *args, **named)

    async def read_soon(self, query: Callable[Concatenate[Transaction, P], T], *args: P.args, **named: P.kwargs) -> T:
        """Run a query without holding up the event loop."""
        return await self._queries.ask(lambda tx: query(tx, *args, **named))

    def _reading(self) -> Transaction:
        return Transaction(self._reader, info={"commits": self.commits})

    def close(self) -> None:
        """Finish what waits, then close every connection."""
        self._acts.close()
        self._queries.close()
        self._mix()
        self._reader.dispose()
        self._writer.dispose()

    def _commit(self, batch: Sequence[Job]) -> None:
        """Carry out a batch in one transaction; when the database refuses it, each act alone, unless it would refuse
        them all: whoever waits must not wait once for each of the others."""
        news: list[Announcement] = []
        try:
            with self._writer.begin() as connection, Transaction(connection) as tx:
                outcomes = [self._attempt(job, connection, tx, news) for job in batch]
        except Exception as problem:
            self._wait(IMPATIENCE if self._trouble.for_all(problem) else PATIENCE)
            if len(batch) == 1 or self._trouble.for_all(problem):
                answer(batch, [(None, self._trouble.refusal(problem))] * len(batch))
                return
            for job in batch:
                self._commit([job])
            return
        self._wait(PATIENCE)
        self.commits += 1
        for announcement in news:
            for listener in self.listeners:
                listener(announcement)
        if self._mixing:
            self._mix(MOST)
        if self._unclean:
            self._unclean = not scrubbed(self._writer)
        answer(batch, outcomes)

    def _mix(self, most: int | None = None) -> None:
        """Hide the order in which rows came. What a full disk or a lock prevents is done the next time."""
        self._mixing = False
        with suppress(DBAPIError, sqlite3.Error):
            mix(self._writer, most)

    def _wait(self, milliseconds: int) -> None:
        """How long the next batch waits for a foreign lock."""
        if milliseconds != self._waits:
            wait_for_lock(self._writer, milliseconds)
            self._waits = milliseconds

    def _attempt(self, job: Job, connection: Connection, tx: Transaction, news: list[Announcement]) -> Outcome:
        """Run one act behind a savepoint, so that what it refuses leaves nothing behind. Acts of a batch share the
        rows that were read, since nobody else writes meanwhile."""
        tx.info["announcements"] = []
        cursor = connection.connection.cursor()  # the driver's own: these three run at every act
        cursor.execute("SAVEPOINT act")
        try:
            result = job.work(tx)
            tx.flush()
        except Exception as problem:
            if self._trouble.of_the_database(problem):
                raise
            tx.expunge_all()
            tx.info.clear()
            cursor.execute("ROLLBACK TO SAVEPOINT act")
            return None, problem
        cursor.execute("RELEASE SAVEPOINT act")
        self._unclean = self._unclean or tx.info.pop("scrub", False)
        self._mixing = self._mixing or tx.info.pop("mix", False)
        news += tx.info["announcements"]
        return result, None

    def _look_up(self, batch: Sequence[Job]) -> None:
        """Answer queries from one picture of the database; when it refuses one of them, each alone, unless it would
        refuse them all."""
        outcomes: list[Outcome] = []
        with self._reading() as tx:
            for job in batch:
                try:
                    outcomes.append((job.work(tx), None))
                except Exception as problem:
                    told = self._trouble.refusal(problem)
                    if self._trouble.for_all(problem):
                        outcomes += [(None, told)] * (len(batch) - len(outcomes))
                    if len(outcomes) == len(batch) or (self._trouble.of_the_database(problem) and len(batch) > 1):
                        break
                    outcomes.append((None, told))
        answer(batch, outcomes)
        for job in batch[len(outcomes) :]:
            self._look_up([job])


_opened: dict[str, Store] = {}
_opening = threading.Lock()


def opened(settings: Settings) -> Store:
    """The process's store for these settings, opened at the first call."""
    with _opening:
        if settings.url not in _opened:
            settings.data.mkdir(parents=True, exist_ok=True)
            _opened[settings.url] = Store(settings.url)
        return _opened[settings.url]
