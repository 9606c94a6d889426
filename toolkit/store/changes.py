"""How far a workshop has changed, in a few small numbers: what was worked out before still holds while they do."""

from typing import Any

from sqlmodel import col, func, select

from toolkit.store.slips import COUNTED
from toolkit.store.store import Transaction
from toolkit.store.tables import AnswerRow, BallotRow, ContactRow, LogRow, NoteRow, SlipRow, TallyRow, TickRow

Mark = tuple[Any, ...]


def last_change(tx: Transaction, workshop_id: int) -> Mark:
    """Counts that differ after every note, tick, hand, vote, form or harvest gesture, and after each undoing."""
    notes = select(func.count(), func.max(NoteRow.id), func.sum(NoteRow.paper_ticks)).where(
        NoteRow.workshop_id == workshop_id, NoteRow.status == "published"
    )
    gestures = select(func.count(), func.max(LogRow.id)).where(
        LogRow.workshop_id == workshop_id, col(LogRow.undone).is_(False)
    )
    ticks = (
        select(func.count(col(TickRow.note_id)))
        .join(NoteRow, col(NoteRow.id) == col(TickRow.note_id))
        .where(NoteRow.workshop_id == workshop_id)
    )
    forms = [
        tx.exec(select(func.count()).where(table.workshop_id == workshop_id)).one()
        for table in (BallotRow, AnswerRow, ContactRow)
    ]
    excluded = select(func.count()).where(SlipRow.workshop_id == workshop_id, col(SlipRow.excluded).is_(True))
    kept = select(func.sum(TallyRow.count)).where(TallyRow.workshop_id == workshop_id, TallyRow.item == COUNTED)
    counts = (ticks, excluded, kept)
    return (*tx.exec(notes).one(), *tx.exec(gestures).one(), *(tx.exec(one).one() for one in counts), *forms)
