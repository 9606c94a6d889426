"""What many phones ask for at the same moment is read once between two changes."""

from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic
from typing import Any, TypeVar

from toolkit.store import Announcement, Store, Transaction

T = TypeVar("T")
SECONDS = 1.0  # at most this old, for the changes that another process makes
CALM = 5.0  # at most this old, for figures that cost more to read
MOST = 500


@dataclass(slots=True)
class Shared:
    """A small memory that forgets everything after each change in the store, and what is older than `seconds`. What a
    reading that began before a change brings after it is for that reading alone."""

    store: Store
    seconds: float = SECONDS
    clock: Callable[[], float] = monotonic
    _commits: int = 0
    _kept: dict[tuple[Any, ...], tuple[int, float, Any]] = field(default_factory=dict)

    def heard(self, announcement: Announcement) -> None:
        """For the store's listeners: something changed. A new note of somebody else may be a second late; the own one
        is never read from here."""
        if announcement.what != "note":
            self.forget()

    def forget(self) -> None:
        """Read everything anew the next time."""
        self._commits = self.store.commits

    def get(self, tx: Transaction, key: tuple[Any, ...], read: Callable[[], T]) -> T:
        """What `read` gives; at most once between two changes and within a second, and once in a transaction. Nothing
        is newer than the transaction's own picture: a page would bear the new step's number and the old one's words."""
        own: dict[tuple[Any, ...], T] = tx.info.setdefault(("shared", id(self)), {})
        if key not in own:
            own[key] = self._of_all(tx, key, read)
        return own[key]

    def _of_all(self, tx: Transaction, key: tuple[Any, ...], read: Callable[[], T]) -> T:
        now, kept = self.clock(), self._kept.get(key)
        if kept and self._commits <= kept[0] <= tx.commits and now - kept[1] < self.seconds:
            value: T = kept[2]
            return value
        value = read()
        if kept and kept[0] > tx.commits:
            return value
        if len(self._kept) >= MOST:
            self._kept.clear()
        self._kept[key] = (tx.commits, now, value)
        return value
