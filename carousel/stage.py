"""The one table of the moves that lead through the evening, and what each of them does."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from carousel import schedule
from carousel.clock import Clock
from carousel.refusal import Refusal, _
from carousel.step import Stage, Step, Verb, from_dict, to_dict
from carousel.workshop import Format

__all__ = [
    "MOVES",
    "Stage",
    "Step",
    "Verb",
    "advance",
    "from_dict",
    "legal",
    "opening_step",
    "planned",
    "start",
    "to_dict",
    "undone",
]

Move = Callable[[Step, datetime], Step]

BEFORE_ROUNDS = (Stage.PREPARED, Stage.CHECKIN, Stage.OPENING, Stage.GROUPS)


def opening_step(format: Format) -> Step:
    """The step a new workshop starts from; an open house is open at once."""
    return Step(stage=Stage.OPEN if format is Format.OPEN_HOUSE else Stage.PREPARED)


def start(
    lengths: tuple[int, ...] = (), move_seconds: int = schedule.MOVE, floor: int = schedule.FLOOR, total: int = 0
) -> Step:
    """A prepared evening with its plan; all arguments in seconds, `total` is the planned length of the carousel."""
    return planned(Step(), lengths, move_seconds=move_seconds, floor=floor, total=total)


def planned(step: Step, lengths: tuple[int, ...], *, move_seconds: int, floor: int, total: int) -> Step:
    """The same step with another plan of rounds; refused once the first round has begun."""
    if step.stage not in BEFORE_ROUNDS:
        raise Refusal("The rounds have already begun. The plan can no longer change.", status=409)
    break_at = schedule.break_after(len(lengths), total)
    return replace(step, lengths=lengths, move_seconds=move_seconds, floor=floor, break_at=break_at)


def to(stage: Stage, seconds: int | None = None) -> Move:
    """A move to a stage outside the rounds, with a clock where the stage has a length."""

    def move(step: Step, now: datetime) -> Step:
        return replace(step, stage=stage, round=None, clock=Clock(now, seconds) if seconds else None)

    return move


def begin_round(step: Step, now: datetime) -> Step:
    """The round people have walked to starts its clock; the first one from the groups."""
    round = step.round or 0
    return replace(step, stage=Stage.ROUND, round=round, clock=Clock(now, step.lengths[round]))


def end_round(step: Step, now: datetime) -> Step:
    """On to the next station; after the last round to the harvest, or to the gallery that stands for a dropped one."""
    if step.current < step.last:
        return walk(replace(step, round=step.current + 1), now)
    return hold_gallery(step, now) if step.dropped else begin_harvest(step, now)


def walk(step: Step, now: datetime) -> Step:
    """People walk to the station of `step.round`."""
    return replace(step, stage=Stage.MOVING, clock=Clock(now, step.move_seconds))


hold_gallery = to(Stage.GALLERY, schedule.GALLERY)
begin_harvest = to(Stage.HARVEST, schedule.HARVEST)


def take_break(step: Step, now: datetime) -> Step:
    """Ten minutes; afterwards people walk on and the rotation is unchanged."""
    return replace(step, stage=Stage.BREAK, clock=Clock(now, schedule.BREAK), break_taken=True)


def extend_round(step: Step, now: datetime) -> Step:
    """One minute more, taken from the later rounds."""
    lengths = schedule.extend(step.lengths, step.current, floor=step.floor)
    clock = step.clock.longer(schedule.EXTENSION) if step.clock else None
    return replace(step, lengths=lengths, clock=clock, extended=(*step.extended, step.current))


def drop_last(step: Step, now: datetime) -> Step:
    """One round fewer, and a gallery after the last one held; at once if people were on their way to it."""
    shorter = replace(step, lengths=step.lengths[:-1], dropped=True)
    return hold_gallery(shorter, now) if step.current > shorter.last else shorter


def pause(step: Step, now: datetime) -> Step:
    """The clock stops."""
    return replace(step, clock=step.clock.pause(now) if step.clock else None)


def resume(step: Step, now: datetime) -> Step:
    """The clock goes on with what was left."""
    return replace(step, clock=step.clock.resume(now) if step.clock else None)


CLOCK: Mapping[Verb, Move] = {Verb.PAUSE: pause, Verb.RESUME: resume}

MOVES: Mapping[Stage, Mapping[Verb, Move]] = MappingProxyType(
    {
        Stage.PREPARED: {Verb.NEXT: to(Stage.CHECKIN)},
        Stage.CHECKIN: {Verb.NEXT: to(Stage.OPENING)},
        Stage.OPENING: {Verb.NEXT: to(Stage.GROUPS)},
        Stage.GROUPS: {Verb.NEXT: begin_round},
        Stage.ROUND: {Verb.NEXT: end_round, Verb.EXTEND: extend_round, Verb.DROP: drop_last, **CLOCK},
        Stage.MOVING: {Verb.NEXT: begin_round, Verb.BREAK: take_break, Verb.DROP: drop_last, **CLOCK},
        Stage.BREAK: {Verb.NEXT: walk, Verb.DROP: drop_last, **CLOCK},
        Stage.GALLERY: {Verb.NEXT: begin_harvest, **CLOCK},
        Stage.HARVEST: {Verb.NEXT: to(Stage.VOTE, schedule.VOTE), **CLOCK},
        Stage.VOTE: {Verb.NEXT: to(Stage.INTEREST), **CLOCK},
        Stage.INTEREST: {Verb.NEXT: to(Stage.CLOSING, schedule.CLOSING)},
        Stage.CLOSING: {Verb.NEXT: to(Stage.RAFFLE), **CLOCK},
        Stage.RAFFLE: {Verb.NEXT: to(Stage.THANKS)},
        Stage.THANKS: {},
        Stage.OPEN: {Verb.NEXT: to(Stage.THANKS)},
    }
)


def has_rounds(step: Step) -> bool:
    """The groups know how many rounds there are."""
    return step.stage is not Stage.GROUPS or bool(step.lengths)


def runs(step: Step) -> bool:
    """A clock runs."""
    return step.clock is not None and step.clock.paused_at is None


def stands_still(step: Step) -> bool:
    """A clock is paused."""
    return step.clock is not None and step.clock.paused_at is not None


def may_extend(step: Step) -> bool:
    """Once a round, twice an evening, and only while a later round can give the time."""
    fresh = step.current not in step.extended and len(step.extended) < schedule.MOST_EXTENSIONS
    return fresh and step.current < step.last


def may_drop(step: Step) -> bool:
    """Only a round that has not begun."""
    return step.current + (step.stage is Stage.ROUND) <= step.last


def may_break(step: Step) -> bool:
    """Once, in the middle of the carousel, whether it was proposed or not."""
    place = step.break_at or schedule.middle(len(step.lengths))
    return not step.break_taken and step.round == place


CONDITIONS: Mapping[Verb, tuple[Callable[[Step], bool], str]] = {
    Verb.NEXT: (has_rounds, _("Form the groups first.")),
    Verb.PAUSE: (runs, _("The clock is not running.")),
    Verb.RESUME: (stands_still, _("The clock is not paused.")),
    Verb.EXTEND: (may_extend, _("A minute can be added once a round, twice an evening, and not in the last round.")),
    Verb.DROP: (may_drop, _("Only a round that has not begun can be dropped.")),
    Verb.BREAK: (may_break, _("The break has its place once, in the middle of the carousel.")),
}


def legal(step: Step) -> tuple[Verb, ...]:
    """What can be pressed now. EXTEND may still be refused when a later round would become too short."""
    return tuple(verb for verb in MOVES[step.stage] if CONDITIONS[verb][0](step))


def advance(step: Step, verb: Verb, now: datetime) -> Step:
    """The step after a move. Refuses (409) a move that the table or its condition does not allow."""
    move = MOVES[step.stage].get(verb)
    if move is None:
        raise Refusal("This cannot be done at this point of the evening.", status=409)
    allowed, sentence = CONDITIONS[verb]
    if not allowed(step):
        raise Refusal(sentence, status=409)
    return move(step, now)


def undone(before: Step, moved_at: datetime, now: datetime) -> Step:
    """The step before a move; the time since the move does not count on its clock."""
    if before.clock is None:
        return before
    return replace(before, clock=before.clock.shifted((now - moved_at).total_seconds()))
