"""What was done to notes and clusters, and why."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlmodel import col, select

from carousel.workshop import LogEntry
from toolkit.store.store import Transaction
from toolkit.store.tables import LogRow, NoteRow


def write_down(
    tx: Transaction,
    workshop_id: int,
    what: str,
    note_id: int,
    now: datetime,
    *,
    reason: str = "",
    before: Mapping[str, Any] | None = None,
) -> None:
    """Add a line. `before` is what a harvest gesture changed ({note id: {column: value}}), so that it can be undone."""
    row = LogRow(workshop_id=workshop_id, at=now, what=what, note_id=note_id, reason=reason, before=dict(before or {}))
    tx.add(row)


LEFT_OUT = "left_out"
PUBLIC = ("merged", "unmerged", "split", "kept", "redacted", "released", "hidden", LEFT_OUT)
TOGETHER = ("merged", "split")
"""Gestures with other notes: those that were brought under the first, or those it was parted into."""


def log(tx: Transaction, workshop_id: int) -> tuple[LogEntry, ...]:
    """The public moderation log: what was merged, parted, held or let go and still holds, without who did it.

    In order; notes that still wait for a person stand at the end, as held.
    """
    rows = tx.exec(
        select(LogRow)
        .where(LogRow.workshop_id == workshop_id, col(LogRow.undone).is_(False), col(LogRow.what).in_(PUBLIC))
        .order_by(col(LogRow.id))
    )
    done = tuple(
        LogEntry(at=row.at, what=row.what, note=row.note_id, reason=row.reason, others=_others(row)) for row in rows
    )
    return (*done, *_waiting(tx, workshop_id))


def _others(row: LogRow) -> tuple[int, ...]:
    if row.what not in TOGETHER:
        return ()
    return tuple(sorted(int(note) for note in row.before if note.isdigit() and int(note) != row.note_id))


def _waiting(tx: Transaction, workshop_id: int) -> tuple[LogEntry, ...]:
    held = tx.exec(
        select(NoteRow)
        .where(NoteRow.workshop_id == workshop_id, NoteRow.status == "held")
        .order_by(col(NoteRow.id))
    )
    return tuple(LogEntry(at=row.sent, what="held", note=row.id or 0, reason=row.because) for row in held)


def last_gesture(tx: Transaction, workshop_id: int) -> LogRow | None:
    """The latest harvest gesture that can still be undone."""
    rows = tx.exec(
        select(LogRow)
        .where(LogRow.workshop_id == workshop_id, col(LogRow.undone).is_(False))
        .order_by(col(LogRow.id).desc())
        .limit(100)
    )
    return next((row for row in rows if row.before), None)


def no_longer_left_out(tx: Transaction, workshop_id: int, notes: Sequence[int]) -> None:
    """The lines that say of these notes that they were left out no longer hold."""
    rows = tx.exec(
        select(LogRow).where(
            LogRow.workshop_id == workshop_id, LogRow.what == LEFT_OUT, col(LogRow.undone).is_(False)
        )
    )
    for row in rows:
        if row.note_id in notes:
            mark_undone(tx, row)


def mark_undone(tx: Transaction, row: LogRow) -> None:
    """The line no longer holds."""
    row.undone = True
    tx.add(row)
