"""How many residents a community has, and how many of them came."""

from sqlmodel import col, select

from toolkit.store.store import Transaction
from toolkit.store.tables import AnswerRow, CommunityRow, SlipRow, WorkshopRow

HERE = "this_ks"


def set_population(tx: Transaction, community_id: int, population: int | None, source: str) -> None:
    """What the community's figures are counted against from now on; None where it is unknown."""
    row = tx.get_one(CommunityRow, community_id)
    row.population, row.population_source = population, source
    tx.add(row)
    tx.flush()


def most_residents_present(tx: Transaction, community_id: int) -> int:
    """The most people who said at check-in of one workshop that they live in the community."""
    query = (
        select(AnswerRow.workshop_id, AnswerRow.value)
        .join(SlipRow, col(SlipRow.id) == AnswerRow.slip_id)
        .join(WorkshopRow, col(WorkshopRow.id) == AnswerRow.workshop_id)
        .where(WorkshopRow.community_id == community_id, col(SlipRow.erased).is_(False))
        .where(col(SlipRow.excluded).is_(False))
        .where(AnswerRow.form == "checkin", AnswerRow.question == "lives_in")
    )
    counted: dict[int, int] = {}
    for workshop, value in tx.exec(query):
        counted[workshop] = counted.get(workshop, 0) + (value == HERE)
    return max(counted.values(), default=0)
