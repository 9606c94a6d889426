"""A whole programme at a glance: how its communities spread in a few indicators, and a line for each of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from toolkit.compare import gate
from toolkit.compare.condensed import Condensed
from toolkit.compare.gate import Count, Number, Rate, Share
from toolkit.compare.measures import Indicator, indicators
from toolkit.compare.parts import Head
from toolkit.compare.sentence import Sentence, Term

CHOSEN = ("need_after", "interest", "smiley:overall", "return", "response", "turnout")
TENTHS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """How many communities lie from `low` on, below the next bin."""

    low: float
    width: float
    communities: int


@dataclass(frozen=True, slots=True)
class Spread:
    """One indicator over all communities that may show it; `unit` is that of the bins."""

    label: Sentence | Term
    unit: str
    shown: int
    bins: tuple[Bin, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One workshop of the list; values as published, None where there is none."""

    id: int
    head: Head
    people: Count
    notes: Number
    values: Mapping[str, float | None]


@dataclass(frozen=True, slots=True)
class Programme:
    """Every workshop by its community's name, and the indicators over them."""

    lines: tuple[Line, ...]
    labels: Mapping[str, Sentence | Term]
    spreads: tuple[Spread, ...]


def programme(columns: Sequence[Condensed], today: date) -> Programme:
    """All workshops of a programme; those without people stay in the list and out of the spread."""
    chosen = [each for each in indicators(today) if each.id in CHOSEN]
    chosen.sort(key=lambda each: CHOSEN.index(each.id))
    lines = tuple(_line(one, chosen) for one in sorted(columns, key=lambda one: (one.name.casefold(), one.head.date)))
    return Programme(lines, {each.id: each.label for each in chosen}, tuple(_spread(each, lines) for each in chosen))


def _line(of: Condensed, chosen: Sequence[Indicator]) -> Line:
    values = {each.id: _figure(each.read(of)) for each in chosen}
    return Line(of.id, of.head, gate.count(of.people), gate.number(sum(of.notes.values())), values)


def _figure(value: object) -> float | None:
    if isinstance(value, Share):
        return value.percent
    return value.per_thousand if isinstance(value, Rate) else None


def _spread(each: Indicator, lines: Sequence[Line]) -> Spread:
    found = [value for line in lines if (value := line.values[each.id]) is not None]
    percent = each.id != "turnout"
    width = 10.0 if percent else _round_width(max(found, default=1.0))
    counts = [0] * TENTHS
    for value in found:
        counts[min(TENTHS - 1, int(value // width))] += 1
    bins = tuple(Bin(place * width, width, count) for place, count in enumerate(counts))
    return Spread(each.label, "%" if percent else "‰", len(found), bins)


def _round_width(most: float) -> float:
    """A tenth of the whole, up to the next 1, 2 or 5 of its order."""
    width = 0.1
    while width * TENTHS < most:
        width *= 2.5 if f"{width:.9f}".strip("0.").startswith("2") else 2
    return width
