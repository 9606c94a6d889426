"""The evening in rows for the facilitator: when, how long, what, and what matters then."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from carousel.schedule import BREAK, break_after
from toolkit.content.question import Part
from toolkit.i18n import Translator

CHECKIN, GROUPS = 15 * 60, 5 * 60  # seconds; the question set says how long the other parts are
CAROUSEL = "moderated_part"


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `seconds` long, after a walk of `move` seconds."""

    seconds: int
    what: str
    hint: str = ""
    move: int = 0


def run_sheet(_: Translator, parts: Sequence[Part], lengths: Sequence[int], move: int) -> dict[str, object]:
    """The run-sheet as data for the template; times count from the opening of the doors."""
    return {
        "title": _("Run-sheet"),
        "subtitle": _("Times count from the moment the doors open."),
        "header": [_("From the start"), _("Minutes"), _("What")],
        "rows": [
            {"at": clock(at), "minutes": _length(_, row), "what": row.what, "hint": row.hint}
            for at, row in _timed([*_rows(_, parts, lengths, move)])
        ],
    }


def clock(seconds: int) -> str:
    """Hours and minutes since the start, as 0:00."""
    return f"{seconds // 3600}:{seconds % 3600 // 60:02d}"


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
    yield Row(CHECKIN, _("Check-in"), _("Everyone gets a slip and a raffle ticket. Help those without a phone."))
    for part in parts:
        if part.id == CAROUSEL:
            yield Row(GROUPS, _("Groups"), _("Show the groups on the screen. Companions stay together."))
            yield from _rounds(_, lengths, move)
        else:
            yield Row(part.minutes * 60, part.label(_.language), hints.get(part.id, ""))
    yield Row(0, _("Thanks"), _("Say when the report comes: within 14 days."))


def _rounds(_: Translator, lengths: Sequence[int], move: int) -> Iterator[Row]:
    total = sum(lengths) + move * (len(lengths) - 1)
    rest = break_after(len(lengths), total)
    for turn, seconds in enumerate(lengths):
        if turn and turn == rest:
            yield Row(BREAK, _("Break"))
        yield Row(seconds, _("Round {n}", n=turn + 1), _round_hint(_, turn), move if turn else 0)


def _round_hint(_: Translator, turn: int) -> str:
    if turn == 0:
        return _("Silent writing first, then sharing. Signal two minutes before the end.")
    if turn == 1:
        return _("Walk first. The host sums up in a minute. Read, tick, add. Name the two strongest.")
    return _("Walk first, then as before.")


def _hints(_: Translator) -> Mapping[str, str]:
    return {
        "municipal_assurance": _("Write down what was said, by whom, and if it is public."),
        "harvest": _("Name three to seven clusters a station. Vote all together. Never cut the vote short."),
        "interest_and_feedback": _("Both forms are voluntary. Never cut this short."),
        "raffle": _("One free ticket each. Nobody has to leave contact details."),
    }
