"""The evening in rows for the facilitator: when, how long, what, and what matters then."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import time

from carousel.schedule import BREAK, break_after
from toolkit.content.question import Part
from toolkit.i18n import Translator

CHECKIN, GROUPS = 15 * 60, 5 * 60  # seconds; the question set says how long the other parts are
CAROUSEL = "moderated_part"
DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `seconds` long, after a walk of `move` seconds."""

    seconds: int
    what: str
    hint: str = ""
    move: int = 0


def run_sheet(
    _: Translator, parts: Sequence[Part], lengths: Sequence[int], move: int, opens: time | None = None
) -> dict[str, object]:
    """The run-sheet as data for the template; times count from the opening of the doors, by the clock where it is
    known when they open."""
    rows = [
        {"clock": told(opens, at), "at": clock(at), "minutes": _length(_, row), "what": row.what, "hint": row.hint}
        for at, row in _timed([*_rows(_, parts, lengths, move)])
    ]
    hour = [_("Time")] if opens else []
    return {
        "title": _("Run-sheet"),
        "subtitle": "" if opens else _("Times count from the moment the doors open."),
        "header": [*hour, _("From the start"), _("Minutes"), _("What")],
        "rows": rows,
    }


def clock(seconds: int) -> str:
    """Hours and minutes since the start, as 0:00."""
    return f"{seconds // 3600}:{seconds % 3600 // 60:02d}"


def told(opens: time | None, seconds: int) -> str:
    """The time of day so many seconds after the doors open, as 18:05; empty where nobody knows when they open."""
    if opens is None:
        return ""
    whole = (opens.hour * 60 + opens.minute + seconds // 60) % DAY
    return f"{whole // 60}:{whole % 60:02d}"


def evening_minutes(parts: Sequence[Part], lengths: Sequence[int], move: int) -> int:
    """The minutes of the whole evening, from the opening of the doors to the end."""
    rounds = sum(lengths) + move * max(len(lengths) - 1, 0)
    rest = BREAK if break_after(len(lengths), rounds) else 0
    others = sum(part.minutes * 60 for part in parts if part.id != CAROUSEL)
    return (CHECKIN + GROUPS + rounds + rest + others) // 60


def minutes(_: Translator, seconds: int) -> str:
    """15.5 or 15,5, as the language writes it."""
    return _.number(seconds / 60)


def _length(_: Translator, row: Row) -> str:
    walk = f"{minutes(_, row.move)} + " if row.move else ""
    return walk + minutes(_, row.seconds) if row.seconds else ""


def _timed(rows: Sequence[Row]) -> Iterator[tuple[int, Row]]:
    at = 0
    for row in rows:
        yield at, row
        at += row.move + row.seconds


def _rows(_: Translator, parts: Sequence[Part], lengths: Sequence[int], move: int) -> Iterator[Row]:
    hints = _hints(_)
    yield Row(CHECKIN, _("Check-in"), _("A slip and a raffle ticket for everyone."))
    for part in parts:
        if part.id == CAROUSEL:
            yield Row(GROUPS, _("Groups"), _("Companions stay together."))
            yield from _rounds(_, lengths, move)
        else:
            yield Row(part.minutes * 60, part.label(_.language), hints.get(part.id, ""))
    yield Row(0, _("Thanks"), _("The report comes within 14 days."))


def _rounds(_: Translator, lengths: Sequence[int], move: int) -> Iterator[Row]:
    total = sum(lengths) + move * (len(lengths) - 1)
    rest = break_after(len(lengths), total)
    for turn, seconds in enumerate(lengths):
        if turn and turn == rest:
            yield Row(BREAK, _("Break"))
        yield Row(seconds, _("Round {n}", n=turn + 1), _round_hint(_, turn), move if turn else 0)


def _round_hint(_: Translator, turn: int) -> str:
    if turn == 0:
        return _("Write in silence first, then share.")
    return _("Walk. Sum up, read, tick, add.") if turn == 1 else ""


def _hints(_: Translator) -> Mapping[str, str]:
    return {
        "municipal_assurance": _("Write down what was said, and by whom."),
        "harvest": _("Three to seven clusters a station."),
        "interest_and_feedback": _("Both forms are voluntary."),
        "raffle": _("Never ask for contact details."),
    }
