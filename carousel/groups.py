"""Who goes with whom: even and mixed groups, companions together, and what to do with latecomers and leavers."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from random import Random

from carousel.sizing import MOST_IN_A_GROUP, Plan
from carousel.workshop import Person

LEAST_IN_A_GROUP = 2
LEAST_FOR_A_NEW_GROUP = 3
UNEQUAL = 3


def form_groups(people: Sequence[Person], plan: Plan, seed: int) -> Mapping[str, int]:
    """Slip → group index over all carousels. The same people and seed give the same groups in any order.

    Companions are placed first, then everybody else is counted off by stakeholder type and age band. Sizes differ by
    at most 1 wherever companions leave that possible.
    """
    shuffled = sorted(people, key=lambda person: person.slip)
    Random(seed).shuffle(shuffled)  # noqa: S311 - must be repeatable, not secret
    units, singles = companions_apart(shuffled)
    order = dealing_order(plan)
    seats = place_units(units, order)
    sizes = {group: sum(seated == group for seated in seats.values()) for group in order}
    return seats | count_off(stratified(singles), room(sizes, len(singles), order), order)


def dealing_order(plan: Plan) -> tuple[int, ...]:
    """Groups in the order of counting off: the carousels take turns, so that they stay even too."""
    return tuple(carousel * plan.groups + place for place in range(plan.groups) for carousel in range(plan.carousels))


def companions_apart(people: Sequence[Person]) -> tuple[list[list[Person]], list[Person]]:
    """Units of two or more, and the people who came alone."""
    units: defaultdict[str, list[Person]] = defaultdict(list)
    for person in people:
        units[f"unit {person.unit}" if person.unit else f"slip {person.slip}"].append(person)
    together = [unit for unit in units.values() if len(unit) > 1]
    return together, [unit[0] for unit in units.values() if len(unit) == 1]


def place_units(units: Sequence[Sequence[Person]], order: Sequence[int]) -> dict[str, int]:
    """The largest unit first, each into the group with most room."""
    sizes = dict.fromkeys(order, 0)
    seats: dict[str, int] = {}
    for unit in sorted(units, key=len, reverse=True):
        group = min(order, key=sizes.__getitem__)
        sizes[group] += len(unit)
        seats |= {person.slip: group for person in unit}
    return seats


def room(sizes: Mapping[int, int], singles: int, order: Sequence[int]) -> dict[int, int]:
    """How many of the singles each group takes so that the groups end as even as the companions allow."""
    filled = dict(sizes)
    for _ in range(singles):
        filled[min(order, key=filled.__getitem__)] += 1
    return {group: filled[group] - sizes[group] for group in order}


def stratified(people: Sequence[Person]) -> list[Person]:
    """By stakeholder type, then age band; the shuffled order stays within."""
    return sorted(people, key=lambda person: (person.stakeholder_type, person.age_band))


def count_off(people: Sequence[Person], room: Mapping[int, int], order: Sequence[int]) -> dict[str, int]:
    """One, two, three, one, two …, passing over the groups that are full."""
    turns = range(max(room.values(), default=0))
    queue = [group for turn in turns for group in order if room[group] > turn]
    return {person.slip: group for person, group in zip(people, queue, strict=True)}


def place_latecomer(
    sizes: Sequence[int],
    *,
    last_round: bool,
    together: int = 1,
    resting: bool = False,
    most: int = MOST_IN_A_GROUP,
) -> int | None:
    """The group that `together` latecomers join: its index; `len(sizes)` for a new group; None for no group.

    Without a group they take part in the gallery, the vote and the closing form. `resting` says that a station is free.
    """
    if last_round:
        return None
    if together >= LEAST_FOR_A_NEW_GROUP and resting:
        return len(sizes)
    held = [group for group, size in enumerate(sizes) if size > 0] or list(range(len(sizes)))
    open_groups = [group for group in held if sizes[group] + together <= most]
    return min(open_groups, key=sizes.__getitem__, default=None)


def dissolve(sizes: Sequence[int], ring: Sequence[int]) -> Mapping[int, int]:
    """Group → the group it joins, for every group of `ring` (one carousel, in order) with a single person left.

    It joins the next group in rotation that still has people; nobody else's schedule changes.
    """
    left = {group: sizes[group] for group in ring}
    joins: dict[int, int] = {}
    for place, group in enumerate(ring):
        following = [other for other in (*ring[place + 1 :], *ring[:place]) if left[other] > 0]
        if 0 < left[group] < LEAST_IN_A_GROUP and following:
            joins[group] = following[0]
            left[following[0]] += left[group]
            left[group] = 0
    return joins


def imbalance(sizes: Sequence[int]) -> bool:
    """Whether volunteers may be asked to change groups (between rounds only); dissolved groups do not count."""
    held = [size for size in sizes if size > 0]
    return bool(held) and max(held) - min(held) >= UNEQUAL
