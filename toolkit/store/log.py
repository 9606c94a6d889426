"""What was done to notes and clusters, and why."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlmodel import col, select

from carousel.workshop import LogEntry
from toolkit.store.store import Transaction
from toolkit.store.tables import LogRow


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


PUBLIC = ("merged", "unmerged", "kept", "redacted", "released", "hidden")


def log(tx: Transaction, workshop_id: int) -> tuple[LogEntry, ...]:
    """The public moderation log: what was merged, held or let go and still holds, in order, without who did it."""
    rows = tx.exec(
        select(LogRow)
        .where(LogRow.workshop_id == workshop_id, col(LogRow.undone).is_(False), col(LogRow.what).in_(PUBLIC))
        .order_by(col(LogRow.id))
    )
    return tuple(LogEntry(at=row.at, what=row.what, note=row.note_id, reason=row.reason) for row in rows)


def last_gesture(tx: Transaction, workshop_id: int) -> LogRow | None:
    """The latest harvest gesture that can still be undone."""
    rows = tx.exec(
        select(LogRow)
        .where(LogRow.workshop_id == workshop_id, col(LogRow.undone).is_(False))
        .order_by(col(LogRow.id).desc())
        .limit(100)
    )
    return next((row for row in rows if row.before), None)


def mark_undone(tx: Transaction, row: LogRow) -> None:
    """The line no longer holds."""
    row.undone = True
    tx.add(row)
