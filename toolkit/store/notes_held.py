"""Notes that wait for a person's decision before anybody sees them."""

from dataclasses import dataclass

from sqlmodel import col, select

from toolkit.compare.gate import WRITTEN_DETAILS
from toolkit.store.store import Transaction
from toolkit.store.tables import NoteRow


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldNote:
    """A note that waits for a person's decision; `beside` is what was written next to its text."""

    id: int
    text: str
    redacted: str
    because: str
    question: str
    kind: str
    station: int | None
    status: str
    beside: tuple[str, ...] = ()


def waiting(tx: Transaction, workshop_id: int) -> tuple[HeldNote, ...]:
    """Notes held before anything was shown, and notes hidden by hand, the oldest first."""
    rows = tx.exec(
        select(NoteRow)
        .where(NoteRow.workshop_id == workshop_id, col(NoteRow.status).in_(("held", "hidden")))
        .order_by(col(NoteRow.id))
    )
    return tuple(
        HeldNote(
            id=row.id or 0,
            text=row.text,
            redacted=row.redacted or row.text,
            because=row.because,
            question=row.question,
            kind=row.kind,
            station=row.station,
            status=row.status,
            beside=tuple(str(row.fields[name]) for name in WRITTEN_DETAILS if row.fields.get(name)),
        )
        for row in rows
    )
