"""The thread that makes copies by itself: every minute when something changed, and after each stage of an evening."""

import logging
import os
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from carousel.refusal import Refusal
from toolkit.store.backup import Copy, copy_checked, database_of, reading, told
from toolkit.store.backups import name_of, tidy
from toolkit.store.backups_place import Place, elsewhere, ready
from toolkit.store.store import Announcement, Store

EVERY = 60.0  # seconds
CALM = 5.0  # seconds after a new stage: the phones of the hall go first
SHARE = 9  # a large store: copying takes at most a tenth of the time
LATE = 300.0  # seconds without a whole copy before somebody is warned


@dataclass(frozen=True, slots=True)
class Standing:
    """How a place stands: its last copy (`at`, UTC), since when it held everything (`whole`, steady seconds), what is
    wrong."""

    place: Place
    copy: Copy | None = None
    at: datetime | None = None
    whole: float | None = None
    problem: Refusal | None = None

    def age(self, steady: float) -> float | None:
        """Seconds since the place held everything; None when it never did while the program ran."""
        return None if self.whole is None else max(0.0, steady - self.whole)


class Keeper:
    """Copies of one SQLite store. `round` may be called by anybody; the thread calls it by itself.

    `second` tells the place beside the data folder's own, asked anew each time; `steady` are seconds that no setting
    of the wall clock changes.
    """

    def __init__(
        self, store: Store, data: Path, mark: str, second: Callable[[], Place | None], *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC), steady: Callable[[], float] = time.monotonic,
    ) -> None:  # fmt: skip
        self.store, self.data, self.mark = store, data, mark
        self.now, self.steady, self.began = now, steady, steady()
        self._second, self._apart = second, set[Path]()
        self._standings: dict[Path, Standing] = {}
        self._versions: dict[Path, int] = {}
        self._watching = reading(database_of(store.url), any_thread=True)
        self._lock, self._wake, self._end = threading.Lock(), threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._work, name="backups", daemon=True)

    def start(self) -> None:
        """Begin to keep copies."""
        self.store.listeners.append(self._heard)
        self._thread.start()

    def stop(self) -> None:
        """Make a last copy of what changed, then end."""
        if self._heard in self.store.listeners:
            self.store.listeners.remove(self._heard)
        self._end.set()
        self._wake.set()
        if self._thread.is_alive():
            self._thread.join(timeout=30)
        with self._lock:
            self._watching.close()

    def places(self) -> tuple[Place, ...]:
        """The data folder's own place, then the second one if there is one."""
        second = self._second()
        if second is not None and elsewhere(second.folder, self.data):
            self._apart.add(second.folder)
        own = Place(self.data / "backups", own=True)
        return (own,) if second is None else (own, replace(second, apart=second.apart or second.folder in self._apart))

    def standings(self) -> tuple[Standing, ...]:
        """How each place stands now."""
        return tuple(replace(self._standings.get(one.folder, Standing(one)), place=one) for one in self.places())

    def late(self, standing: Standing) -> bool:
        """Whether a place has held less than everything for too long, or is told to be missing."""
        age = standing.age(self.steady())
        return (self.steady() - self.began if age is None else age) > LATE or standing.problem is not None

    def round(self, *, anew: bool = False) -> tuple[Standing, ...]:
        """Bring every place up to date; with `anew` also one that is. The first sound copy is copied on."""
        with self._lock:
            version = int(self._watching.execute("PRAGMA data_version").fetchone()[0])
            made: Copy | None = None
            for place in self.places():
                known = self._standings.get(place.folder, Standing(place))
                if anew or known.problem or self._versions.get(place.folder) != version:
                    known = self._brought(known, place, made)
                    if known.problem is None:
                        self._versions[place.folder], made = version, made or known.copy
                else:
                    known = replace(known, whole=self.steady())
                self._standings[place.folder] = known
        return self.standings()

    def _brought(self, known: Standing, place: Place, made: Copy | None) -> Standing:
        began, now = self.steady(), self.now()
        try:
            with told(place.folder):
                ready(place, self.data)
                tidy(place.folder, "" if place.own else self.mark, now)
            url = f"sqlite:///{made.path.as_posix()}" if made else self.store.url
            copy = copy_checked(url, place.folder / name_of(now, self.mark))
        except Refusal as problem:
            return replace(known, place=place, problem=problem)
        return Standing(place, copy, now, began)

    def _heard(self, news: Announcement) -> None:
        if news.what == "step":
            self._wake.set()

    def _work(self) -> None:
        if sys.platform == "linux":
            with suppress(OSError):  # this thread alone: whoever answers goes first
                os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 10)
        pause = CALM
        while not self._end.is_set():
            self._wake.wait(pause)
            self._wake.clear()
            self._end.wait(CALM)
            took = self.steady()
            try:
                self.round()
            except Exception:  # it is tried again, whatever it was
                logging.getLogger("vrtiljak").exception("a backup failed")
            pause = max(EVERY - CALM, SHARE * (self.steady() - took))
