"""Interest forms: sealed, with nothing that leads to an answer.

In clear stands only what must be known without the passphrase: levels and themes, which the report counts; which
consents hold, so that a code can withdraw them; and the days from which the time to be deleted counts.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import col, delete, select

from toolkit.store.programme import programme_of_workshop
from toolkit.store.store import Transaction
from toolkit.store.tables import CommunityRow, ContactRow, WorkshopRow


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedContact:
    """One interest form as stored; `sealed` opens with the passphrase only and is empty for the demo's people.

    `consents` maps a consent's id to {given, version, day, required}, and the day `withdrawn`. `last` is the day of the
    last contact, at first that of the form.
    """

    id: str
    workshop_id: int
    question_set: str
    community: str
    day: date
    last: date
    done: bool
    levels: tuple[str, ...]
    consents: Mapping[str, Any]
    withdrawal_hash: str
    sealed: bytes

    def allows(self, consent: str) -> bool:
        """Whether this consent was given and holds."""
        return bool(self.consents.get(consent, {}).get("given"))


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


def contacts(
    tx: Transaction, workshop_id: int | None = None, *, programme: int | None = None
) -> tuple[SealedContact, ...]:
    """The interest forms of a workshop, of a programme, or of all, in random order of their ids."""
    query = (
        select(ContactRow, WorkshopRow.question_set, CommunityRow.name)
        .join(WorkshopRow, col(WorkshopRow.id) == ContactRow.workshop_id)
        .join(CommunityRow, col(CommunityRow.id) == WorkshopRow.community_id)
        .order_by(ContactRow.id)
    )
    if workshop_id is not None:
        query = query.where(ContactRow.workshop_id == workshop_id)
    if programme is not None:
        query = query.where(CommunityRow.programme_id == programme)
    return tuple(
        SealedContact(
            id=row.id,
            workshop_id=row.workshop_id,
            question_set=asked,
            community=community,
            day=row.day,
            last=row.last_contact or row.day,
            done=row.done,
            levels=tuple(row.levels),
            consents=row.consents,
            withdrawal_hash=row.withdrawal_hash,
            sealed=row.sealed,
        )
        for row, asked, community in tx.exec(query)
    )


def contact_with(tx: Transaction, withdrawal_hash: str) -> ContactRow | None:
    """The row of the interest form that a withdrawal code belongs to."""
    return tx.exec(select(ContactRow).where(ContactRow.withdrawal_hash == withdrawal_hash)).first()


def contact_row(tx: Transaction, id: str, programme: int | None = None) -> ContactRow | None:
    """The row of an interest form, of this programme if one is given."""
    row = tx.get(ContactRow, id)
    if row is None or programme is None:
        return row
    return row if programme_of_workshop(tx, row.workshop_id) == programme else None


def remove_contacts(tx: Transaction, ids: Sequence[str]) -> int:
    """Delete interest forms; how many there were."""
    deleted = tx.exec(delete(ContactRow).where(col(ContactRow.id).in_(ids)))
    return int(deleted.rowcount)
