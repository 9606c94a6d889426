"""What a planned evening comes to: groups, stations, minutes a round, or why it cannot be held."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from carousel.carousel import Carousel, laid_out, letter
from carousel.refusal import Refusal
from carousel.sizing import Plan, plan_groups
from carousel.stage import Step, start
from carousel.workshop import Workshop
from toolkit.acts.seating import fitting_plan, lengths_of, pace
from toolkit.content.question import QuestionSet
from toolkit.desk.style import mark, table
from toolkit.i18n import Translator, say


@dataclass(frozen=True, slots=True)
class Preview:
    """A plan with its rotation and its clock; `tight` says why stations were merged to fit the time."""

    plan: Plan
    carousel: Carousel
    step: Step
    tight: Refusal | None = None


def preview(workshop: Workshop, asked: QuestionSet) -> Preview:
    """The plan for the expected people and minutes; refused when not even merged stations fit."""
    wished = plan_groups(workshop.expected, len(asked.questions))
    tight = _too_short(workshop, wished, len(asked.questions))
    plan, lengths = fitting_plan(workshop, workshop.expected, asked)
    carousel = laid_out(plan, tuple(question.id for question in asked.questions), asked.merge_plan)
    move, floor = pace(workshop)
    return Preview(plan, carousel, start(lengths, move, floor, workshop.minutes * 60), tight)


def _too_short(workshop: Workshop, plan: Plan, questions: int) -> Refusal | None:
    try:
        lengths_of(workshop, plan, questions)
    except Refusal as refusal:
        return refusal
    return None


def summary(words: Translator, shown: Preview) -> str:
    """The plan in one or two sentences."""
    plan = shown.plan
    if plan.circle:
        return words("Few people: one circle talks about all questions, seven minutes each.")
    parts = [
        words.ngettext("{n} group", "{n} groups", plan.all_groups),
        words.ngettext("{n} station", "{n} stations", plan.stations),
        words.ngettext("{n} round", "{n} rounds", plan.rounds),
    ]
    if plan.carousels > 1:
        parts.insert(0, words.ngettext("{n} carousel", "{n} carousels side by side", plan.carousels))
    return " · ".join(parts)


def remarks(words: Translator, shown: Preview) -> list[str]:
    """What the facilitator should know about this plan."""
    said = [say(shown.tight, words.language) + " " + words("Below: the most stations that fit.")] if shown.tight else []
    if shown.plan.merged and not shown.plan.circle:
        said.append(words("Some stations hold more than one question."))
    if shown.plan.hosts:
        said.append(words("Each station needs a table host."))
    else:
        said.append(words("Table hosts are not needed."))
    if shown.step.break_at is not None:
        said.append(words("A break of ten minutes follows round {round}.", round=shown.step.break_at))
    return said


def rotation(words: Translator, carousel: Carousel, lengths: Sequence[int] = ()) -> str:
    """The rotation table as HTML: a row for each group, a column for each round with its minutes."""
    head = [escape(words("Group"))] + [
        escape(words("Round {number}", number=round + 1)).replace(" ", "&nbsp;")
        + (f"<br>{escape(words('{minutes} min', minutes=words.number(lengths[round] / 60)))}" if lengths else "")
        for round in range(carousel.rounds)
    ]
    rows = [
        [mark(group, letter(group))] + [str(carousel.station(group, round)) for round in range(carousel.rounds)]
        for group in range(carousel.groups)
    ]
    return f"<span class=v-soft>{escape(words('The numbers are stations.'))}</span>" + table(head, rows, "v-turns")
