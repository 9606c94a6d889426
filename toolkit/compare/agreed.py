"""Ticks as they are out: from five on, in steps of five, each moved by five people or more who ticked that note."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from carousel.workshop import Note
from toolkit.harvest.clusters import Cluster, of

STEP = 5
Ticks = Mapping[str, int]
"""By the note's id, or the ids of a cluster's notes joined by commas."""


def stepped(ticks: int) -> int:
    """So many agree at least; nought stands for fewer than five."""
    return max(0, ticks) // STEP * STEP


def counted(notes: Iterable[Note]) -> dict[str, int]:
    """The ticks of notes and of clusters of several notes."""
    notes = tuple(notes)
    together = {_name(cluster): cluster.ticks for cluster in of(notes) if len(cluster.notes) > 1}
    return {str(note.id): note.ticks for note in notes} | together


def following(out: Ticks, now: Ticks) -> dict[str, int]:
    """What is out next: a number that changed by fewer than five people stays what it was."""
    moved = {name: now.get(name, 0) for name in {*out, *now} if abs(now.get(name, 0) - out.get(name, 0)) >= STEP}
    return {name: ticks for name, ticks in sorted({**out, **moved}.items()) if ticks}


def seen(notes: Iterable[Note], out: Ticks) -> tuple[Note, ...]:
    """The notes with the ticks that are out; a cluster brought together since has at least those of its notes."""
    notes = tuple(notes)
    shown = {note.id: stepped(out.get(str(note.id), 0)) for note in notes}
    together = {
        note.id: max(stepped(out.get(_name(cluster), 0)), *(shown[one.id] for one in cluster.notes))
        for cluster in of(notes) if len(cluster.notes) > 1 for note in cluster.notes
    }  # fmt: skip
    return tuple(
        replace(note, ticks=shown[note.id], cluster_ticks=together.get(note.id, shown[note.id])) for note in notes
    )


def _name(cluster: Cluster) -> str:
    return ",".join(map(str, sorted(cluster.note_ids)))
