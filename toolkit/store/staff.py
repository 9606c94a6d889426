"""Staff accounts, their sessions and invitations; secrets are kept as hashes only."""

from datetime import datetime

from sqlmodel import col, func, select, update

from toolkit.store.store import Transaction
from toolkit.store.tables_staff import LinkRow, SessionRow, StaffRow


def staff_named(tx: Transaction, name: str) -> StaffRow | None:
    """The account with this name, whatever its capitals."""
    return tx.exec(select(StaffRow).where(func.lower(StaffRow.name) == name.strip().lower())).first()


def staff_of_subject(tx: Transaction, subject: str) -> StaffRow | None:
    """The account that belongs to this person of the organisation's own sign-in."""
    return tx.exec(select(StaffRow).where(StaffRow.subject == subject)).first()


def add_staff(tx: Transaction, name: str, password_hash: str, subject: str | None = None) -> int:
    """A new account's id."""
    row = StaffRow(name=name, password_hash=password_hash, subject=subject)
    tx.add(row)
    tx.flush()
    return row.id or 0


def change_staff(tx: Transaction, staff_id: int, **columns: object) -> None:
    """Change columns of an account: failures, locked_until, password_hash, subject."""
    tx.exec(update(StaffRow).where(col(StaffRow.id) == staff_id).values(**columns))


def staff_name(tx: Transaction, staff_id: int | None) -> str:
    """An account's name; empty for a session that came by link and has no account yet."""
    row = tx.get(StaffRow, staff_id) if staff_id else None
    return row.name if row else ""


def add_session(
    tx: Transaction, hash: str, *, staff_id: int | None, role: str, programme_id: int, opened: datetime,
    expires: datetime,
) -> None:  # fmt: skip
    """Keep a session."""
    tx.add(
        SessionRow(
            hash=hash, staff_id=staff_id, role=role, programme_id=programme_id, opened=opened, expires=expires
        )
    )


def session_with(tx: Transaction, hash: str) -> SessionRow | None:
    """The session with this hash, valid or not."""
    return tx.get(SessionRow, hash)


def change_session(tx: Transaction, hash: str, **columns: object) -> None:
    """Change columns of a session: staff_id, programme_id, revoked."""
    tx.exec(update(SessionRow).where(col(SessionRow.hash) == hash).values(**columns))


def revoke_sessions(tx: Transaction, staff_id: int, but: str = "") -> None:
    """End every session of an account, except the one with the hash `but`."""
    tx.exec(
        update(SessionRow)
        .where(col(SessionRow.staff_id) == staff_id, col(SessionRow.hash) != but)
        .values(revoked=True)
    )


def sessions(tx: Transaction, programme_id: int, now: datetime) -> tuple[SessionRow, ...]:
    """The sessions that are open now in a programme, the newest first."""
    open_now = (SessionRow.programme_id == programme_id, col(SessionRow.revoked).is_(False), SessionRow.expires > now)
    return tuple(tx.exec(select(SessionRow).where(*open_now).order_by(col(SessionRow.expires).desc())))


def add_link(tx: Transaction, hash: str, *, role: str, programme_id: int, expires: datetime, person: str) -> None:
    """Keep an invitation."""
    tx.add(LinkRow(hash=hash, role=role, programme_id=programme_id, expires=expires, person=person))


def link_with(tx: Transaction, hash: str, now: datetime) -> LinkRow | None:
    """The invitation; None when it is unknown, used, withdrawn or expired."""
    row = tx.get(LinkRow, hash)
    return None if row is None or row.used or row.expires < now else row


def use_link(tx: Transaction, hash: str, now: datetime) -> LinkRow | None:
    """The invitation, once; None when it is unknown, used, withdrawn or expired."""
    row = link_with(tx, hash, now)
    if row is not None:
        row.used = True
        tx.add(row)
    return row


def invitations(tx: Transaction, programme_id: int, now: datetime) -> tuple[LinkRow, ...]:
    """Invitations to somebody that can still be used, the newest first; the start's own links are not among them."""
    waiting = (LinkRow.programme_id == programme_id, col(LinkRow.used).is_(False), LinkRow.expires > now)
    query = select(LinkRow).where(*waiting, LinkRow.person != "").order_by(col(LinkRow.expires).desc())
    return tuple(tx.exec(query))
