"""The clock of a step as a phone shows it."""

import math
from dataclasses import dataclass
from datetime import datetime

from carousel.clock import Clock
from toolkit.i18n import Translator

SIGNAL = 120  # seconds before the end when a phone says so


@dataclass(frozen=True, slots=True)
class Face:
    """`ends` and `now` are milliseconds since 1970, `left` and `whole` seconds, `share` of the time left 0 to 1."""

    text: str
    words: str
    left: int
    whole: int
    share: float
    ends: int | None
    now: int
    paused: bool


def face(clock: Clock | None, now: datetime, _: Translator) -> Face | None:
    """The face of a clock, or None where a step has none."""
    if clock is None:
        return None
    left, ends = clock.left(now), clock.ends(now)
    minutes, seconds = divmod(math.ceil(left), 60)
    spoken = _.ngettext("{n} minute", "{n} minutes", minutes), _.ngettext("{n} second", "{n} seconds", seconds)
    return Face(
        text=f"{minutes}:{seconds:02}",
        words=_("Time left: {minutes} {seconds}", minutes=spoken[0], seconds=spoken[1]),
        left=math.ceil(left),
        whole=clock.seconds,
        share=round(left / clock.seconds, 3) if clock.seconds else 0.0,
        ends=int(ends.timestamp() * 1000) if ends else None,
        now=int(now.timestamp() * 1000),
        paused=clock.paused_at is not None,
    )
