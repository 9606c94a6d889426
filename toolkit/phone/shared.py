"""What many phones ask for at the same moment is read once between two changes."""

from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic
from typing import Any, TypeVar

from toolkit.store import Announcement

T = TypeVar("T")
SECONDS = 1.0  # at most this old, for the changes that another process makes
CALM = 5.0  # at most this old, for figures that cost more to read
MOST = 500


@dataclass(slots=True)
class Shared:
    """A small memory that forgets everything after each change in the store, and what is older than `seconds`."""

    seconds: float = SECONDS
    clock: Callable[[], float] = monotonic
    _changes: int = 0
    _kept: dict[tuple[Any, ...], tuple[int, float, Any]] = field(default_factory=dict)

    def heard(self, announcement: Announcement) -> None:
        """For the store's listeners: something changed. A new note of somebody else may be a second late; the own one
        is never read from here."""
        if announcement.what != "note":
            self._changes += 1

    def get(self, key: tuple[Any, ...], read: Callable[[], T]) -> T:
        """What `read` gives; at most once between two changes and within a second."""
        changes, now = self._changes, self.clock()
        kept = self._kept.get(key)
        if kept and kept[0] == changes and now - kept[1] < self.seconds:
            value: T = kept[2]
            return value
        value = read()
        if len(self._kept) >= MOST:
            self._kept.clear()
        self._kept[key] = (changes, now, value)
        return value

    def forget(self, key: tuple[Any, ...]) -> None:
        """Read this anew the next time."""
        self._kept.pop(key, None)
