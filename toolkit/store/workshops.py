"""Workshops, their communities and the state of the evening."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam
from sqlalchemy import select as pick
from sqlmodel import SQLModel, col, func, select, update

from carousel.carousel import Carousel
from carousel.refusal import Refusal
from carousel.stage import Step, from_dict, to_dict
from carousel.workshop import Format, Group, Workshop
from toolkit.i18n import _
from toolkit.store.excluded import counts
from toolkit.store.store import Transaction
from toolkit.store.tables import CommunityRow, MoveRow, WorkshopRow

UNKNOWN = _("This code does not open a workshop. Please check it and type it again.")
STALE = _("Somebody has already moved the evening on. Look at the current step, then decide again.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """Where an evening stands: what every page of it begins with.

    `carousel` is None until the groups are formed, and in an open house. `people` counts who is present now.
    """

    workshop: Workshop
    step: Step
    version: int
    carousel: Carousel | None = None
    groups: tuple[Group, ...] = ()
    people: int = 0
    notes: int = 0
    winners: tuple[int, ...] = ()
    raffle_seed: str = ""


def workshop_value(row: WorkshopRow, community: CommunityRow) -> Workshop:
    """The frozen value of a workshop's row."""
    return Workshop(
        id=row.id or 0,
        code=row.code,
        title=row.title,
        community=community.name,
        demo=community.demo,
        date=row.date,
        format=Format(row.format),
        question_set=row.question_set,
        language=row.language,
        expected=row.expected,
        minutes=row.minutes,
        stairs=row.stairs,
        older=row.older,
        hosts=row.hosts,
        host_mode=row.host_mode,
        seed=row.seed,
        joining=row.joining,
        closed=row.closed,
        opens=row.opens,
        closes=row.closes,
        tickets=row.tickets,
        hide_until_written=row.hide_until_written,
        approve_by_hand=row.approve_by_hand,
        report_shared=row.report_shared,
        log_shared=row.log_shared,
        screen=row.screen,
        population=community.population,
        population_source=community.population_source,
    )


def carousel_value(layout: dict[str, Any] | None) -> Carousel | None:
    """The carousel that a workshop's layout describes."""
    if layout is None:
        return None
    return Carousel(
        stations=tuple(tuple(questions) for questions in layout["stations"]),
        groups_per_carousel=layout["groups"],
        carousels=layout["carousels"],
        rounds=layout["rounds"],
        added=layout["added"],
    )


def layout_of(carousel: Carousel) -> dict[str, Any]:
    """The JSON that `carousel_value` reads."""
    return {
        "stations": [list(questions) for questions in carousel.stations],
        "groups": carousel.groups_per_carousel,
        "carousels": carousel.carousels,
        "rounds": carousel.rounds,
        "added": carousel.added,
    }


def row_of(tx: Transaction, workshop_id: int) -> WorkshopRow:
    """A workshop's row; refuses with 404."""
    row = tx.get(WorkshopRow, workshop_id)
    if row is None:
        raise Refusal(UNKNOWN, status=404)
    return row


def community_of(tx: Transaction, workshop_id: int) -> int:
    """The id of a workshop's community; refuses with 404."""
    return row_of(tx, workshop_id).community_id


def of_community(tx: Transaction, community_id: int) -> tuple[int, ...]:
    """The ids of a community's workshops."""
    rows = tx.exec(select(WorkshopRow).where(WorkshopRow.community_id == community_id))
    return tuple(row.id or 0 for row in rows)


def id_of(tx: Transaction, code: str) -> int:
    """The id of the workshop that a typed code opens; O, I and L are read as Crockford does; refuses with 404."""
    read = code.strip().upper().replace("O", "0").replace("I", "1").replace("L", "1")
    found = tx.connection().execute(_ID, {"code": read}).scalar()
    if found is None:
        raise Refusal(UNKNOWN, status=404)
    return int(found)


_WORKSHOP, _SLIP, _NOTE = (SQLModel.metadata.tables[name] for name in ("workshop", "slip", "note"))
_ID = pick(_WORKSHOP.c.id).where(_WORKSHOP.c.code == bindparam("code"))


def with_code(tx: Transaction, code: str) -> WorkshopRow:
    """The row of the workshop that a typed code opens; refuses with 404."""
    return row_of(tx, id_of(tx, code))


def situation(tx: Transaction, code: str) -> Situation:
    """Where the evening with this code stands; refuses with 404."""
    return _situation(tx, with_code(tx, code))


def situation_of(tx: Transaction, workshop_id: int, *, counted: bool = True) -> Situation:
    """The same, by the workshop's id; without counting people and notes where only the step matters."""
    return _situation(tx, row_of(tx, workshop_id), counted)


def _situation(tx: Transaction, row: WorkshopRow, counted: bool = True) -> Situation:
    where = _bare(tx, row)
    if not counted:
        return where
    sizes = present(tx, row.id or 0)
    groups, people = _groups(where.carousel, sizes), sum(sizes.values())
    return replace(where, groups=groups, people=people, notes=note_count(tx, row.id or 0))


def _bare(tx: Transaction, row: WorkshopRow) -> Situation:
    """The situation without counts, made once for all acts of a transaction that find the row unchanged."""
    community = tx.get_one(CommunityRow, row.community_id)
    read = (dict(vars(row)), dict(vars(community)))
    made: dict[int, tuple[object, Situation]] = tx.info.setdefault("situations", {})
    kept = made.get(row.id or 0)
    if kept and kept[0] == read:
        return kept[1]
    carousel = carousel_value(row.layout)
    where = Situation(
        workshop=workshop_value(row, community),
        step=from_dict(row.step),
        version=row.version,
        carousel=carousel,
        groups=_groups(carousel, {}),
        winners=tuple(row.winners),
        raffle_seed=row.raffle_seed,
    )
    made[row.id or 0] = (read, where)
    return where


def _groups(carousel: Carousel | None, sizes: dict[int | None, int]) -> tuple[Group, ...]:
    if carousel is None:
        return ()
    return tuple(Group(index, carousel.carousel_of(index), sizes.get(index, 0)) for index in range(carousel.groups))


def present(tx: Transaction, workshop_id: int) -> dict[int | None, int]:
    """People who have not left, by group; those without a group stand under None."""
    return {group: count for group, count in tx.execute(_PRESENT, {"workshop": workshop_id})}


def note_count(tx: Transaction, workshop_id: int) -> int:
    """Published notes of a workshop."""
    return int(tx.execute(_NOTES, {"workshop": workshop_id}).scalar() or 0)


_PRESENT = (
    pick(_SLIP.c.group, func.count())
    .where(_SLIP.c.workshop_id == bindparam("workshop"), _SLIP.c.left_round.is_(None), _SLIP.c.erased.is_(False))
    .where(_SLIP.c.excluded.is_(False))
    .group_by(_SLIP.c.group)
)
_NOTES = pick(func.count()).where(
    _NOTE.c.workshop_id == bindparam("workshop"), _NOTE.c.status == "published",
    counts(_NOTE.c.slip_id, bindparam("workshop")),
)  # fmt: skip


def choose(tx: Transaction, workshop_id: int, **columns: Any) -> None:
    """Change settings of a workshop (columns of the table)."""
    tx.exec(update(WorkshopRow).where(col(WorkshopRow.id) == workshop_id).values(**columns))


def keep_step(
    tx: Transaction, workshop_id: int, step: Step, *, version: int, verb: str, now: datetime,
    carousel: Carousel | None = None,
) -> int:  # fmt: skip
    """Store a step under the version it was decided on and return the new version; a stale one is refused with 409."""
    row = row_of(tx, workshop_id)
    if row.version != version:
        raise Refusal(STALE, status=409)
    closed = row.closed.isoformat() if row.closed else None
    before = {"step": row.step, "layout": row.layout, "joining": row.joining, "closed": closed}
    tx.add(MoveRow(workshop_id=workshop_id, version=version, verb=verb, at=now, before=before))
    row.version, row.step = version + 1, to_dict(step)
    if carousel is not None:
        row.layout = layout_of(carousel)
    tx.add(row)
    tx.flush()
    tx.announce(workshop_id, "step")
    return row.version


def last_move(tx: Transaction, workshop_id: int) -> MoveRow | None:
    """The latest move that has not been undone and is not itself an undo."""
    return tx.exec(
        select(MoveRow)
        .where(MoveRow.workshop_id == workshop_id, col(MoveRow.undone).is_(False), MoveRow.verb != "undo")
        .order_by(col(MoveRow.version).desc())
        .limit(1)
    ).first()


def moves(tx: Transaction, workshop_id: int) -> Sequence[MoveRow]:
    """Every move of an evening in order, for its timeline."""
    return tx.exec(select(MoveRow).where(MoveRow.workshop_id == workshop_id).order_by(col(MoveRow.version))).all()


def widen(tx: Transaction, workshop_id: int, carousel: Carousel) -> None:
    """Keep a carousel with one group more; undoing an earlier move does not take the group away again."""
    layout = layout_of(carousel)
    choose(tx, workshop_id, layout=layout)
    for move in moves(tx, workshop_id):
        if not move.undone and move.before["layout"] is not None:
            move.before = {**move.before, "layout": layout}
            tx.add(move)
