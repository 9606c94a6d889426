"""Raffle tickets: numbers that hang on nothing, those of phones and those on paper each in their own range."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from sqlalchemy import Connection, bindparam
from sqlalchemy import insert as put
from sqlalchemy import select as pick
from sqlmodel import SQLModel, col, delete, func, select

from carousel.raffle import FIRST_ON_A_PHONE, FIRST_ON_PAPER, LAST_ON_PAPER
from toolkit.store.store import Transaction
from toolkit.store.tables import CommunityRow, TicketRow, WorkshopRow

TICKET = SQLModel.metadata.tables[TicketRow.__tablename__]
_HERE = TICKET.c.workshop_id == bindparam("workshop")
_TICKET = pick(TICKET.c.number).where(TICKET.c.key == bindparam("key"))
_TAKEN = pick(TICKET.c.number).where(_HERE, TICKET.c.number == bindparam("number"))
_ABOVE = pick(func.max(TICKET.c.number)).where(_HERE, TICKET.c.number > LAST_ON_PAPER)
_GIVE = put(TICKET)


def ticket(tx: Transaction, workshop_id: int, key: str) -> int:
    """The phone's raffle ticket of this key, the same when it is asked for again."""
    connection = tx.connection()
    kept = connection.execute(_TICKET, {"key": key}).scalar()
    if kept is not None:
        return int(kept)
    number = _free(connection, workshop_id, key)
    connection.execute(_GIVE, {"workshop_id": workshop_id, "number": number, "key": key})
    return number


TRIES = 60  # while half of the numbers are free, no one in the world misses so often


def _free(connection: Connection, workshop_id: int, key: str) -> int:
    """A number that follows from the key, so that numbers do not stand in the order in which people came. Above the
    numbers on paper, where those of phones are nearly used up, they count on."""
    here = {"workshop": workshop_id}
    for turn in range(TRIES):
        drawn = int(sha256(f"{key}:{turn}".encode()).hexdigest(), 16) % (FIRST_ON_PAPER - FIRST_ON_A_PHONE)
        number = FIRST_ON_A_PHONE + drawn
        if connection.execute(_TAKEN, here | {"number": number}).first() is None:
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


@dataclass(frozen=True, slots=True)
class Raffle:
    """The raffle of a workshop: how many tickets are kept, and the day of the evening or of the open house's end."""

    workshop_id: int
    community: str
    evening: date
    tickets: int


def raffles(tx: Transaction, *, programme: int | None = None) -> tuple[Raffle, ...]:
    """The raffles of a programme, or of all, whose tickets are still kept; none of the demo."""
    query = (
        select(WorkshopRow, CommunityRow.name, func.count())
        .join(TicketRow, col(TicketRow.workshop_id) == WorkshopRow.id)
        .join(CommunityRow, col(CommunityRow.id) == WorkshopRow.community_id)
        .where(col(CommunityRow.demo).is_(False))
        .group_by(col(WorkshopRow.id), col(CommunityRow.name))
        .order_by(col(WorkshopRow.date), col(WorkshopRow.id))
    )
    if programme is not None:
        query = query.where(CommunityRow.programme_id == programme)
    return tuple(
        Raffle(row.id or 0, community, max(row.date, row.closes or row.date), count)
        for row, community, count in tx.exec(query)
    )


def forget_raffle(tx: Transaction, workshop_id: int) -> None:
    """Remove every ticket of a workshop, and which of them were drawn."""
    tx.exec(delete(TicketRow).where(col(TicketRow.workshop_id) == workshop_id))
    row = tx.get(WorkshopRow, workshop_id)
    if row is not None:
        row.winners = []
        tx.add(row)
