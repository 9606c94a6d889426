"""What hangs on the wall clock in the store, moved along when the clock itself was set."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import col, select

from carousel.stage import from_dict, to_dict
from toolkit.store.store import Transaction
from toolkit.store.tables import MoveRow, WorkshopRow
from toolkit.store.tables_staff import LinkRow, SessionRow, StaffRow

EVENING = timedelta(hours=18)  # moves older than this belong to another day
LATE = timedelta(days=2)  # what was written inside may still be delivered for a day


def shift(tx: Transaction, jump: timedelta, now: datetime) -> tuple[int, ...]:
    """Move running evenings, valid sign-ins and waiting times by `jump`; `now` is after it. The workshops moved."""
    before = now - jump
    sessions = tx.exec(select(SessionRow).where(col(SessionRow.expires) > before))
    links = tx.exec(select(LinkRow).where(col(LinkRow.expires) > before))
    for row in (*sessions, *links):
        row.expires += jump
        tx.add(row)
    for staff in tx.exec(select(StaffRow).where(col(StaffRow.locked_until) > before)):
        staff.locked_until = staff.locked_until + jump if staff.locked_until else None
        tx.add(staff)
    for workshop in tx.exec(select(WorkshopRow).where(col(WorkshopRow.closed) > before - LATE)):
        workshop.closed = workshop.closed + jump if workshop.closed else None
        tx.add(workshop)
    recent = tx.exec(select(MoveRow).where(col(MoveRow.at) > before - EVENING)).all()
    for move in recent:
        _shift_move(move, jump)
        tx.add(move)
    evenings = tuple({move.workshop_id for move in recent})
    for row in tx.exec(select(WorkshopRow).where(col(WorkshopRow.id).in_(evenings))):
        row.step = _shifted(row.step, jump)
        tx.add(row)
    return evenings


def _shift_move(move: MoveRow, jump: timedelta) -> None:
    closed = move.before.get("closed")
    later = {"closed": (datetime.fromisoformat(closed) + jump).isoformat()} if closed else {}
    move.at, move.before = move.at + jump, {**move.before, "step": _shifted(move.before["step"], jump), **later}


def _shifted(kept: dict[str, Any], jump: timedelta) -> dict[str, Any]:
    step = from_dict(kept)
    return to_dict(replace(step, clock=step.clock.shifted(jump.total_seconds()))) if step.clock else kept
