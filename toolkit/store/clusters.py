"""Which notes stand together, which were parted, and what a person decided about two of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import bindparam
from sqlalchemy import select as pick
from sqlmodel import SQLModel, col, select, update

from toolkit.store.store import Transaction
from toolkit.store.tables import NoteRow, PairRow

_NOTE = SQLModel.metadata.tables["note"]
APART, WHOLE, MATCH, NO_MATCH = "apart", "whole", "match", "no_match"
PARTED, REJOINED = "parted", "rejoined"
"""Statuses of a note that was parted, and of a part whose parting was taken back."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a note stands under, with the theme and the name that hold when it heads a cluster."""

    head: int | None
    theme: str | None
    name: str


_HEADS = pick(_NOTE.c.id, _NOTE.c.head, _NOTE.c.theme, _NOTE.c.cluster_name).where(
    _NOTE.c.workshop_id == bindparam("workshop")
)


def all_heads(tx: Transaction, workshop_id: int) -> dict[int, Head]:
    """What every note of a workshop stands under."""
    rows = tx.execute(_HEADS, {"workshop": workshop_id})
    return {number: Head(head, theme, name) for number, head, theme, name in rows}


def heads(tx: Transaction, workshop_id: int) -> dict[int, int]:
    """Every note's cluster: the id of the note that heads it."""
    found = all_heads(tx, workshop_id)
    return {note: root(found, note) for note in found}


def root(found: Mapping[int, Head], note: int) -> int:
    """Follow the heads up to the note that stands under none."""
    while note in found and (above := found[note].head) is not None:
        note = above
    return note


def put_under(tx: Transaction, old: int, new: int) -> None:
    """Whatever was merged under one note now stands under another."""
    tx.exec(update(NoteRow).where(col(NoteRow.head) == old).values(head=new))


_PARTS = pick(_NOTE.c.id, _NOTE.c.part_of, _NOTE.c.status).where(
    _NOTE.c.workshop_id == bindparam("workshop"), _NOTE.c.part_of.is_not(None)
)
_PARTED = pick(_NOTE.c.id).where(_NOTE.c.workshop_id == bindparam("workshop"), _NOTE.c.status == PARTED)


def former_ids(tx: Transaction, workshop_id: int) -> dict[int, tuple[int, ...]]:
    """For notes that were parted or rejoined the ids under which the same idea was ticked and marked before."""
    parted = set(tx.execute(_PARTED, {"workshop": workshop_id}).scalars())
    found: dict[int, tuple[int, ...]] = {}
    for part, whole, status in tx.execute(_PARTS, {"workshop": workshop_id}):
        if status == REJOINED:
            found[whole] = (*found.get(whole, ()), part)
        elif whole in parted:
            found[part] = (*found.get(part, ()), whole)
    return found


def decide(tx: Transaction, workshop_id: int, one: int, other: int, verdict: str) -> str:
    """Keep what a person decided about a pair and return what held before; "" takes a decision back."""
    row = tx.get(PairRow, (one, other))
    before = row.verdict if row else ""
    if row and not verdict:
        tx.delete(row)
    elif verdict:
        row = row or PairRow(one=one, other=other, workshop_id=workshop_id, verdict=verdict)
        row.verdict = verdict
        tx.add(row)
    return before


def decided(tx: Transaction, workshop_ids: Iterable[int], *verdicts: str) -> frozenset[tuple[int, int]]:
    """The pairs of these workshops with one of these verdicts, as note ids; (note, 0) for a note alone."""
    rows = tx.exec(
        select(PairRow.one, PairRow.other).where(
            col(PairRow.workshop_id).in_(list(workshop_ids)), col(PairRow.verdict).in_(verdicts)
        )
    )
    return frozenset((one, other) for one, other in rows)
