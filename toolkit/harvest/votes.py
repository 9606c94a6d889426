"""Ballots counted on clusters: residents and officials apart, ties as groups, merging after the vote counted once."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from carousel.workshop import Vote
from toolkit.harvest.clusters import Cluster

Place = TypeVar("Place", int, str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Voters per cluster id. `spoiled` ballots had more than k marks and count nowhere."""

    residents: Mapping[int, int] = field(default_factory=dict)
    officials: Mapping[int, int] = field(default_factory=dict)
    resident_voters: int = 0
    official_voters: int = 0
    spoiled: int = 0
    ranks: tuple[tuple[int, ...], ...] = ()

    def at_the_top(self, places: int = 5) -> tuple[tuple[int, ...], ...]:
        """The groups of equal support that fill the first places; a tie that reaches over the edge comes whole."""
        taken: list[tuple[int, ...]] = []
        for group in self.ranks:
            if sum(map(len, taken)) >= places:
                break
            taken.append(group)
        return tuple(taken)


def tally(votes: Iterable[Vote], clusters: Sequence[Cluster], k: int = 0) -> Tally:
    """Count ballots of at most k marks (0: no limit). Two marks that are one cluster by now are one voter."""
    ballots = tuple(votes)
    valid = [vote for vote in ballots if not k or len(vote.marks) <= k]
    home = _homes((cluster, cluster.id) for cluster in clusters)
    residents = _voters((vote for vote in valid if not vote.official), home)
    return Tally(
        residents={cluster.id: residents[cluster.id] for cluster in clusters if residents[cluster.id]},
        officials=dict(_voters((vote for vote in valid if vote.official), home)),
        resident_voters=sum(not vote.official for vote in valid),
        official_voters=sum(vote.official for vote in valid),
        spoiled=len(ballots) - len(valid),
        ranks=_groups(residents),
    )


def theme_voters(votes: Iterable[Vote], clusters: Sequence[Cluster]) -> dict[str, int]:
    """Resident voters with at least one mark on each theme."""
    home = _homes((cluster, cluster.theme) for cluster in clusters)
    return dict(_voters((vote for vote in votes if not vote.official), home))


def _homes(places: Iterable[tuple[Cluster, Place]]) -> dict[int, set[Place]]:
    """Where a mark counts: a note that was parted after the vote counts for each of its ideas."""
    home: dict[int, set[Place]] = {}
    for cluster, place in places:
        for number in cluster.ballot_ids:
            home.setdefault(number, set()).add(place)
    return home


def _voters(votes: Iterable[Vote], home: Mapping[int, set[Place]]) -> Counter[Place]:
    return Counter(place for vote in votes for place in {place for mark in vote.marks for place in home.get(mark, ())})


def _groups(support: Mapping[int, int]) -> tuple[tuple[int, ...], ...]:
    levels = sorted({count for count in support.values() if count}, reverse=True)
    return tuple(tuple(sorted(key for key, count in support.items() if count == level)) for level in levels)
