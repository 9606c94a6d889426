"""Who sits in which group: forming them, latecomers, leavers, volunteers who change."""

from datetime import datetime

from carousel.carousel import Carousel, laid_out
from carousel.groups import dissolve, form_groups, place_latecomer
from carousel.refusal import Refusal
from carousel.schedule import FLOOR, FLOOR_FOR_OLDER, MOVE, MOVE_WITH_STAIRS, circle_seconds, round_seconds
from carousel.sizing import Plan, plan_groups
from carousel.stage import Stage, Step, planned
from carousel.workshop import Workshop
from toolkit.acts.standing import questions_of
from toolkit.content.question_set import QuestionSet
from toolkit.i18n import _
from toolkit.store import Transaction, notes, slips, workshops
from toolkit.store.tables import SlipRow
from toolkit.store.workshops import Situation

AROUND = (Stage.GROUPS, Stage.ROUND, Stage.MOVING, Stage.BREAK)
NO_GROUP = _("There is no such group. Please choose another.")
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
    people = slips.people(tx, workshop.id)
    plan, lengths = fitting_plan(workshop, len(people), asked)
    slips.seat(tx, form_groups(people, plan, workshop.seed))
    move, floor = pace(workshop)
    carousel = laid_out(plan, tuple(one.id for one in asked.questions), asked.merge_plan)
    return planned(step, lengths, move_seconds=move, floor=floor, total=workshop.minutes * 60), carousel


def sit_down(tx: Transaction, where: Situation, row: SlipRow, companion_code: str) -> None:
    """Keep a new slip. Companions share a unit; a latecomer joins the smallest group at its current station."""
    companion = slips.slip_with_code(tx, where.workshop.id, companion_code) if companion_code else None
    if companion is not None:
        companion.unit = row.unit = companion.unit or companion.id
        tx.add(companion)
    if where.carousel is not None and where.step.stage in AROUND:
        row.joined_round = where.step.round or 0
        row.group = companion.group if companion and companion.group is not None else _smallest(where)
    tx.add(row)
    tx.flush()


def _smallest(where: Situation) -> int | None:
    last = where.step.round is not None and where.step.round == where.step.last
    return place_latecomer([group.size for group in where.groups], last_round=last)


def leave(tx: Transaction, slip: str, now: datetime) -> None:
    """Go home early. A group with a single person left joins the next one; the others' schedule is unchanged."""
    row = slips.slip_row(tx, slip)
    row.left_round = notes.reached(workshops.situation_of(tx, row.workshop_id))
    tx.add(row)
    tx.flush()
    _close_ranks(tx, row.workshop_id)
    tx.announce(row.workshop_id, "people")


def _close_ranks(tx: Transaction, workshop_id: int) -> None:
    where = workshops.situation_of(tx, workshop_id)
    if where.carousel is None or where.step.stage not in AROUND:
        return
    sizes = [group.size for group in where.groups]
    for carousel in range(where.carousel.carousels):
        for group, joins in dissolve(sizes, where.carousel.ring(carousel)).items():
            for row in slips.members(tx, workshop_id, group):
                slips.move_to(tx, row, joins, notes.reached(where))
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
    slips.move_to(tx, row, group, where.step.round or 0)
    tx.announce(workshop_id, "step")
    tx.announce(workshop_id, "people")
