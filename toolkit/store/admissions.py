"""Tickets that let one phone in, as hashes: which were made, and which are used."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import bindparam
from sqlalchemy import insert as put
from sqlalchemy import select as pick
from sqlalchemy import update as change
from sqlmodel import SQLModel, func

from toolkit.store.store import Transaction
from toolkit.store.tables_once import AdmissionRow

_TICKET = SQLModel.metadata.tables[str(AdmissionRow.__tablename__)]
_THIS = (_TICKET.c.hash == bindparam("this")) & (_TICKET.c.workshop_id == bindparam("workshop"))
_USED = pick(_TICKET.c.used).where(_THIS)
_HERE = _TICKET.c.workshop_id == bindparam("workshop")
ENDED = ""
"""What stands in place of a check-in's key once a ticket is worth nothing."""
_COUNTS = pick(
    func.count().filter(_TICKET.c.used.is_(None) | (_TICKET.c.used != ENDED)),
    func.count().filter(_TICKET.c.used != ENDED),
    func.count().filter(_TICKET.c.used == ENDED),
).where(_HERE)


class Counts(NamedTuple):
    """How many tickets of a workshop are worth something or have been used, how many of them have let somebody in,
    and how many were ended unused."""

    made: int
    used: int
    ended: int


def add(tx: Transaction, workshop_id: int, hashes: Sequence[str]) -> None:
    """Keep new tickets; those that are kept already stay as they are."""
    known = set(tx.connection().execute(pick(_TICKET.c.hash).where(_TICKET.c.workshop_id == workshop_id)).scalars())
    rows = [{"hash": one, "workshop_id": workshop_id, "used": None} for one in hashes if one not in known]
    if rows:
        tx.connection().execute(put(_TICKET), rows)


def use(tx: Transaction, workshop_id: int, ticket: str, by: str) -> bool:
    """Mark a ticket as used by a check-in's hashed key; False where it is unknown or has been used before."""
    marking = change(_TICKET).where(
        _TICKET.c.hash == ticket, _TICKET.c.workshop_id == workshop_id, _TICKET.c.used.is_(None)
    )
    return tx.connection().execute(marking.values(used=by)).rowcount == 1


def known(tx: Transaction, workshop_id: int, ticket: str) -> bool:
    """Whether a ticket of this workshop has this hash and was not ended, used or not."""
    row = tx.connection().execute(_USED, {"this": ticket, "workshop": workshop_id}).first()
    return row is not None and row.used != ENDED


def counts(tx: Transaction, workshop_id: int) -> Counts:
    """How many there are, used and ended."""
    return Counts(*tx.connection().execute(_COUNTS, {"workshop": workshop_id}).one())


def end_unused(tx: Transaction, workshop_id: int) -> int:
    """Make every ticket worthless that has not been used, for good; how many there were."""
    ending = change(_TICKET).where(_TICKET.c.workshop_id == workshop_id, _TICKET.c.used.is_(None))
    return tx.connection().execute(ending.values(used=ENDED)).rowcount
