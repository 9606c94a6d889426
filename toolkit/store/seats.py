"""Who sits in which group, now and in earlier rounds."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import bindparam
from sqlalchemy import select as pick
from sqlmodel import col, select, update

from carousel.workshop import Person
from toolkit.store.slips import SLIP, answers_by_slip
from toolkit.store.store import Transaction
from toolkit.store.tables import SlipRow


def people(tx: Transaction, workshop_id: int) -> tuple[Person, ...]:
    """Everybody who is present, as the grouping sees them."""
    slips = tx.exec(
        select(SlipRow).where(
            SlipRow.workshop_id == workshop_id, col(SlipRow.left_round).is_(None), col(SlipRow.erased).is_(False),
            col(SlipRow.excluded).is_(False),
        )
    ).all()  # fmt: skip
    answers = answers_by_slip(tx, workshop_id, "checkin")
    return tuple(
        Person(
            slip=slip.id,
            stakeholder_type=answers.get(slip.id, {}).get("stakeholder_type") or "",
            age_band=answers.get(slip.id, {}).get("age_band") or "",
            unit=slip.unit,
        )
        for slip in slips
    )


def seat(tx: Transaction, groups: Mapping[str, int], joined_round: int = 0) -> None:
    """Put slips into groups."""
    for slip, group in groups.items():
        tx.exec(update(SlipRow).where(col(SlipRow.id) == slip).values(group=group, joined_round=joined_round))


@dataclass(frozen=True, slots=True)
class Stay:
    """From which round a slip was in its group, and the round in which it left."""

    group: int
    joined: int
    left: int | None


_STAYS = pick(SLIP.c.group, SLIP.c.joined_round, SLIP.c.left_round, SLIP.c.past).where(
    SLIP.c.workshop_id == bindparam("workshop"), SLIP.c.group.is_not(None), SLIP.c.erased.is_(False),
    SLIP.c.excluded.is_(False),
)  # fmt: skip


def attendance(tx: Transaction, workshop_id: int) -> tuple[tuple[Stay, ...], ...]:
    """For each person the groups they were in and when; nothing says who it is."""
    rows = tx.execute(_STAYS, {"workshop": workshop_id}).all()
    return tuple((Stay(group, joined, left), *(Stay(*stay) for stay in past)) for group, joined, left, past in rows)


def move_to(tx: Transaction, row: SlipRow, group: int, joined_round: int) -> None:
    """Put a slip into another group from a round on; the earlier stay is remembered for exposure."""
    if row.group is not None and row.joined_round < joined_round:
        row.past = [*row.past, [row.group, row.joined_round, joined_round]]
    row.group, row.joined_round = group, joined_round
    tx.add(row)


def members(tx: Transaction, workshop_id: int, group: int) -> tuple[SlipRow, ...]:
    """The slips present in a group."""
    rows = tx.exec(
        select(SlipRow).where(
            SlipRow.workshop_id == workshop_id, SlipRow.group == group, col(SlipRow.left_round).is_(None)
        )
    )
    return tuple(rows)


def without_group(tx: Transaction, workshop_id: int) -> tuple[SlipRow, ...]:
    """The slips present that sit in no group, by their codes."""
    rows = tx.exec(
        select(SlipRow)
        .where(
            SlipRow.workshop_id == workshop_id, col(SlipRow.group).is_(None), col(SlipRow.left_round).is_(None),
            col(SlipRow.erased).is_(False), col(SlipRow.excluded).is_(False),
        )
        .order_by(col(SlipRow.code))
    )  # fmt: skip
    return tuple(rows)
