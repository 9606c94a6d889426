"""How many people could have ticked a note: members of later groups that came to its station."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from carousel.carousel import Carousel

Cell = tuple[int, int]
"""A round and a group, both 0-based."""


def exposed(station: int, round: int, turning: Carousel, sizes: Sequence[Sequence[int]], *, carousel: int = 0) -> int:
    """People of the same carousel at station number `station` in the rounds after `round`.

    `sizes[r][g]` is the size of group g in round r, so that latecomers count from the round they joined;
    `len(sizes)` is the number of rounds reached so far.
    """
    return sum(present(group, sizes[at]) for at, group in later(station, round, turning, len(sizes), carousel=carousel))


def later(station: int, round: int, turning: Carousel, reached: int, *, carousel: int = 0) -> Iterator[Cell]:
    """Which group stood at the station in each round after `round`, of those reached; rounds of rest are left out."""
    for at in range(round + 1, reached):
        if (group := turning.group(station, at, carousel)) is not None:
            yield at, group


def present(group: int, sizes: Sequence[int]) -> int:
    """Size of a group; nobody stands in a group that did not exist yet."""
    return sizes[group] if group < len(sizes) else 0


def readers(cells: Iterable[Cell], there: Mapping[Cell, Collection[int]]) -> int:
    """People in at least one of these cells, each counted once; `there` says who was in which group in which round."""
    return len({person for cell in set(cells) for person in there.get(cell, ())})
