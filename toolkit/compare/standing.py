"""Clusters of one evening as published, the strongest first: by votes, then by agreement, never by raw ticks."""

from collections.abc import Iterable
from dataclasses import dataclass

from carousel.workshop import Evening
from toolkit.compare import counted, gate
from toolkit.compare.agreed import stepped
from toolkit.compare.gate import PublishedCluster, PublishedNote
from toolkit.compare.intervals import wilson
from toolkit.compare.ledger import Ledger, ledger
from toolkit.harvest.clusters import Cluster
from toolkit.harvest.votes import Tally


@dataclass(frozen=True, slots=True)
class Standing:
    """The clusters with their vote, counted once for the whole report."""

    clusters: tuple[Cluster, ...]
    tally: Tally
    ledger: Ledger

    def published(self, *kinds: str, theme: str = "", questions: Iterable[str] = ()) -> tuple[PublishedCluster, ...]:
        """Clusters of these kinds (and theme, and questions), the strongest first."""
        places = frozenset(questions)
        chosen = [
            cluster
            for cluster in self.clusters
            if cluster.kind in kinds and theme in ("", cluster.theme) and (not places or cluster.question in places)
        ]
        return tuple(map(self.publish, sorted(chosen, key=self._strength)))

    def publish(self, cluster: Cluster) -> PublishedCluster:
        """One cluster, with its votes if there was a vote on it; the marks of fewer than five voters are nobody's."""
        votes, marked = f"votes:{cluster.id}", f"marked:{cluster.id}"
        return gate.cluster(
            cluster,
            self.ledger.share(votes) if votes in self.ledger.counts and self.tally.resident_voters else None,
            self.ledger.count(marked) if marked in self.ledger.counts and self.tally.official_voters else None,
        )

    def shown(self, cluster: int) -> int | None:
        """Its votes, where they may be shown: the order must not tell what the gate hides."""
        name = f"votes:{cluster}"
        return self.ledger.count(name).value if name in self.ledger.counts else None

    def _strength(self, cluster: Cluster) -> tuple[int, float, int, int]:
        votes = self.shown(cluster.id) or 0
        return (-votes, -agreement(stepped(cluster.ticks), cluster.exposed), -len(cluster.notes), cluster.id)


def standing(evening: Evening) -> Standing:
    """The evening's clusters and their vote."""
    return Standing(counted.clusters(evening), counted.result(evening), ledger(evening))


def agreement(ticks: int, exposed: int) -> float:
    """The lower Wilson bound of ticks/exposed, so that 1 of 1 does not stand above 9 of 10; 0 where nobody saw it."""
    return wilson(min(ticks, exposed), exposed).low if exposed else 0.0


def quotes(clusters: Iterable[PublishedCluster], most: int = 3) -> tuple[PublishedNote, ...]:
    """The notes most agreed with, one of each cluster."""
    heads = [max(cluster.notes, key=lambda note: agreement(note.ticks, note.exposed)) for cluster in clusters]
    return tuple(sorted(heads, key=lambda note: -agreement(note.ticks, note.exposed))[:most])
