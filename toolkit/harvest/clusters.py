"""Notes that say the same thing, brought together under the note that heads them; originals stay readable."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from carousel.workshop import Note

VOTABLE = ("need", "image")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """`id` is the head note's. `ticks` and `exposed` count people, each once whichever of the notes they ticked."""

    id: int
    name: str
    theme: str
    kind: str
    question: str
    notes: tuple[Note, ...]
    ticks: int = 0
    exposed: int = 0

    @property
    def note_ids(self) -> tuple[int, ...]:
        """Ids of the notes, the head first."""
        return tuple(note.id for note in self.notes)

    @property
    def ballot_ids(self) -> tuple[int, ...]:
        """Every id under which this cluster may stand on a ballot."""
        return tuple({self.id, *self.note_ids, *(former for note in self.notes for former in note.also)})

    @property
    def votable(self) -> bool:
        """Only needs and images of the space are voted on."""
        return self.kind in VOTABLE


def of(notes: Iterable[Note]) -> tuple[Cluster, ...]:
    """Clusters in the order in which their first note came. A withdrawn head leaves its cluster's id behind."""
    by_id = {note.id: note for note in notes}
    gathered: dict[int, list[Note]] = {}
    for note in by_id.values():
        gathered.setdefault(head_of(note, by_id), []).append(note)
    return tuple(_cluster(head, members) for head, members in gathered.items())


def head_of(note: Note, by_id: Mapping[int, Note]) -> int:
    """The id at the end of the chain of merges; a circle ends at its smallest id."""
    seen = {note.id}
    here = note.cluster or note.id
    while here not in seen and here in by_id:
        seen.add(here)
        here = by_id[here].cluster or here
    return here if here not in by_id or by_id[here].cluster in (0, here) else min(seen)


def _cluster(head: int, members: Sequence[Note]) -> Cluster:
    ordered = tuple(sorted(members, key=lambda note: (note.id != head, note.id)))
    lead = ordered[0]
    return Cluster(
        id=head,
        name=lead.cluster_name or lead.text,
        theme=lead.theme,
        kind=lead.kind,
        question=lead.question,
        notes=ordered,
        ticks=sum(note.ticks for note in ordered) if lead.cluster_ticks is None else lead.cluster_ticks,
        exposed=sum(note.exposed for note in ordered) if lead.cluster_exposed is None else lead.cluster_exposed,
    )


def votable(clusters: Iterable[Cluster]) -> tuple[Cluster, ...]:
    """The clusters that may be marked at the harvest."""
    return tuple(cluster for cluster in clusters if cluster.votable)


def in_order(clusters: Iterable[Cluster]) -> tuple[Cluster, ...]:
    """The clusters that may be marked, theme by theme."""
    return tuple(one for together in by_theme(votable(clusters)).values() for one in together)


def numbered(clusters: Iterable[Cluster], order: Sequence[int] = ()) -> dict[int, Cluster]:
    """The clusters that may be marked by their number on screens, phones and paper.

    `order` holds the ids as they were numbered when the vote began. What came later stands behind; a number whose
    cluster is gone is not given to another.
    """
    offered = {one.id: one for one in in_order(clusters)}
    later = [id for id in offered if id not in order]
    if order:
        later.sort()
    return {number: offered[id] for number, id in enumerate((*order, *later), start=1) if id in offered}


def by_theme(clusters: Iterable[Cluster]) -> dict[str, tuple[Cluster, ...]]:
    """Clusters under their theme, themes with most notes first."""
    gathered: dict[str, list[Cluster]] = {}
    for cluster in clusters:
        gathered.setdefault(cluster.theme, []).append(cluster)
    order = sorted(gathered, key=lambda theme: -sum(len(cluster.notes) for cluster in gathered[theme]))
    return {theme: tuple(gathered[theme]) for theme in order}
