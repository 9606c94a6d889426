"""Raffle tickets: numbers that hang on nothing, those of phones and those on paper each in their own range."""

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam
from sqlalchemy import insert as put
from sqlalchemy import select as pick
from sqlmodel import SQLModel, col, delete, func, select

from carousel.raffle import FIRST_ON_A_PHONE, FIRST_ON_PAPER, LAST_ON_PAPER
from toolkit.store.store import Transaction
from toolkit.store.tables import TicketRow

TICKET = SQLModel.metadata.tables[TicketRow.__tablename__]
_HERE = TICKET.c.workshop_id == bindparam("workshop")
_TICKET = pick(TICKET.c.number).where(TICKET.c.key == bindparam("key"))
_HIGHEST = pick(func.max(TICKET.c.number)).where(_HERE, TICKET.c.number < FIRST_ON_PAPER)
_ABOVE = pick(func.max(TICKET.c.number)).where(_HERE, TICKET.c.number > LAST_ON_PAPER)
_GIVE = put(TICKET)


def ticket(tx: Transaction, workshop_id: int, key: str) -> int:
    """The phone's raffle ticket of this key, the same when it is asked for again."""
    connection = tx.connection()
    kept = connection.execute(_TICKET, {"key": key}).scalar()
    if kept is not None:
        return int(kept)
    number = _next(connection, workshop_id)
    connection.execute(_GIVE, {"workshop_id": workshop_id, "number": number, "key": key})
    return number


def _next(connection: Connection, workshop_id: int) -> int:
    """One more than the phones' highest number; the numbers on paper are passed over."""
    here = {"workshop": workshop_id}
    number = int(connection.execute(_HIGHEST, here).scalar() or FIRST_ON_A_PHONE - 1) + 1
    if number < FIRST_ON_PAPER:
        return number
    return int(connection.execute(_ABOVE, here).scalar() or LAST_ON_PAPER) + 1


def tickets(tx: Transaction, workshop_id: int) -> tuple[int, ...]:
    """Every raffle ticket given out, in rising order."""
    return tuple(
        tx.exec(select(TicketRow.number).where(TicketRow.workshop_id == workshop_id).order_by(col(TicketRow.number)))
    )


def add_on_paper(tx: Transaction, workshop_id: int, numbers: Sequence[int]) -> None:
    """Keep new tickets on paper; each is its own key."""
    rows = [{"workshop_id": workshop_id, "number": one, "key": f"paper {workshop_id} {one}"} for one in numbers]
    if rows:
        tx.connection().execute(_GIVE, rows)


def remove_from(tx: Transaction, workshop_id: int, first: int, last: int) -> None:
    """Remove the tickets from `first` to `last`."""
    number = col(TicketRow.number)
    tx.exec(delete(TicketRow).where(col(TicketRow.workshop_id) == workshop_id, number.between(first, last)))
