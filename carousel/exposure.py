"""How many people could have ticked a note: members of later groups that came to its station."""

from collections.abc import Sequence

from carousel.carousel import Carousel


def exposed(station: int, round: int, turning: Carousel, sizes: Sequence[Sequence[int]], *, carousel: int = 0) -> int:
    """People of the same carousel at station number `station` in the rounds after `round`.

    `sizes[r][g]` is the size of group g in round r, so that latecomers count from the round they joined;
    `len(sizes)` is the number of rounds reached so far.
    """
    later = range(round + 1, len(sizes))
    return sum(present(turning.group(station, at, carousel), sizes[at]) for at in later)


def present(group: int | None, sizes: Sequence[int]) -> int:
    """Size of a group; nobody stands at a station that rests, or in a group that did not exist yet."""
    return sizes[group] if group is not None and group < len(sizes) else 0
