"""What looks like ballot stuffing, seen at the door: remembered in this process only, never stored."""

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from ipaddress import IPv6Address, ip_address
from time import monotonic
from typing import TypeVar

from carousel.stage import Stage
from toolkit.compare.left_out import CROWD, HASTE, PHONE, VOTE, WORDS
from toolkit.store.workshops import Situation

READING = 2.0  # seconds in which nobody reads and fills in the check-in form
CHOOSING = 5.0  # seconds between check-in and a vote that somebody has thought about
ON_A_PHONE, FILLING = 8, 20.0  # a family at once, then one slip in so many seconds
LONG, SAYING_IT = 30, 5  # characters of a sentence that several do not write alike by chance; slips that did
MOST = 20_000
PAUSE = 1.0  # seconds without a slip end what a machine sends in one go
OWN_ADDRESSES, LATE = 5, 12  # in a hall's own network each phone has its own address; slips that one may get
ARRIVING = (Stage.PREPARED, Stage.CHECKIN, Stage.OPENING, Stage.GROUPS)
Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")
Found = tuple[str, tuple[str, ...]]
"""A rule, and the slips that it flags."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """How many slips one address may get at once, and in how many seconds one more."""

    at_once: float
    seconds: float


@dataclass(slots=True)
class Run:
    """The slips with their moments, since so many were last ordinary again."""

    left: float
    since: float
    slips: list[tuple[float, str]] = field(default_factory=list)

    def dense(self, crowd: Crowd) -> list[tuple[float, str]]:
        """Those that came as fast as only a machine sends, when they alone are a crowd; else the whole run, so that
        who arrived before is not taken for a part of it."""
        begin = len(self.slips) - 1
        while begin > 0 and self.slips[begin][0] - self.slips[begin - 1][0] < PAUSE:
            begin -= 1
        tail = self.slips[begin:]
        return tail if 2 * len(tail) > crowd.at_once else self.slips


@dataclass(slots=True)
class Runs:
    """Token buckets that remember who took from them since they were full."""

    kept: dict[Hashable, Run] = field(default_factory=dict)

    def add(self, key: Hashable, slip: str, crowd: Crowd, now: float) -> tuple[str, ...]:
        """Count a slip; those of the run that are not told yet, once it is more than a crowd."""
        run = self.kept.pop(key, None) or Run(crowd.at_once, now)
        left = min(crowd.at_once, run.left + (now - run.since) / crowd.seconds)
        if left >= crowd.at_once:
            run.slips.clear()
        run.left, run.since = max(left - 1, -1.0), now
        run.slips.append((now, slip))
        remember(self.kept, key, run)
        if left >= 1:
            return ()
        told = run.dense(crowd) if len(run.slips) > 1 else run.slips
        run.slips = []
        return tuple(one for _, one in told)


@dataclass(slots=True)
class Watch:
    """One process's eye on its door; a restart forgets everything. `pace` is that of rehearsals and measurements."""

    clock: Callable[[], float] = monotonic
    pace: float = 1.0
    _opened: dict[str, float] = field(default_factory=dict)
    _joined: dict[str, float] = field(default_factory=dict)
    _phones: Runs = field(default_factory=Runs)
    _addresses: Runs = field(default_factory=Runs)
    _seen: dict[int, dict[str, None]] = field(default_factory=dict)
    _said: dict[tuple[str, bytes], list[str]] = field(default_factory=dict)

    def opened(self, phone: str) -> None:
        """A phone is shown the check-in form."""
        remember(self._opened, phone, self.clock())

    def joined(self, where: Situation, address: str, phone: str, slip: str) -> Iterator[Found]:
        """A new slip was given to a phone at an address."""
        now, workshop = self.clock(), where.workshop.id
        remember(self._joined, slip, now)
        if now - self._opened.get(phone, -READING) < READING / self.pace:
            yield HASTE, (slip,)
        filling = Crowd(ON_A_PHONE, FILLING / self.pace)
        if many := self._phones.add((workshop, phone), slip, filling, now):
            yield PHONE, many
        place = place_of(address)
        crowd = crowd_of(where, self._one_each(workshop, place))
        crowd = Crowd(crowd.at_once * self.pace, crowd.seconds / self.pace)
        if many := self._addresses.add((workshop, place, where.step.stage in ARRIVING), slip, crowd, now):
            yield CROWD, many

    def _one_each(self, workshop: int, place: str) -> bool:
        """Whether phones have addresses of their own: this one is of a local network, and others of it have come."""
        if not local(place):
            return False
        seen = self._seen.setdefault(workshop, {})
        remember(seen, place, None)
        return len(seen) > OWN_ADDRESSES

    def voted(self, slip: str) -> Iterator[Found]:
        """A slip has voted."""
        if self.clock() - self._joined.get(slip, -CHOOSING) < CHOOSING / self.pace:
            yield VOTE, (slip,)

    def wrote(self, workshop: str, slip: str, text: str) -> Iterator[Found]:
        """A slip has left a note in the workshop of this code."""
        said = " ".join(text.casefold().split())
        if len(said) < LONG:
            return
        key = (workshop, blake2b(said.encode(), digest_size=12).digest())
        slips = self._said.pop(key, [])
        if slip not in slips and len(slips) < MOST:
            slips.append(slip)
        remember(self._said, key, slips)
        if len(slips) >= SAYING_IT:
            yield WORDS, tuple(slips) if len(slips) == SAYING_IT else (slip,)


def crowd_of(where: Situation, one_each: bool = False) -> Crowd:
    """What is ordinary from one address. A hall may stand behind a single one and scan at the same moment, and more
    come than were expected, unless phones have addresses of their own (`one_each`); later only a few come late, and
    to an open house a class at the most."""
    expected = where.workshop.expected
    if where.step.stage in ARRIVING and not one_each:
        return Crowd(max(60, 3 * expected), 5.0)
    if where.step.stage is Stage.OPEN:
        return Crowd(30, 60.0)
    return Crowd(LATE if one_each else max(LATE, expected // 4), 30.0)


def local(place: str) -> bool:
    """Whether an address belongs to a network of its own, such as a hotspot's."""
    try:
        return ip_address(place).is_private
    except ValueError:
        return False


def place_of(address: str) -> str:
    """The network that an address belongs to: of IPv6 a household has 2^64 addresses, which count as one."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    return str(int(found) >> 64) if isinstance(found, IPv6Address) and not found.ipv4_mapped else str(found)


def remember(kept: dict[Key, Value], key: Key, value: Value) -> None:
    """Keep a value as the newest; the oldest goes when there are too many."""
    kept.pop(key, None)
    if len(kept) >= MOST:
        del kept[next(iter(kept))]
    kept[key] = value
