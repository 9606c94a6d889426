"""How many carousels, groups and stations suit the people who came (the table "Groups" of the carousel rules)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from carousel.refusal import Refusal

MOST_IN_A_GROUP = 8
MOST_GROUPS = 5
MOST_STATIONS = 7
PEOPLE_PER_GROUP = 4.5
PEOPLE_NEEDING_HOSTS = 12


@dataclass(frozen=True, slots=True)
class Plan:
    """The shape of the evening: `groups` per carousel, `stations` after merging, the same in every carousel."""

    carousels: int
    groups: int
    stations: int
    hosts: bool
    merged: bool
    circle: bool

    @property
    def rounds(self) -> int:
        """Every group visits every station once."""
        return self.stations

    @property
    def all_groups(self) -> int:
        """Groups over all carousels."""
        return self.carousels * self.groups


def plan_groups(people: int, stations: int = 5) -> Plan:
    """Plan for the people present. Refuses fewer than one person and anything but 1 to 7 stations."""
    if people < 1:
        raise Refusal("Nobody has checked in yet.")
    if not 1 <= stations <= MOST_STATIONS:
        raise Refusal("The number of stations must be from 1 to {most}.", most=MOST_STATIONS)
    carousels = ceil(people / (MOST_IN_A_GROUP * min(MOST_GROUPS, stations)))
    largest = ceil(people / carousels)
    groups = min(groups_for(largest), stations)
    kept = stations_kept(largest, groups, stations)
    return Plan(
        carousels=carousels,
        groups=groups,
        stations=kept,
        hosts=people >= PEOPLE_NEEDING_HOSTS,
        merged=kept < stations,
        circle=kept == 1,
    )


def groups_for(people: int) -> int:
    """Groups in one carousel, before the number of stations limits them."""
    if people < 4:
        return 1
    if people < 6:
        return 2
    if people < PEOPLE_NEEDING_HOSTS:
        return 3
    return min(max(round(people / PEOPLE_PER_GROUP), 3), MOST_GROUPS)


def stations_kept(people: int, groups: int, stations: int) -> int:
    """A single spare station is kept and rests in turn: its host clusters notes. Without hosts it is merged too."""
    one_may_rest = stations - groups == 1 and people >= PEOPLE_NEEDING_HOSTS
    return stations if one_may_rest else groups


def merge(
    questions: Sequence[str], count: int, merge_plan: Mapping[int, Sequence[Sequence[str]]] | None = None
) -> tuple[tuple[str, ...], ...]:
    """The questions laid on `count` stations: as the question set's plan says, else neighbours share a station."""
    if not 1 <= count <= len(questions):
        raise Refusal("The number of stations must be from 1 to {most}.", most=len(questions))
    planned = tuple(tuple(part) for part in (merge_plan or {}).get(count, ()))
    if len(planned) == count and sorted(q for part in planned for q in part) == sorted(questions):
        return planned
    cuts = [len(questions) * part // count for part in range(count + 1)]
    return tuple(tuple(questions[start:end]) for start, end in pairwise(cuts))
