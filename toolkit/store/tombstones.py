"""What was deleted on request, as hashes: a restored copy of the store deletes it again."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import col, select

from toolkit.store.store import Transaction
from toolkit.store.tables import SlipRow
from toolkit.store.tables_once import TombstoneRow

SLIP, CONTACT, CONSENT = "slip", "contact", "consent"


@dataclass(frozen=True, slots=True)
class Tombstone:
    """`hash` is that of the erasure code (slip) or of the withdrawal code (contact, consent); a consent's hash is
    followed by a colon and its id. It leads to nobody once the row is gone."""

    hash: str
    kind: str
    day: date


def set_tombstone(tx: Transaction, hash: str, kind: str, day: date) -> None:
    """Remember a deletion; the first day stays."""
    if hash and tx.get(TombstoneRow, hash) is None:
        tx.add(TombstoneRow(hash=hash, kind=kind, day=day))


def stands(tx: Transaction, hash: str) -> bool:
    """Whether this was deleted on request before."""
    return tx.get(TombstoneRow, hash) is not None


def tombstones(tx: Transaction) -> tuple[Tombstone, ...]:
    """All of them, the oldest first."""
    rows = tx.exec(select(TombstoneRow).order_by(col(TombstoneRow.day), col(TombstoneRow.hash)))
    return tuple(Tombstone(row.hash, row.kind, row.day) for row in rows)


def slip_of(tx: Transaction, erasure_hash: str) -> SlipRow | None:
    """The slip, of whichever workshop, that this hash of an erasure code belongs to."""
    return tx.exec(select(SlipRow).where(SlipRow.erasure_hash == erasure_hash)).first()
