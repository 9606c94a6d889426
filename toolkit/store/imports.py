"""What files brought in: which notes and slips, whether somebody worked with them since, and taking them back."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import String, cast, literal
from sqlmodel import col, delete, or_, select, update

from toolkit.store.store import Transaction
from toolkit.store.tables import AnswerRow, BallotRow, NoteRow, PairRow, SlipRow, TickRow, WorkshopRow

AT_ONCE = 500  # ids in one statement
UNDONE = literal("undone ")


def known_keys(tx: Transaction, workshop_id: int, prefix: str) -> tuple[frozenset[str], dict[str, str]]:
    """The keys of notes, and the slips by their keys, that begin like this."""
    notes = tx.exec(
        select(NoteRow.key).where(NoteRow.workshop_id == workshop_id, col(NoteRow.key).startswith(prefix))
    )
    slips = tx.exec(
        select(SlipRow.key, SlipRow.id).where(SlipRow.workshop_id == workshop_id, col(SlipRow.key).startswith(prefix))
    )
    return frozenset(notes), {key: slip for key, slip in slips}


def holding(tx: Transaction, community_id: int, keys: Iterable[str]) -> int | None:
    """The workshop of this community that holds notes with all of these keys; None when there is none."""
    wanted = set(keys)
    for workshop in tx.exec(select(WorkshopRow.id).where(WorkshopRow.community_id == community_id)).all():
        there = tx.exec(select(NoteRow.key).where(NoteRow.workshop_id == workshop))
        if wanted and wanted.issubset(there):
            return workshop
    return None


def worked_with(tx: Transaction, workshop_id: int, notes: Sequence[int], slips: Sequence[str]) -> bool:
    """Whether a person merged, named, parted, matched, ticked or voted on one of these notes since, or one of these
    slips voted or wrote more."""
    own, holders = set(notes), set(slips)
    merged = tx.exec(
        select(NoteRow.id, NoteRow.head, NoteRow.part_of).where(
            NoteRow.workshop_id == workshop_id,
            or_(col(NoteRow.head).is_not(None), col(NoteRow.part_of).is_not(None), NoteRow.cluster_name != ""),
        )
    )
    if any(own & set(row) for row in merged):
        return True
    ballots = tx.exec(select(BallotRow.slip_id, BallotRow.marks).where(BallotRow.workshop_id == workshop_id))
    if any(slip in holders or own & set(marks) for slip, marks in ballots):
        return True
    return any(_found(tx, rows) for rows in _uses(notes, slips))


def _uses(notes: Sequence[int], slips: Sequence[str]) -> Iterator[Any]:
    own = set(notes)
    for some in _parts(notes):
        yield select(TickRow.note_id).where(col(TickRow.note_id).in_(some))
        yield select(PairRow.one).where(or_(col(PairRow.one).in_(some), col(PairRow.other).in_(some)))
    for holders in _parts(slips):
        yield select(TickRow.note_id).where(col(TickRow.slip_id).in_(holders))
        yield select(NoteRow.id).where(col(NoteRow.slip_id).in_(holders), col(NoteRow.id).not_in(own))


def _found(tx: Transaction, query: Any) -> bool:
    return tx.exec(query.limit(1)).first() is not None


def take_back(tx: Transaction, workshop_id: int, notes: Sequence[int], slips: Sequence[str]) -> None:
    """Empty these notes and slips and free their keys, so that the same file can come in again."""
    for some in _parts(notes):
        gone: dict[str, Any] = {"text": "", "redacted": None, "fields": {}, "status": "erased", "paper_ticks": 0}
        mine = (col(NoteRow.id).in_(some), col(NoteRow.workshop_id) == workshop_id)
        tx.exec(update(NoteRow).where(*mine).values(**gone, key=UNDONE + cast(NoteRow.id, String)))
    for holders in _parts(slips):
        tx.exec(delete(AnswerRow).where(col(AnswerRow.slip_id).in_(holders)))
        left: dict[str, Any] = {"erased": True, "unit": None, "past": []}
        tx.exec(update(SlipRow).where(col(SlipRow.id).in_(holders)).values(**left, key=UNDONE + col(SlipRow.id)))


def _parts(ids: Iterable[Any]) -> Iterator[list[Any]]:
    left = iter(ids)
    while some := list(islice(left, AT_ONCE)):
        yield some
