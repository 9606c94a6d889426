"""The evening in the facilitator's words: its steps with planned minutes, and what the next button does."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from carousel import schedule
from carousel.refusal import Refusal
from carousel.stage import Stage, Step, Verb, advance
from toolkit.i18n import Translator, _

NAMES: Mapping[Stage, str] = {
    Stage.PREPARED: _("Prepared"),
    Stage.CHECKIN: _("Check-in"),
    Stage.OPENING: _("Opening"),
    Stage.GROUPS: _("Groups"),
    Stage.ROUND: _("Round {number}"),
    Stage.MOVING: _("Walking to round {number}"),
    Stage.BREAK: _("Break"),
    Stage.GALLERY: _("Gallery"),
    Stage.HARVEST: _("Harvest"),
    Stage.VOTE: _("Vote"),
    Stage.INTEREST: _("Interest form"),
    Stage.CLOSING: _("Closing form"),
    Stage.RAFFLE: _("Raffle"),
    Stage.THANKS: _("Thanks"),
    Stage.OPEN: _("Open house"),
}
NEXT: Mapping[Stage, str] = {
    Stage.CHECKIN: _("Open check-in"),
    Stage.OPENING: _("Begin the opening"),
    Stage.GROUPS: _("Form the groups"),
    Stage.ROUND: _("Start round {number}"),
    Stage.MOVING: _("Walk on to round {number}"),
    Stage.GALLERY: _("End the round, open the gallery"),
    Stage.HARVEST: _("Begin the harvest"),
    Stage.VOTE: _("Start the vote"),
    Stage.INTEREST: _("On to the interest form"),
    Stage.CLOSING: _("On to the closing form"),
    Stage.RAFFLE: _("On to the raffle"),
    Stage.THANKS: _("Finish and say thanks"),
}
UNDO: Mapping[str, str] = {
    "next": _("back to: {name}"),
    "pause": _("the pause"),
    "resume": _("going on after the pause"),
    "extend": _("the minute added"),
    "drop_last": _("dropping the last round"),
    "break": _("the break"),
}
HINTS: Mapping[Stage, str] = {
    Stage.PREPARED: _("Put up the posters. Open check-in when the first people come."),
    Stage.CHECKIN: _("Show the QR code. Help those who have no phone. Begin when most are in."),
    Stage.OPENING: _("Say why we are here. Let the municipality speak. Show one good example."),
    Stage.GROUPS: _("Read the groups aloud. People look for their letter, colour and shape."),
    Stage.ROUND: _("Hosts read the question. One idea a note. Invite the quiet ones."),
    Stage.MOVING: _("Sound the signal. Groups walk on. Notes stay where they are."),
    Stage.BREAK: _("Ten minutes. Nobody loses time: the rotation goes on unchanged."),
    Stage.GALLERY: _("Everybody walks round and reads what they have not seen."),
    Stage.HARVEST: _("Bring the same ideas together. Name 3 to 7 clusters a station."),
    Stage.VOTE: _("First choose in silence, then everybody sends the marks together."),
    Stage.INTEREST: _("The form is voluntary. It has nothing to do with the raffle."),
    Stage.CLOSING: _("Five smileys and one question. Thank people for staying."),
    Stage.RAFFLE: _("Everybody with a ticket takes part. Draw on the screen."),
    Stage.THANKS: _("Say what follows and when. The report is on the page Report."),
    Stage.OPEN: _("People answer when they have time. Close it when the period is over."),
}
ENDING = (Stage.HARVEST, Stage.VOTE, Stage.INTEREST, Stage.CLOSING, Stage.RAFFLE, Stage.THANKS)
MINUTES: Mapping[Stage, int] = {
    Stage.OPENING: 30,
    Stage.GROUPS: 5,
    Stage.BREAK: schedule.BREAK // 60,
    Stage.GALLERY: schedule.GALLERY // 60,
    Stage.HARVEST: schedule.HARVEST // 60,
    Stage.VOTE: schedule.VOTE // 60,
    Stage.INTEREST: 5,
    Stage.CLOSING: 5,
    Stage.RAFFLE: 15,
}


@dataclass(frozen=True, slots=True)
class Line:
    """One step of the run-sheet; `state` is done, now or next; `minutes` None where none are planned."""

    stage: Stage
    round: int | None
    minutes: float | None
    state: str = "next"


def lines(step: Step) -> tuple[Line, ...]:
    """The whole evening from where it stands; a walk belongs to the round it leads to."""
    if step.stage is Stage.OPEN:
        return (Line(Stage.OPEN, None, None, "now"), Line(Stage.THANKS, None, None))
    plan = _plan(step)
    here = next((place for place, (stage, round) in enumerate(plan) if _at(step, stage, round)), 0)
    return tuple(
        Line(stage, round, _minutes(step, stage, round), "done" if place < here else "now" if place == here else "next")
        for place, (stage, round) in enumerate(plan)
    )


def _plan(step: Step) -> list[tuple[Stage, int | None]]:
    plan: list[tuple[Stage, int | None]] = [(stage, None) for stage in Stage if stage in _FIRST]
    for round in range(len(step.lengths)):
        if (step.break_at == round and not step.break_taken) or (step.stage is Stage.BREAK and step.round == round):
            plan.append((Stage.BREAK, None))
        plan.append((Stage.ROUND, round))
    plan += [(Stage.GALLERY, None)] * step.dropped
    return plan + [(stage, None) for stage in ENDING]


_FIRST = (Stage.PREPARED, Stage.CHECKIN, Stage.OPENING, Stage.GROUPS)


def _at(step: Step, stage: Stage, round: int | None) -> bool:
    if stage is Stage.ROUND:
        return step.stage in (Stage.ROUND, Stage.MOVING) and step.round == round
    return step.stage is stage


def _minutes(step: Step, stage: Stage, round: int | None) -> float | None:
    return step.lengths[round] / 60 if round is not None else MINUTES.get(stage)


def name(words: Translator, stage: Stage, round: int | None = None) -> str:
    """A step's name: "Round 2"."""
    return words(NAMES[stage], number=(round or 0) + 1)


def next_label(words: Translator, step: Step, now: datetime) -> str | None:
    """What the primary button says; None when the evening is over or the next step must wait."""
    try:
        following = advance(step, Verb.NEXT, now)
    except Refusal:
        return None
    if step.stage is Stage.OPEN:
        return words("Close the open house")
    return words(NEXT[following.stage], number=(following.round or 0) + 1)


def undo_label(words: Translator, verb: str, before: Step) -> str:
    """What undoing takes back."""
    return words(UNDO[verb], name=name(words, before.stage, before.round))


def clock_text(seconds: float) -> str:
    """8:42 for minutes and seconds."""
    whole = int(seconds + 0.999)
    return f"{whole // 60}:{whole % 60:02d}"
