"""One step of the evening as a value, and as JSON."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from carousel import schedule
from carousel.clock import Clock


class Stage(StrEnum):
    """A stop of the evening. `OPEN` is the whole of an open house."""

    PREPARED = "prepared"
    CHECKIN = "checkin"
    OPENING = "opening"
    GROUPS = "groups"
    ROUND = "round"
    MOVING = "moving"
    BREAK = "break"
    GALLERY = "gallery"
    HARVEST = "harvest"
    VOTE = "vote"
    INTEREST = "interest"
    CLOSING = "closing"
    RAFFLE = "raffle"
    THANKS = "thanks"
    OPEN = "open"


class Verb(StrEnum):
    """What a facilitator can press."""

    NEXT = "next"
    PAUSE = "pause"
    RESUME = "resume"
    EXTEND = "extend"
    DROP = "drop_last"
    BREAK = "break"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Where the evening is. Rounds are 0-based; in MOVING and BREAK `round` is the one about to begin.

    `lengths` are the seconds of each round, `extended` the rounds that were extended, `break_at` the round before
    which a break is proposed.
    """

    stage: Stage = Stage.PREPARED
    round: int | None = None
    clock: Clock | None = None
    lengths: tuple[int, ...] = ()
    extended: tuple[int, ...] = ()
    dropped: bool = False
    break_at: int | None = None
    move_seconds: int = schedule.MOVE
    floor: int = schedule.FLOOR
    break_taken: bool = False

    @property
    def last(self) -> int:
        """Index of the last round; -1 before the groups are formed."""
        return len(self.lengths) - 1

    @property
    def current(self) -> int:
        """The round that runs or is about to begin; -1 outside the carousel."""
        return -1 if self.round is None else self.round


def to_dict(step: Step) -> dict[str, object]:
    """The step as plain JSON values; times in ISO 8601."""
    return {
        "stage": step.stage.value,
        "round": step.round,
        "clock": clock_to_dict(step.clock) if step.clock else None,
        "lengths": list(step.lengths),
        "extended": list(step.extended),
        "dropped": step.dropped,
        "break_at": step.break_at,
        "move_seconds": step.move_seconds,
        "floor": step.floor,
        "break_taken": step.break_taken,
    }


def from_dict(kept: Mapping[str, Any]) -> Step:
    """The step that `to_dict` kept; whatever an older release did not keep has its default."""
    given = dict(kept)
    given["stage"] = Stage(given.get("stage", Stage.PREPARED))
    given["clock"] = clock_from_dict(given["clock"]) if given.get("clock") else None
    given |= {name: tuple(given.get(name, ())) for name in ("lengths", "extended")}
    return Step(**given)


def clock_to_dict(clock: Clock) -> dict[str, object]:
    """The clock as plain JSON values."""
    return {
        "started": clock.started.isoformat(),
        "seconds": clock.seconds,
        "paused_at": clock.paused_at.isoformat() if clock.paused_at else None,
        "paused": clock.paused,
    }


def clock_from_dict(kept: Mapping[str, Any]) -> Clock:
    """The clock that `clock_to_dict` kept."""
    paused_at = kept.get("paused_at")
    return Clock(
        started=datetime.fromisoformat(kept["started"]),
        seconds=kept["seconds"],
        paused_at=datetime.fromisoformat(paused_at) if paused_at else None,
        paused=kept.get("paused", 0.0),
    )
