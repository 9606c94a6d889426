"""What a reader can work out: the least and most that each hidden number can be, from sums that must hold."""

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Range = tuple[int, int]
ENDLESS = 10**9


@dataclass(frozen=True, slots=True)
class Bond:
    """The sum of factor times number is at most `most`."""

    terms: tuple[tuple[str, int], ...]
    most: int = 0


def at_most(parts: Iterable[str], whole: Iterable[str], *, factor: int = 1) -> Bond:
    """The parts together are no more than `factor` times the wholes together."""
    return Bond((*((name, 1) for name in parts), *((name, -factor) for name in whole)))


def equal(parts: Iterable[str], whole: Iterable[str]) -> tuple[Bond, Bond]:
    """The parts together are the wholes together."""
    parts, whole = tuple(parts), tuple(whole)
    return at_most(parts, whole), at_most(whole, parts)


def holds(bond: Bond, values: Mapping[str, int]) -> bool:
    """Whether the bond is true of the numbers."""
    return sum(factor * values[name] for name, factor in bond.terms) <= bond.most


def ranges(known: Mapping[str, Range], bonds: Iterable[Bond]) -> dict[str, Range]:
    """The narrowest least and most of each number that the bonds allow, one bond after the other until none narrows."""
    found = dict(known)
    open_ones = [bond for bond in (_without_known(bond, found) for bond in bonds) if bond.terms]
    by_name: dict[str, list[int]] = {}
    for place, bond in enumerate(open_ones):
        for name, _ in bond.terms:
            by_name.setdefault(name, []).append(place)
    waiting = deque(range(len(open_ones)))
    queued = set(waiting)
    while waiting:
        place = waiting.popleft()
        queued.discard(place)
        again = {each for name in _narrow(open_ones[place], found) for each in by_name[name]} - queued
        waiting.extend(again)
        queued |= again
    return found


def _without_known(bond: Bond, found: Mapping[str, Range]) -> Bond:
    """The bond of those numbers only that are not known."""
    terms, most = [], bond.most
    for name, factor in bond.terms:
        low, high = found[name]
        if low == high:
            most -= factor * low
        else:
            terms.append((name, factor))
    return Bond(tuple(terms), most)


def _narrow(bond: Bond, found: dict[str, Range]) -> list[str]:
    """Narrow the numbers of one bond; the names of those that changed."""
    room = bond.most - sum(factor * found[name][factor < 0] for name, factor in bond.terms)
    changed = []
    for name, factor in bond.terms:
        low, high = found[name]
        if (high - low) * abs(factor) <= room:
            continue
        found[name] = (low, low + room // factor) if factor > 0 else (high - room // -factor, high)
        changed.append(name)
    return changed
