"""Several communities side by side: no score, no league table, differences only where they can be confirmed."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations

from carousel.workshop import Evening
from toolkit.compare import counted, gate, indicators
from toolkit.compare.counted import Pair
from toolkit.compare.gate import Count, Difference, Number, Rate, Share, Table
from toolkit.compare.indicators import Conditions
from toolkit.compare.parts import Head, head
from toolkit.compare.sentence import Sentence, Term
from toolkit.content.vocabulary import vocabulary

MOST_COMPARED = 12  # beyond that, pairs in words help nobody

Value = Number | Count | Share | Rate | None


@dataclass(frozen=True, slots=True)
class Row:
    """One indicator over the communities, in their order; None where it cannot be said. `differences` in words."""

    label: Sentence | Term
    values: tuple[Value, ...]
    differences: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Support of themes: cells[theme][community], None where there was no vote."""

    themes: tuple[Term, ...]
    cells: tuple[tuple[Share | None, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Communities side by side. `notes` counts notes by theme and workshop code; `support` is for the heat map."""

    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    levels: tuple[Row, ...]
    themes: tuple[Row, ...]
    support: HeatMap
    notes: Table
    conditions: tuple[Conditions, ...]
    differences: tuple[Sentence, ...]
    fairness: tuple[Sentence, ...]


def comparison(evenings: Sequence[Evening]) -> Comparison:
    """The first indicators of each evening, in the order given."""
    rows, levels = _rows(evenings), _levels(evenings)
    by_theme = _support(evenings)
    confirmed = tuple(said for row in (*rows, *levels, *by_theme) for said in row.differences)
    return Comparison(
        heads=tuple(head(evening.workshop) for evening in evenings),
        rows=rows,
        levels=levels,
        support=_heat(by_theme),
        themes=by_theme,
        notes=_notes(evenings),
        conditions=tuple(indicators.conditions(evening) for evening in evenings),
        differences=confirmed or (Sentence("No difference between the communities can be confirmed."),),
        fairness=fairness(bool(confirmed)),
    )


def _rows(evenings: Sequence[Evening]) -> tuple[Row, ...]:
    return (
        Row(Sentence("People checked in"), tuple(map(indicators.people, evenings))),
        Row(Sentence("Residents present per 1000"), tuple(map(indicators.turnout, evenings))),
        Row(Sentence("Notes"), tuple(gate.number(len(evening.notes)) for evening in evenings)),
        _shares(Sentence("Needed, before the workshop"), evenings, counted.need_before),
        _shares(Sentence("Needed, after the workshop"), evenings, counted.need_after),
        _shares(Sentence("Left an interest form"), evenings, counted.interest_conversion),
        Row(Sentence("Ready for the start-up team"), tuple(map(indicators.core_size, evenings))),
        _shares(Sentence("Felt good at the workshop"), evenings, counted.smiley("overall")),
        _shares(Sentence("Would come again"), evenings, counted.would_return),
        Row(Sentence("Agreement with notes"), tuple(map(indicators.note_agreement, evenings))),
        Row(Sentence("Themes among equally many notes"), indicators.theme_breadth(evenings)),
    )


def _levels(evenings: Sequence[Evening]) -> tuple[Row, ...]:
    terms = vocabulary().participation_levels
    return tuple(_shares(Term("participation_levels", term.id), evenings, counted.level(term.id)) for term in terms)


def _shares(label: Sentence | Term, evenings: Sequence[Evening], pair: Callable[[Evening], Pair]) -> Row:
    pairs = [pair(evening) for evening in evenings]
    return _row(label, evenings, pairs)


def _row(label: Sentence | Term, evenings: Sequence[Evening], pairs: Sequence[Pair]) -> Row:
    names = [evening.workshop.community for evening in evenings]
    return Row(
        label, tuple(gate.share(*pair) if pair[1] else None for pair in pairs), tuple(_confirmed(label, names, pairs))
    )


def _confirmed(label: Sentence | Term, names: Sequence[str], pairs: Sequence[Pair]) -> list[Sentence]:
    """One sentence for each pair of communities whose difference leaves out zero."""
    found = []
    for one, other in combinations(range(min(len(pairs), MOST_COMPARED)), 2):
        if pairs[one][0] * pairs[other][1] < pairs[other][0] * pairs[one][1]:
            one, other = other, one
        difference = gate.difference(*pairs[one], *pairs[other])
        if difference.confirmed:
            found.append(_higher(label, names[one], names[other], difference))
    return found


def _higher(label: Sentence | Term, higher: str, lower: str, difference: Difference) -> Sentence:
    data = {"indicator": label, "higher": higher, "lower": lower, "difference": difference}
    return Sentence("{indicator}: {higher} is above {lower} by {difference} points.", data)


def _support(evenings: Sequence[Evening]) -> tuple[Row, ...]:
    """Theme support, themes in the order of the vocabulary; None where a theme could not be voted on."""
    supports = [counted.theme_support(evening) if evening.votes else {} for evening in evenings]
    rows = []
    for term in vocabulary().themes:
        if any(term.id in support for support in supports):
            pairs = [support.get(term.id, (0, 0)) for support in supports]
            rows.append(_row(Term("themes", term.id), evenings, pairs))
    return tuple(rows)


def _heat(rows: Sequence[Row]) -> HeatMap:
    cells = tuple(tuple(cell for cell in row.values if cell is None or isinstance(cell, Share)) for row in rows)
    return HeatMap(tuple(row.label for row in rows if isinstance(row.label, Term)), cells)


def _notes(evenings: Sequence[Evening]) -> Table:
    """Notes by theme and evening, protected as people are: behind a single note stands a single person."""
    counts = Counter((note.theme, evening.workshop.code) for evening in evenings for note in evening.notes)
    used = {theme for theme, _ in counts}
    known = [term.id for term in vocabulary().themes if term.id in used]
    themes = (*known, *sorted(used.difference(known)))
    return gate.table(counts, "theme", themes, "workshop", [evening.workshop.code for evening in evenings])


def fairness(confirmed: bool) -> tuple[Sentence, ...]:
    """What must be said beside every comparison."""
    hint = Sentence("With many indicators and few communities, a single difference is only a hint.")
    return (
        Sentence("The results hold for those who came, not for all residents."),
        *((hint,) if confirmed else ()),
        Sentence("Intervals do not show who stayed at home."),
        Sentence("The evenings differ in hosts, rounds and minutes; see the conditions."),
        Sentence("There is no total score and no ranking of communities."),
    )
