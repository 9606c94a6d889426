"""Slips, the answers that hang on them, and the counts that hang on nobody."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import col, delete, func, insert, select, update

from carousel.refusal import Refusal
from carousel.workshop import Person
from toolkit.i18n import _
from toolkit.store.store import Transaction
from toolkit.store.tables import AnswerRow, BallotRow, NoteRow, SlipRow, TallyRow, TicketRow, TickRow

GONE = _("This slip is no longer in use. Please check in again.")


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnNote:
    """A resident's own note as their phone shows it; `status` is published, held or hidden."""

    id: int
    question: str
    kind: str
    text: str
    round: int | None
    station: int | None
    status: str
    fields: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Resident:
    """What a phone may know about its own slip."""

    slip: str
    workshop_id: int
    code: str
    language: str
    group: int | None
    joined_round: int
    official: bool
    left: bool
    own_notes: tuple[OwnNote, ...] = ()
    ticked: frozenset[int] = frozenset()
    marks: tuple[int, ...] | None = None
    closed: bool = False


def slip_row(tx: Transaction, slip: str) -> SlipRow:
    """The row of a slip; refuses with 410 when it was erased or never was."""
    row = tx.get(SlipRow, slip)
    if row is None or row.erased:
        raise Refusal(GONE, status=410)
    return row


def resident(tx: Transaction, slip: str) -> Resident:
    """The resident of a slip, with own notes, ticks and marks; refuses with 410."""
    row = slip_row(tx, slip)
    notes = tx.exec(
        select(NoteRow)
        .where(NoteRow.slip_id == slip, col(NoteRow.status).in_(("published", "held", "hidden")))
        .order_by(col(NoteRow.id))
    ).all()
    ballot = tx.get(BallotRow, slip)
    closed = tx.exec(select(AnswerRow.slip_id).where(AnswerRow.slip_id == slip, AnswerRow.form == "closing")).first()
    return Resident(
        slip=slip,
        workshop_id=row.workshop_id,
        code=row.code,
        language=row.language,
        group=row.group,
        joined_round=row.joined_round,
        official=row.official,
        left=row.left_round is not None,
        own_notes=tuple(_own(note) for note in notes),
        ticked=frozenset(tx.exec(select(TickRow.note_id).where(TickRow.slip_id == slip))),
        marks=tuple(ballot.marks) if ballot else None,
        closed=closed is not None,
    )


def _own(note: NoteRow) -> OwnNote:
    return OwnNote(
        id=note.id or 0,
        question=note.question,
        kind=note.kind,
        text=note.text,
        round=note.round,
        station=note.station,
        status=note.status,
        fields=note.fields,
    )


def slip_with_key(tx: Transaction, workshop_id: int, key: str) -> SlipRow | None:
    """The slip that an earlier sending of the same check-in made."""
    return tx.exec(select(SlipRow).where(SlipRow.workshop_id == workshop_id, SlipRow.key == key)).first()


def slip_with_code(tx: Transaction, workshop_id: int, code: str) -> SlipRow | None:
    """The slip with this printed code, for companions and for the facilitator's list."""
    return tx.exec(
        select(SlipRow).where(SlipRow.workshop_id == workshop_id, SlipRow.code == code.strip().upper())
    ).first()


def keep_answers(tx: Transaction, workshop_id: int, slip: str, form: str, answers: Mapping[str, Any]) -> None:
    """Store a form's answers; a form sent again replaces what it said before."""
    tx.exec(delete(AnswerRow).where(col(AnswerRow.slip_id) == slip, col(AnswerRow.form) == form))
    rows = [
        {"slip_id": slip, "form": form, "question": question, "workshop_id": workshop_id, "value": value}
        for question, value in answers.items()
    ]
    if rows:
        tx.connection().execute(insert(AnswerRow), rows)


def count_up(tx: Transaction, workshop_id: int, items: Sequence[str]) -> None:
    """Add one to each of these totals."""
    for item in items:
        row = tx.get(TallyRow, (workshop_id, item)) or TallyRow(workshop_id=workshop_id, item=item)
        row.count += 1
        tx.add(row)


def totals(tx: Transaction, workshop_id: int) -> dict[str, int]:
    """The totals of what makes taking part easier today."""
    rows = tx.exec(select(TallyRow).where(TallyRow.workshop_id == workshop_id))
    return {row.item: row.count for row in rows}


def ticket(tx: Transaction, workshop_id: int, key: str) -> int:
    """The raffle ticket of this key: a number from 101 up, the same when it is asked for again."""
    kept = tx.exec(select(TicketRow.number).where(TicketRow.key == key)).first()
    if kept is not None:
        return kept
    highest = tx.exec(select(func.max(TicketRow.number)).where(TicketRow.workshop_id == workshop_id)).one()
    number = (highest or 100) + 1
    tx.add(TicketRow(workshop_id=workshop_id, number=number, key=key))
    return number


def tickets(tx: Transaction, workshop_id: int) -> tuple[int, ...]:
    """Every raffle ticket given out."""
    return tuple(
        tx.exec(select(TicketRow.number).where(TicketRow.workshop_id == workshop_id).order_by(col(TicketRow.number)))
    )


def people(tx: Transaction, workshop_id: int) -> tuple[Person, ...]:
    """Everybody who is present, as the grouping sees them."""
    slips = tx.exec(
        select(SlipRow).where(
            SlipRow.workshop_id == workshop_id, col(SlipRow.left_round).is_(None), col(SlipRow.erased).is_(False)
        )
    ).all()
    answers = answers_by_slip(tx, workshop_id, "checkin")
    return tuple(
        Person(
            slip=slip.id,
            stakeholder_type=answers.get(slip.id, {}).get("stakeholder_type") or "",
            age_band=answers.get(slip.id, {}).get("age_band") or "",
            unit=slip.unit,
        )
        for slip in slips
    )


def answers_by_slip(tx: Transaction, workshop_id: int, form: str) -> dict[str, dict[str, Any]]:
    """A form's answers, by slip and question."""
    found: dict[str, dict[str, Any]] = {}
    for row in tx.exec(select(AnswerRow).where(AnswerRow.workshop_id == workshop_id, AnswerRow.form == form)):
        found.setdefault(row.slip_id, {})[row.question] = row.value
    return found


def seat(tx: Transaction, groups: Mapping[str, int], joined_round: int = 0) -> None:
    """Put slips into groups."""
    for slip, group in groups.items():
        tx.exec(update(SlipRow).where(col(SlipRow.id) == slip).values(group=group, joined_round=joined_round))


@dataclass(frozen=True, slots=True)
class Stay:
    """From which round a slip was in its group, and the round in which it left."""

    group: int
    joined: int
    left: int | None


def stays(tx: Transaction, workshop_id: int) -> tuple[Stay, ...]:
    """Who was in which group when, for exposure."""
    rows = tx.exec(
        select(SlipRow.group, SlipRow.joined_round, SlipRow.left_round, SlipRow.past).where(
            SlipRow.workshop_id == workshop_id, col(SlipRow.group).is_not(None), col(SlipRow.erased).is_(False)
        )
    ).all()
    now = [Stay(group, joined, left) for group, joined, left, _ in rows if group is not None]
    return (*now, *(Stay(*stay) for row in rows for stay in row[3]))


def move_to(tx: Transaction, row: SlipRow, group: int, joined_round: int) -> None:
    """Put a slip into another group from a round on; the earlier stay is remembered for exposure."""
    if row.group is not None and row.joined_round < joined_round:
        row.past = [*row.past, [row.group, row.joined_round, joined_round]]
    row.group, row.joined_round = group, joined_round
    tx.add(row)


def slip_to_erase(tx: Transaction, workshop_id: int, erasure_hash: str) -> SlipRow | None:
    """The slip that an erasure code belongs to."""
    return tx.exec(
        select(SlipRow).where(SlipRow.workshop_id == workshop_id, SlipRow.erasure_hash == erasure_hash)
    ).first()


def erase(tx: Transaction, row: SlipRow) -> tuple[int, ...]:
    """Remove what hangs on a slip and return the ids of its notes. The empty slip stays, so that a late phone
    cannot bring it back."""
    own = tuple(note or 0 for note in tx.exec(select(NoteRow.id).where(NoteRow.slip_id == row.id)))
    tx.exec(
        update(NoteRow)
        .where(col(NoteRow.slip_id) == row.id)
        .values(text="", redacted=None, fields={}, cluster_name="", status="erased")
    )
    tx.exec(delete(AnswerRow).where(col(AnswerRow.slip_id) == row.id))
    tx.exec(delete(TickRow).where(col(TickRow.slip_id) == row.id))
    tx.exec(delete(BallotRow).where(col(BallotRow.slip_id) == row.id))
    row.erased, row.unit, row.past = True, None, []
    tx.add(row)
    return own


def members(tx: Transaction, workshop_id: int, group: int) -> tuple[SlipRow, ...]:
    """The slips present in a group."""
    rows = tx.exec(
        select(SlipRow).where(
            SlipRow.workshop_id == workshop_id, SlipRow.group == group, col(SlipRow.left_round).is_(None)
        )
    )
    return tuple(rows)


def without_group(tx: Transaction, workshop_id: int) -> tuple[SlipRow, ...]:
    """The slips present that sit in no group, by their codes."""
    rows = tx.exec(
        select(SlipRow)
        .where(
            SlipRow.workshop_id == workshop_id, col(SlipRow.group).is_(None), col(SlipRow.left_round).is_(None),
            col(SlipRow.erased).is_(False),
        )
        .order_by(col(SlipRow.code))
    )  # fmt: skip
    return tuple(rows)
