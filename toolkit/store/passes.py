"""Ways in by link, for table hosts and projectors: they can be shown again, and ended."""

from sqlmodel import col, select, update

from toolkit.store.store import Transaction
from toolkit.store.tables_staff import PassRow


def add_pass(tx: Transaction, id: str, workshop_id: int, kind: str, station: int | None) -> None:
    """Keep a new way in."""
    tx.add(PassRow(id=id, workshop_id=workshop_id, kind=kind, station=station))
    tx.flush()


def standing(tx: Transaction, workshop_id: int, kind: str) -> tuple[PassRow, ...]:
    """The ways in of this kind that are open."""
    query = select(PassRow).where(
        PassRow.workshop_id == workshop_id, PassRow.kind == kind, col(PassRow.revoked).is_(False)
    )
    return tuple(tx.exec(query))


def open_pass(tx: Transaction, id: str, kind: str) -> PassRow | None:
    """The way in with this id; None when it is unknown, of another kind or ended."""
    row = tx.get(PassRow, id)
    return row if row and row.kind == kind and not row.revoked else None


def end_passes(tx: Transaction, workshop_id: int, kind: str) -> None:
    """End every way in of this kind."""
    tx.exec(
        update(PassRow).where(col(PassRow.workshop_id) == workshop_id, col(PassRow.kind) == kind).values(revoked=True)
    )
