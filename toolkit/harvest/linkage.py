"""Groups of places by the scores of their pairs: average linkage, of limited size, some pairs never together."""

from collections.abc import Collection, Mapping, Sequence

MOST = 8
Pair = tuple[int, int]


def linked(scores: Mapping[Pair, float], least: float, apart: Collection[Pair] = ()) -> tuple[tuple[int, ...], ...]:
    """Groups of two to eight, in ascending order; a pair without a score counts as 0.

    The likeliest pair links first. Two groups link when a pair of them reaches `least` and the mean over all pairs
    between them reaches it too.
    """
    groups: dict[int, tuple[int, ...]] = {}
    for pair in sorted((each for each in scores if scores[each] >= least), key=lambda each: (-scores[each], each)):
        one, other = (groups.get(place, (place,)) for place in pair)
        if one == other or len(one) + len(other) > MOST:
            continue
        across = [(min(a, b), max(a, b)) for a in one for b in other]
        if sum(scores.get(each, 0.0) for each in across) < least * len(across):
            continue
        if not any(each in apart for each in across):
            whole = tuple(sorted(one + other))
            groups |= dict.fromkeys(whole, whole)
    return tuple(sorted(set(groups.values())))


def medoid(members: Sequence[int], scores: Mapping[Pair, float]) -> int:
    """The member nearest to the others; of equals the first."""

    def near(one: int) -> float:
        return sum(scores.get((min(one, other), max(one, other)), 0.0) for other in members)

    return max(members, key=lambda one: (round(near(one), 6), -one))
