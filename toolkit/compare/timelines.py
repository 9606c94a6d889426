"""The evening as planned and as held, in minutes."""

from dataclasses import dataclass

from toolkit.compare import gate
from toolkit.compare.condensed import Condensed
from toolkit.compare.gate import Number


@dataclass(frozen=True, slots=True)
class Bar:
    """A part of the evening; `round` is 0-based. `planned` and `due` (its planned beginning) may be None."""

    stage: str
    round: int | None
    began: Number
    held: Number
    due: Number | None = None
    planned: Number | None = None


def timeline(of: Condensed) -> tuple[Bar, ...]:
    """Parts in their order, in minutes since the first began. A part without a plan is taken as long as it was held,
    so that the planned row shows only the delay of what was planned."""
    bars, due = [], 0
    for span in of.timeline:
        planned = span.planned
        bars.append(
            Bar(
                span.stage,
                span.round,
                _minutes(span.start),
                _minutes(span.held),
                _minutes(due) if planned is not None else None,
                _minutes(planned) if planned is not None else None,
            )
        )
        due += span.held if planned is None else planned
    return tuple(bars)


def _minutes(seconds: int) -> Number:
    return gate.number(round(seconds / 60, 1))
