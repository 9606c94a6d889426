"""Staff accounts, their sessions and one-time links; secrets are kept as hashes only."""

from datetime import datetime

from sqlmodel import col, func, select, update

from toolkit.store.store import Transaction
from toolkit.store.tables import LinkRow, SessionRow, StaffRow


def staff_named(tx: Transaction, name: str) -> StaffRow | None:
    """The account with this name, whatever its capitals."""
    return tx.exec(select(StaffRow).where(func.lower(StaffRow.name) == name.strip().lower())).first()


def add_staff(tx: Transaction, name: str, role: str, password_hash: str) -> int:
    """A new account's id."""
    row = StaffRow(name=name, role=role, password_hash=password_hash)
    tx.add(row)
    tx.flush()
    return row.id or 0


def set_failures(tx: Transaction, staff_id: int, failures: int, locked_until: datetime | None) -> None:
    """Remember failed sign-ins."""
    tx.exec(
        update(StaffRow).where(col(StaffRow.id) == staff_id).values(failures=failures, locked_until=locked_until)
    )


def add_session(tx: Transaction, hash: str, staff_id: int | None, role: str, expires: datetime) -> None:
    """Keep a session."""
    tx.add(SessionRow(hash=hash, staff_id=staff_id, role=role, expires=expires))


def session_with(tx: Transaction, hash: str) -> SessionRow | None:
    """The session with this hash, valid or not."""
    return tx.get(SessionRow, hash)


def staff_name(tx: Transaction, staff_id: int | None) -> str:
    """An account's name; empty for a session that came by link and has no account yet."""
    row = tx.get(StaffRow, staff_id) if staff_id else None
    return row.name if row else ""


def revoke(tx: Transaction, hash: str) -> None:
    """End a session."""
    tx.exec(update(SessionRow).where(col(SessionRow.hash) == hash).values(revoked=True))


def add_link(tx: Transaction, hash: str, role: str, expires: datetime) -> None:
    """Keep a one-time link."""
    tx.add(LinkRow(hash=hash, role=role, expires=expires))


def use_link(tx: Transaction, hash: str, now: datetime) -> str | None:
    """The role a link gives, once; None when it is unknown, used or expired."""
    row = tx.get(LinkRow, hash)
    if row is None or row.used or row.expires < now:
        return None
    row.used = True
    tx.add(row)
    return row.role


def set_password(tx: Transaction, staff_id: int, password_hash: str) -> None:
    """Another password, kept as its hash."""
    tx.exec(update(StaffRow).where(col(StaffRow.id) == staff_id).values(password_hash=password_hash))


def give_session(tx: Transaction, hash: str, staff_id: int) -> None:
    """The session belongs to this account from now on."""
    tx.exec(update(SessionRow).where(col(SessionRow.hash) == hash).values(staff_id=staff_id))


def revoke_others(tx: Transaction, staff_id: int, hash: str) -> None:
    """End every session of an account but this one."""
    tx.exec(
        update(SessionRow)
        .where(col(SessionRow.staff_id) == staff_id, col(SessionRow.hash) != hash)
        .values(revoked=True)
    )
