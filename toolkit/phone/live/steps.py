"""The step of the evening as phones and screens are told it: small, public, and the same for everybody."""

from collections.abc import Mapping
from datetime import datetime
from hashlib import blake2b

from carousel.stage import Stage
from toolkit.phone.live.stream import compact
from toolkit.store.workshops import Situation

WALKED = (Stage.GROUPS, Stage.ROUND, Stage.MOVING, Stage.BREAK)


def step_payload(where: Situation, now: datetime) -> dict[str, object]:
    """Version, stage, round (0-based), rounds, clock in seconds, server time, and each group's station and next one."""
    return steady(where) | {"clock": _clock(where, now), "now": round(now.timestamp(), 3)}


def steady(where: Situation) -> dict[str, object]:
    """What of the step does not change by itself from one second to the next."""
    step = where.step
    return {
        "version": where.version,
        "stage": step.stage.value,
        "round": step.round,
        "rounds": len(step.lengths),
        "dropped": step.dropped,
        "stations": _stations(where, step.round or 0),
        "next": _stations(where, (step.round or 0) + 1),
        "joining": where.workshop.joining,
    }


def etag(where: Situation, language: str) -> str:
    """A strong tag of everything the step's JSON says, except how much time has passed."""
    clock = repr(where.step.clock)
    return '"' + blake2b(f"{compact(steady(where))}{clock}{language}".encode(), digest_size=12).hexdigest() + '"'


def _clock(where: Situation, now: datetime) -> Mapping[str, object] | None:
    clock = where.step.clock
    if clock is None:
        return None
    return {"left": round(clock.left(now), 2), "total": clock.seconds, "paused": clock.paused_at is not None}


def _stations(where: Situation, round: int) -> list[int | None]:
    """Station number of each group in a round; None where nobody walks or the round does not exist."""
    carousel = where.carousel
    if carousel is None or where.step.stage not in WALKED:
        return []
    if round >= len(where.step.lengths):
        return [None] * carousel.groups
    return [carousel.station(group, round) for group in range(carousel.groups)]
