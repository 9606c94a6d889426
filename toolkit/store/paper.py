"""What was typed in from paper: the newest notes, how many at each station, and taking a form back."""

from dataclasses import dataclass

from sqlmodel import col, delete, func, select, update

from toolkit.store.slips import SHOWN
from toolkit.store.store import Transaction
from toolkit.store.tables import AnswerRow, BallotRow, NoteRow, SlipRow, TickRow

PAPER = "paper:"


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedNote:
    """A note that was typed in from paper; `slip` is the code of its slip, empty where nobody wrote one."""

    id: int
    text: str
    question: str
    group: int | None
    round: int | None
    ticks: int
    slip: str
    held: bool


def typed_notes(tx: Transaction, workshop_id: int, newest: int) -> tuple[TypedNote, ...]:
    """The newest notes that were typed in here, the last one first."""
    query = (
        select(NoteRow, SlipRow.code)
        .outerjoin(SlipRow, col(SlipRow.id) == col(NoteRow.slip_id))
        .where(
            NoteRow.workshop_id == workshop_id, col(NoteRow.key).startswith(PAPER), col(NoteRow.status).in_(SHOWN)
        )
        .order_by(col(NoteRow.id).desc())
        .limit(newest)
    )
    return tuple(
        TypedNote(
            id=row.id or 0, text=row.text, question=row.question, group=row.group, round=row.round,
            ticks=row.paper_ticks, slip=code or "", held=row.status != "published",
        )
        for row, code in tx.exec(query)
    )  # fmt: skip


def count_from_paper(tx: Transaction, workshop_id: int) -> dict[str, int]:
    """How many notes came from paper, by question."""
    query = (
        select(NoteRow.question, func.count())
        .where(NoteRow.workshop_id == workshop_id, NoteRow.source == "paper", col(NoteRow.status).in_(SHOWN))
        .group_by(col(NoteRow.question))
    )
    return {question: count for question, count in tx.exec(query)}


def forms_of(tx: Transaction, slip: str) -> frozenset[str]:
    """Which forms of a slip are filled in: checkin, closing, vote."""
    answered = set(tx.exec(select(AnswerRow.form).where(AnswerRow.slip_id == slip)))
    voted = {"vote"} if tx.get(BallotRow, slip) is not None else set()
    return frozenset(answered | voted)


def nobodys(tx: Transaction, slip: str) -> None:
    """Make a slip count as no person: what hangs on it is of somebody who is counted already."""
    tx.exec(update(SlipRow).where(col(SlipRow.id) == slip).values(erased=True))


def remove_form(tx: Transaction, slip: str, form: str) -> None:
    """Take one form of a slip back; a slip that came from paper and holds nothing more is gone with it."""
    if form == "vote":
        tx.exec(delete(BallotRow).where(col(BallotRow.slip_id) == slip))
    else:
        tx.exec(delete(AnswerRow).where(col(AnswerRow.slip_id) == slip, col(AnswerRow.form) == form))
    remove_empty(tx, slip)


def remove_empty(tx: Transaction, slip: str) -> None:
    """Remove a slip that came from paper when nothing hangs on it, so that its code can be typed again."""
    row = tx.get(SlipRow, slip)
    tx.flush()
    used = (
        tx.exec(select(NoteRow.id).where(NoteRow.slip_id == slip).limit(1)).first(),
        tx.exec(select(TickRow.note_id).where(TickRow.slip_id == slip).limit(1)).first(),
    )
    if row is None or not row.key.startswith(PAPER) or forms_of(tx, slip) or any(one is not None for one in used):
        return
    tx.delete(row)


def remove_note(tx: Transaction, note_id: int) -> None:
    """Empty a note that was typed in by mistake, and its slip when nothing else hangs on it."""
    row = tx.get_one(NoteRow, note_id)
    slip, row.slip_id = row.slip_id, None
    row.key, row.text, row.redacted, row.status = f"undone {row.id}", "", None, "erased"
    row.fields, row.paper_ticks = {}, 0
    tx.add(row)
    if slip is not None:
        remove_empty(tx, slip)
