"""Records of the organiser forms: kept, changed, removed and brought back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlmodel import col, func, select

from carousel.refusal import Refusal
from toolkit.i18n import _
from toolkit.store.store import Transaction
from toolkit.store.tables import RecordRow

GONE = _("This entry is no longer there. Please load the page again.")
STALE = _("Somebody changed this entry meanwhile. Look at it again, then decide.")
TWICE = _("There is such an entry already. Change that one, or write something else here.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One record as kept. Values by field id: text, number, ISO date, option id, list of ids, true; others left out."""

    id: int
    form: str
    community_id: int
    version: int
    values: Mapping[str, Any] = field(default_factory=dict)


def records(tx: Transaction, community_id: int, form: str = "") -> tuple[Record, ...]:
    """What is written down about a community, in the order in which it came; of one form, or of all."""
    query = select(RecordRow).where(RecordRow.community_id == community_id, col(RecordRow.removed).is_(False))
    if form:
        query = query.where(RecordRow.form == form)
    return tuple(map(_value, tx.exec(query.order_by(col(RecordRow.id)))))


def every_record(tx: Transaction) -> Mapping[int, tuple[Record, ...]]:
    """What is written down about each community, by its id, in one reading."""
    found: dict[int, list[Record]] = {}
    for row in tx.exec(select(RecordRow).where(col(RecordRow.removed).is_(False)).order_by(col(RecordRow.id))):
        found.setdefault(row.community_id, []).append(_value(row))
    return {community: tuple(some) for community, some in found.items()}


def record(tx: Transaction, id: int) -> Record:
    """One record; refuses with 404."""
    return _value(_row(tx, id))


def counts(tx: Transaction) -> Mapping[tuple[int, str], int]:
    """How many records there are, by community and form."""
    query = (
        select(RecordRow.community_id, RecordRow.form, func.count())
        .where(col(RecordRow.removed).is_(False))
        .group_by(col(RecordRow.community_id), col(RecordRow.form))
    )
    return {(community, form): many for community, form, many in tx.exec(query)}


def add_record(
    tx: Transaction, community_id: int, form: str, key: str, values: Mapping[str, Any], now: datetime
) -> int:
    """Keep a new record; refuses with 409 where another has its key."""
    _free(tx, community_id, form, key)
    row = RecordRow(community_id=community_id, form=form, key=key, content=dict(values), changed=now)
    tx.add(row)
    tx.flush()
    return row.id or 0


def change_record(tx: Transaction, id: int, key: str, values: Mapping[str, Any], version: int, now: datetime) -> None:
    """Other values for a record; refuses with 409 when it is no longer the version that was read."""
    row = _row(tx, id)
    if row.version != version:
        raise Refusal(STALE, status=409)
    if row.key != key:
        _free(tx, row.community_id, row.form, key)
    row.key, row.content, row.version, row.changed = key, dict(values), version + 1, now
    tx.add(row)
    tx.flush()


def remove_record(tx: Transaction, id: int, now: datetime) -> None:
    """Take a record away; refuses with 404 when it is gone already."""
    row = _row(tx, id)
    row.removed, row.key, row.changed = True, f"{row.key} · removed {row.id}", now
    tx.add(row)
    tx.flush()


def restore_record(tx: Transaction, id: int, now: datetime) -> None:
    """Bring a removed record back; refuses with 409 where another has taken its place."""
    row = _row(tx, id, removed=True)
    key = row.key.removesuffix(f" · removed {row.id}")
    _free(tx, row.community_id, row.form, key)
    row.removed, row.key, row.changed = False, key, now
    tx.add(row)
    tx.flush()


def _row(tx: Transaction, id: int, *, removed: bool = False) -> RecordRow:
    row = tx.get(RecordRow, id)
    if row is None or row.removed is not removed:
        raise Refusal(GONE, status=404)
    return row


def _free(tx: Transaction, community_id: int, form: str, key: str) -> None:
    same = select(RecordRow.id).where(
        RecordRow.community_id == community_id, RecordRow.form == form, RecordRow.key == key
    )
    if tx.exec(same).first() is not None:
        raise Refusal(TWICE, status=409)


def _value(row: RecordRow) -> Record:
    return Record(id=row.id or 0, form=row.form, community_id=row.community_id, version=row.version, values=row.content)
