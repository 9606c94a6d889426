"""Interest forms: sealed, with nothing that leads to an answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import col, delete, select

from toolkit.store.store import Transaction
from toolkit.store.tables import ContactRow


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedContact:
    """One interest form as stored; `sealed` opens with the passphrase only."""

    id: str
    workshop_id: int
    day: date
    levels: tuple[str, ...]
    consents: Mapping[str, Any]
    sealed: bytes


def add_contact(
    tx: Transaction, *, id: str, workshop_id: int, key: str, day: date, levels: Sequence[str], themes: Sequence[str],
    core: bool, consents: Mapping[str, Any], withdrawal_hash: str, sealed: bytes,
) -> bool:  # fmt: skip
    """Keep an interest form; False when the same sending was kept before."""
    if tx.exec(select(ContactRow.id).where(ContactRow.key == key)).first():
        return False
    tx.add(
        ContactRow(
            id=id,
            workshop_id=workshop_id,
            key=key,
            day=day,
            levels=list(levels),
            themes=list(themes),
            core=core,
            consents=dict(consents),
            withdrawal_hash=withdrawal_hash,
            sealed=sealed,
        )
    )
    return True


def contacts(tx: Transaction, workshop_id: int | None = None) -> tuple[SealedContact, ...]:
    """The interest forms of a workshop, or of all, in random order of their ids."""
    query = select(ContactRow).order_by(ContactRow.id)
    if workshop_id is not None:
        query = query.where(ContactRow.workshop_id == workshop_id)
    return tuple(
        SealedContact(
            id=row.id,
            workshop_id=row.workshop_id,
            day=row.day,
            levels=tuple(row.levels),
            consents=row.consents,
            sealed=row.sealed,
        )
        for row in tx.exec(query)
    )


def remove_contact(tx: Transaction, withdrawal_hash: str) -> bool:
    """Delete the interest form that this withdrawal code belongs to; False when there is none."""
    deleted = tx.exec(delete(ContactRow).where(col(ContactRow.withdrawal_hash) == withdrawal_hash))
    return bool(deleted.rowcount)
