"""Figures that are out change for their readers only when five people or more have changed them."""

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field, replace
from threading import Lock
from typing import Generic, TypeVar

from carousel.workshop import CheckIn, Evening, Feedback, Interest, Vote

STEP = 5  # people whose answers change together, so that no one's can be told from two readings
Form = TypeVar("Form", bound=Hashable)


@dataclass(slots=True)
class Versions(Generic[Form]):
    """The forms of one kind as they were out, the newest last."""

    out: list[tuple[Form, ...]] = field(default_factory=list)

    def next(self, now: Sequence[Form]) -> tuple[Form, ...]:
        """Those that may be out: `now` if five people's differ from each earlier version, else the newest of these."""
        if all(_apart(version, now) >= STEP for version in self.out):
            self.out.append(tuple(now))
        return self.out[-1]


def _apart(before: Sequence[Form], after: Sequence[Form]) -> int:
    """How many people's forms differ at least: one sent anew is one that went and one that came."""
    gone, come = Counter(before) - Counter(after), Counter(after) - Counter(before)
    return max(gone.total(), come.total())


@dataclass(slots=True)
class _Out:
    check_ins: Versions[CheckIn] = field(default_factory=Versions)
    feedback: Versions[Feedback] = field(default_factory=Versions)
    interests: Versions[Interest] = field(default_factory=Versions)
    votes: Versions[Vote] = field(default_factory=Versions)


@dataclass(slots=True)
class Released:
    """Remembers, as long as the program runs, which forms of each workshop its figures were made of.

    A form that comes late, is sent anew or is erased waits until four others did the same. Notes do not wait: an
    erased one is gone at once.
    """

    _out: dict[int, _Out] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def opened_again(self, workshop: int) -> None:
        """The vote runs: what comes of it is a new result."""
        with self._lock:
            self._out.setdefault(workshop, _Out()).votes = Versions()

    def votes(self, evening: Evening) -> Evening:
        """The evening with the votes that may be out by now."""
        with self._lock:
            return replace(evening, votes=self._of(evening).votes.next(evening.votes))

    def forms(self, evening: Evening) -> Evening:
        """The evening with the forms that may be out by now, and the votes."""
        with self._lock:
            out = self._of(evening)
            return replace(
                evening,
                check_ins=out.check_ins.next(evening.check_ins),
                feedback=out.feedback.next(evening.feedback),
                interests=out.interests.next(evening.interests),
                votes=out.votes.next(evening.votes),
            )

    def _of(self, evening: Evening) -> _Out:
        return self._out.setdefault(evening.workshop.id, _Out())
