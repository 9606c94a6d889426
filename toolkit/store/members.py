"""Who is what in which programme."""

from typing import NamedTuple

from sqlmodel import col, delete, select

from toolkit.store.store import Transaction
from toolkit.store.tables import ProgrammeRow
from toolkit.store.tables_staff import MemberRow, StaffRow


class Member(NamedTuple):
    """A person of a programme."""

    id: int
    name: str
    role: str


def first_programme(tx: Transaction) -> int:
    """The id of the programme that was there first; a new store gets one."""
    row = tx.exec(select(ProgrammeRow).order_by(col(ProgrammeRow.id))).first()
    return (row.id or 0) if row else add_programme(tx, "Program")


def add_programme(tx: Transaction, name: str) -> int:
    """A new programme's id."""
    row = ProgrammeRow(name=name)
    tx.add(row)
    tx.flush()
    return row.id or 0


def rename_programme(tx: Transaction, programme_id: int, name: str) -> None:
    """Another name for a programme."""
    row = tx.get_one(ProgrammeRow, programme_id)
    row.name = name
    tx.add(row)


def programme_names(tx: Transaction, staff_id: int | None, programme_id: int) -> dict[int, str]:
    """The programmes of a person by id, and always the one in hand."""
    own = select(MemberRow.programme_id).where(MemberRow.staff_id == staff_id)
    query = select(ProgrammeRow).where(col(ProgrammeRow.id).in_(own) | (col(ProgrammeRow.id) == programme_id))
    return {row.id or 0: row.name for row in tx.exec(query.order_by(ProgrammeRow.name))}


def programmes_of(tx: Transaction, staff_id: int) -> tuple[int, ...]:
    """The ids of a person's programmes, the oldest first."""
    rows = tx.exec(select(MemberRow.programme_id).where(MemberRow.staff_id == staff_id))
    return tuple(sorted(rows))


def role_of(tx: Transaction, staff_id: int, programme_id: int | None) -> str:
    """What a person is in a programme; empty for nobody of it."""
    row = tx.get(MemberRow, (staff_id, programme_id)) if programme_id else None
    return row.role if row else ""


def set_role(tx: Transaction, staff_id: int, programme_id: int, role: str) -> None:
    """Make a person a member with this role, or change the role."""
    tx.merge(MemberRow(staff_id=staff_id, programme_id=programme_id, role=role))
    tx.flush()


def remove_member(tx: Transaction, staff_id: int, programme_id: int) -> None:
    """The person is nobody in this programme from now on."""
    tx.exec(delete(MemberRow).where(col(MemberRow.staff_id) == staff_id, col(MemberRow.programme_id) == programme_id))


def members(tx: Transaction, programme_id: int) -> tuple[Member, ...]:
    """Everybody of a programme, by name."""
    query = (
        select(StaffRow.id, StaffRow.name, MemberRow.role)
        .where(MemberRow.staff_id == StaffRow.id, MemberRow.programme_id == programme_id)
        .order_by(StaffRow.name)
    )
    return tuple(Member(id or 0, name, role) for id, name, role in tx.exec(query))
