"""Numbered gestures of browsers: which was the last that was carried out, kept in the same commit as what it did."""

from toolkit.store.store import Transaction
from toolkit.store.tables_once import GestureRow


def last_of(tx: Transaction, workshop_id: int, client: str) -> int:
    """The number of the last gesture of this browser that was carried out; 0 for none."""
    row = tx.get(GestureRow, (workshop_id, client))
    return row.last if row else 0


def remember(tx: Transaction, workshop_id: int, client: str, number: int) -> None:
    """This gesture and all before it are done."""
    row = tx.get(GestureRow, (workshop_id, client)) or GestureRow(workshop_id=workshop_id, client=client, last=0)
    row.last = max(row.last, number)
    tx.add(row)
