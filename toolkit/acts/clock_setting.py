"""The computer's clock is set while an evening runs, by a person or by the internet: the evening goes on."""

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from toolkit.store import Store, Transaction, clocks

LEAST = timedelta(seconds=20)  # less is a correction that nobody notices


@dataclass(frozen=True, slots=True)
class Jump:
    """By how much the clock was set (ahead is positive), and what it showed afterwards."""

    by: timedelta
    now: datetime


_last: dict[str, Jump] = {}


def clock_was_set(tx: Transaction, jump: timedelta, now: datetime) -> None:
    """Rounds keep the time they had left, staff stay signed in; the order of notes never hung on the clock."""
    for workshop in clocks.shift(tx, jump, now):
        tx.announce(workshop, "step")


def last_jump(store: Store) -> Jump | None:
    """The last time the clock was set while this process ran."""
    return _last.get(store.url)


def steady() -> float:
    """Seconds that no setting of the clock changes and that go on while the computer sleeps."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.clock_gettime(time.CLOCK_MONOTONIC) if sys.platform == "darwin" else time.monotonic()


class Watch:
    """Compares the wall clock with one that nobody can set."""

    def __init__(
        self, store: Store, wall: Callable[[], datetime] = lambda: datetime.now(UTC),
        steady: Callable[[], float] = steady,
    ) -> None:  # fmt: skip
        self.store, self.wall, self.steady = store, wall, steady
        self._apart = self._distance()

    def look(self) -> Jump | None:
        """What happened since the last look; a jump is carried into the store before it is told."""
        apart, now = self._distance(), self.wall()
        jump = Jump(timedelta(seconds=apart - self._apart), now)
        if abs(jump.by) < LEAST:
            self._apart = apart
            return None
        self.store.write(clock_was_set, jump.by, now)  # what fails is tried again at the next look
        self._apart, _last[self.store.url] = apart, jump
        return jump

    def _distance(self) -> float:
        return self.wall().timestamp() - self.steady()
