"""Who sits in which group: forming them, latecomers, leavers, volunteers who change."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from carousel.carousel import Carousel, laid_out
from carousel.groups import dissolve, form_groups, place_latecomer
from carousel.refusal import Refusal
from carousel.schedule import FLOOR, FLOOR_FOR_OLDER, MOVE, MOVE_WITH_STAIRS, circle_seconds, round_seconds
from carousel.sizing import Plan, plan_groups
from carousel.stage import Stage, Step, planned
from carousel.workshop import Workshop
from toolkit.acts.codes import spelled
from toolkit.acts.standing import questions_of
from toolkit.content.question_set import QuestionSet
from toolkit.i18n import _
from toolkit.store import Transaction, notes, seats, slips, workshops
from toolkit.store.tables import SlipRow
from toolkit.store.workshops import Situation

AROUND = (Stage.GROUPS, Stage.ROUND, Stage.MOVING, Stage.BREAK)
NO_GROUP = _("There is no such group. Please choose another.")
NOT_NOW = _("People join groups only while the groups are formed or the rounds run.")
NOBODY_WAITS = _("Nobody waits for a group.")
NO_ROOM = _("No group has room now. They take part in the gallery, the vote and the closing form.")
NO_SLIP = _("There is no slip with this code. Please check the code.")


def lengths_of(workshop: Workshop, plan: Plan, questions: int) -> tuple[int, ...]:
    """Seconds of each round; refuses when they do not fit into the workshop's minutes."""
    if plan.circle:
        return circle_seconds(questions)
    move, floor = pace(workshop)
    return round_seconds(workshop.minutes * 60, plan.rounds, move=move, floor=floor)


def pace(workshop: Workshop) -> tuple[int, int]:
    """Seconds of walking between stations, and the least seconds of a round, for these people and this house."""
    return MOVE_WITH_STAIRS if workshop.stairs else MOVE, FLOOR_FOR_OLDER if workshop.older else FLOOR


def fitting_plan(workshop: Workshop, people: int, asked: QuestionSet) -> tuple[Plan, tuple[int, ...]]:
    """The plan with most stations whose rounds fit into the minutes; refuses when not even one does."""
    most = len(asked.questions)
    for stations in range(plan_groups(people, most).stations, 0, -1):
        plan = plan_groups(people, min(stations, most))
        try:
            return plan, lengths_of(workshop, plan, most)
        except Refusal as refusal:
            if stations == 1:
                raise refusal
    raise Refusal(NO_GROUP)


def form(tx: Transaction, where: Situation, step: Step) -> tuple[Step, Carousel]:
    """Form the groups of everybody present and plan the rounds; refuses when nobody has checked in."""
    workshop, asked = where.workshop, questions_of(where)
    people = seats.people(tx, workshop.id)
    plan, lengths = fitting_plan(workshop, len(people), asked)
    seats.seat(tx, form_groups(people, plan, workshop.seed))
    move, floor = pace(workshop)
    carousel = laid_out(plan, tuple(one.id for one in asked.questions), asked.merge_plan)
    return planned(step, lengths, move_seconds=move, floor=floor, total=workshop.minutes * 60), carousel


def sit_down(tx: Transaction, where: Situation, slip: str, companion_code: str) -> dict[str, Any]:
    """Unit, group and first round of a new slip. Companions share a unit; a latecomer joins the smallest group at
    its current station."""
    companion = slips.slip_with_code(tx, where.workshop.id, companion_code) if companion_code else None
    unit = group = None
    if companion is not None:
        unit = companion.unit = companion.unit or companion.id
        tx.add(companion)
    if where.carousel is not None and where.step.stage in AROUND:
        where = workshops.situation_of(tx, where.workshop.id)
        group = companion.group if companion and companion.group is not None else _smallest(where)
        return {"unit": unit, "group": group, "joined_round": where.step.round or 0}
    return {"unit": unit}


def _smallest(where: Situation) -> int | None:
    last = where.step.round is not None and where.step.round == where.step.last
    return place_latecomer([group.size for group in where.groups], last_round=last)


def seat_together(tx: Transaction, workshop_id: int, slip_codes: Sequence[str], now: datetime) -> int:
    """Latecomers join a group, or all who wait where no codes are given; returns the group of the last of them.

    Three or more with a free station form a new group. Those who do not fit into one group are spread over several.
    Refuses unknown codes, and with 409 where no group has room, in the last round, and before there are groups.
    """
    where = workshops.situation_of(tx, workshop_id)
    if where.carousel is None or where.step.stage not in AROUND:
        raise Refusal(NOT_NOW, status=409)
    rows = _named(tx, workshop_id, slip_codes) if slip_codes else seats.without_group(tx, workshop_id)
    if not rows:
        raise Refusal(NOBODY_WAITS, status=409)
    chosen = {row.id for row in rows}
    here = [seats.members(tx, workshop_id, at.index) for at in where.groups]
    sizes = [sum(row.id not in chosen and not row.erased for row in group) for group in here]
    groups = _places(where, where.carousel, sizes, len(rows))
    if groups[0] == len(sizes):
        workshops.widen(tx, workshop_id, replace(where.carousel, added=where.carousel.added + 1))
    for row, group in zip(rows, groups, strict=True):
        row.left_round = None
        seats.move_to(tx, row, group, where.step.round or 0)
    tx.flush()
    _close_ranks(tx, workshop_id)
    tx.announce(workshop_id, "step")
    tx.announce(workshop_id, "people")
    return groups[-1]


def _places(where: Situation, carousel: Carousel, sizes: Sequence[int], people: int) -> list[int]:
    """A group for each of the people: together where that fits, else the smallest group for one after the other."""
    last = where.step.round is not None and where.step.round == where.step.last
    whole = place_latecomer(sizes, last_round=last, together=people, resting=carousel.has_free_station)
    if whole is not None:
        return [whole] * people
    filled, places = list(sizes), []
    for _person in range(people):
        group = place_latecomer(filled, last_round=last)
        if group is None:
            raise Refusal(NO_ROOM, status=409)
        filled[group] += 1
        places.append(group)
    return places


def _named(tx: Transaction, workshop_id: int, codes: Sequence[str]) -> tuple[SlipRow, ...]:
    found = {code: slips.slip_with_code(tx, workshop_id, spelled(code)) for code in codes}
    rows = [row for row in found.values() if row is not None and not row.erased]
    if len(rows) < len(found):
        raise Refusal(NO_SLIP, status=404)
    return tuple({row.id: row for row in rows}.values())


def leave(tx: Transaction, slip: str, now: datetime) -> None:
    """Go home early. A group with a single person left joins the next one; the others' schedule is unchanged."""
    row = slips.slip_row(tx, slip)
    row.left_round = notes.reached(workshops.situation_of(tx, row.workshop_id))
    tx.add(row)
    tx.flush()
    _close_ranks(tx, row.workshop_id)
    tx.announce(row.workshop_id, "people")


def leave_by_code(tx: Transaction, workshop_id: int, slip_code: str, now: datetime) -> None:
    """Somebody went home and said so at the desk; refuses an unknown code with 404."""
    row = slips.slip_with_code(tx, workshop_id, slip_code)
    if row is None:
        raise Refusal(NO_SLIP, status=404)
    leave(tx, row.id, now)


def _close_ranks(tx: Transaction, workshop_id: int) -> None:
    where = workshops.situation_of(tx, workshop_id)
    if where.carousel is None or where.step.stage not in AROUND:
        return
    sizes = [group.size for group in where.groups]
    for carousel in range(where.carousel.carousels):
        for group, joins in dissolve(sizes, where.carousel.ring(carousel)).items():
            for row in seats.members(tx, workshop_id, group):
                seats.move_to(tx, row, joins, notes.reached(where))
            tx.announce(workshop_id, "step")


def change_group(tx: Transaction, workshop_id: int, slip_code: str, group: int, now: datetime) -> None:
    """A volunteer changes to another group, from the round that comes next; refuses unknown slips and groups."""
    where = workshops.situation_of(tx, workshop_id)
    if group not in {one.index for one in where.groups}:
        raise Refusal(NO_GROUP)
    row = slips.slip_with_code(tx, workshop_id, slip_code)
    if row is None:
        raise Refusal(NO_SLIP, status=404)
    row.left_round = None
    seats.move_to(tx, row, group, where.step.round or 0)
    tx.announce(workshop_id, "step")
    tx.announce(workshop_id, "people")
