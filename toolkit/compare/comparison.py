"""Several communities side by side: no score, no league table, differences only where they can be confirmed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from carousel.workshop import Evening
from toolkit.compare import gate
from toolkit.compare.balance import BandShare, shares
from toolkit.compare.condensed import Bands, Condensed, Pair
from toolkit.compare.condensing import condensed
from toolkit.compare.conditions import Conditions, conditions
from toolkit.compare.differences import Compared, Pairs, pairs, two
from toolkit.compare.figures import Value
from toolkit.compare.gate import Number, Share
from toolkit.compare.indicators import Covered
from toolkit.compare.intervals import breadth
from toolkit.compare.measures import Indicator, indicators
from toolkit.compare.needs import covered_needs
from toolkit.compare.parts import Head
from toolkit.compare.questions import QUESTIONS, said
from toolkit.compare.sentence import Sentence, Term
from toolkit.compare.timelines import Bar, timeline
from toolkit.content.vocabulary import vocabulary

MOST = 50
"""Communities side by side at the most."""
NOT_TOLD_APART = "channels"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One indicator over the communities, in their order; `part` is the view it belongs to."""

    id: str
    part: str
    label: Sentence | Term
    meaning: Sentence
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Support of themes: cells[theme][community], None where there was no vote."""

    themes: tuple[Term, ...]
    cells: tuple[tuple[Share | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """How many notes or ideas: cells[theme][community]. Each of them is public word for word, so none is hidden."""

    themes: tuple[Term, ...]
    cells: tuple[tuple[Number, ...], ...]

    def of(self, some: slice) -> "Grid":
        """The same themes for some of the communities."""
        return Grid(self.themes, tuple(line[some] for line in self.cells))


@dataclass(frozen=True, slots=True)
class Readiness:
    """Agreed scores 0 to 3 by criterion, None where there is none; `state` as toolkit.compare.readiness names it."""

    state: str
    scores: Mapping[str, int | None]
    disagree: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Communities side by side, in the order given. `ideas` are grids by kind of note; `said` the sentences of each
    question by community; `missing` the stakeholder types of the register that did not come; `balances` the bands of
    age and gender by community, `sources` those of the population."""

    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    support: HeatMap
    support_rows: tuple[Row, ...]
    notes: Grid
    ideas: Mapping[str, Grid]
    said: Mapping[str, tuple[tuple[Sentence, ...], ...]]
    covered: tuple[tuple[Covered, ...], ...]
    missing: tuple[tuple[Term, ...], ...]
    readiness: tuple[Readiness, ...]
    balances: Mapping[str, tuple[tuple[BandShare, ...], ...]]
    sources: tuple[str, ...]
    timelines: tuple[tuple[Bar, ...], ...]
    conditions: tuple[Conditions, ...]
    pairs: tuple[Pairs, ...]
    differences: tuple[Sentence, ...]
    fairness: tuple[Sentence, ...]

    def part(self, *names: str) -> tuple[Row, ...]:
        """The rows of these views."""
        return tuple(row for row in self.rows if row.part in names)


def comparison(of: Sequence[Evening | Condensed], today: date | None = None, *, told_apart: bool = True) -> Comparison:
    """Every indicator of each evening, in the order given; `today` is the day on which steps are due.

    Without `told_apart` no pairs are compared, which takes most of the time where there are many communities.
    """
    columns = [one if isinstance(one, Condensed) else condensed(one) for one in of]
    measured = indicators(today or max(one.head.date for one in columns))
    support = _support(columns)
    compared = (*_told_apart(measured, columns), *_support_apart(support, columns)) if told_apart else ()
    confirmed = tuple(sentence for each in compared for sentence in each.confirmed)
    rows = _support_rows(support)
    return Comparison(
        heads=tuple(one.head for one in columns),
        rows=(*(_row(each, columns) for each in measured), _breadth(columns)),
        support=HeatMap(tuple(support), tuple(map(_cells, support.values()))),
        support_rows=rows,
        notes=_grid(columns, [one.notes for one in columns]),
        ideas={kind: _ideas(columns, kind) for kind in ("image", "need", "existing", "offer", "interest")},
        said={question: tuple(said(one, question) for one in columns) for question in QUESTIONS},
        covered=tuple(map(covered_needs, columns)),
        missing=tuple(map(_missing, columns)),
        readiness=tuple(Readiness(one.readiness, one.scores, one.disagree) for one in columns),
        balances={by: tuple(shares(one.bands.get(by, Bands()), by) for one in columns) for by in ("age", "gender")},
        sources=tuple(
            "; ".join(dict.fromkeys(filter(None, (one.population_source, one.bands_source)))) for one in columns
        ),
        timelines=tuple(map(timeline, columns)),
        conditions=tuple(map(conditions, columns)),
        pairs=compared,
        differences=confirmed or (Sentence("No difference between the communities can be confirmed."),),
        fairness=fairness(bool(confirmed)),
    )


def _row(each: Indicator, columns: Sequence[Condensed]) -> Row:
    values = tuple(map(each.read, columns))
    return Row(id=each.id, part=each.part, label=each.label, meaning=each.meaning, values=values)


def _told_apart(measured: Sequence[Indicator], columns: Sequence[Condensed]) -> tuple[Pairs, ...]:
    """Channels are left out: which of them was used is a decision of the organisers, not a difference of the people."""
    return tuple(
        pairs(each.label, columns, list(map(each.pair, columns)))
        for each in measured
        if each.pair is not None and each.part != NOT_TOLD_APART
    )


def _support_apart(support: Mapping[Term, Sequence[Pair]], columns: Sequence[Condensed]) -> tuple[Pairs, ...]:
    return tuple(pairs(term, columns, found) for term, found in support.items())


def _support(columns: Sequence[Condensed]) -> dict[Term, list[Pair]]:
    """Voters by theme and community, themes in the order of the vocabulary; (0, 0) without a vote on it."""
    themes = [term.id for term in vocabulary().themes if any(term.id in one.support for one in columns)]
    return {Term("themes", theme): [one.support.get(theme, (0, 0)) for one in columns] for theme in themes}


def _cells(found: Sequence[Pair]) -> tuple[Share | None, ...]:
    return tuple(gate.share(*pair) if pair[1] else None for pair in found)


def _support_rows(support: Mapping[Term, Sequence[Pair]]) -> tuple[Row, ...]:
    meaning = Sentence("Resident voters with a mark on the theme, of resident voters.")
    return tuple(
        Row(id=f"support:{term.id}", part="themes", label=term, meaning=meaning, values=_cells(found))
        for term, found in support.items()
    )


def _breadth(columns: Sequence[Condensed]) -> Row:
    """Themes expected among as many ideas as the community with the fewest has."""
    by_theme = [list(one.by_theme().values()) for one in columns]
    fewest = min((sum(counts) for counts in by_theme if counts), default=0)
    return Row(
        id="breadth",
        part="P3",
        label=Sentence("Themes among equally many ideas"),
        meaning=Sentence("Expected among {m} ideas drawn from each, so that turnout does not win.", {"m": fewest}),
        values=tuple(gate.number(round(breadth(counts, fewest), 1)) if counts else None for counts in by_theme),
    )


def _ideas(columns: Sequence[Condensed], kind: str) -> Grid:
    return _grid(columns, [{theme: one.ideas(theme, kind) for theme in one.clusters} for one in columns])


def _grid(columns: Sequence[Condensed], counts: Sequence[Mapping[str, int]]) -> Grid:
    """Themes that anybody wrote about: those of the vocabulary in its order, then any other."""
    used = {theme for each in counts for theme, many in each.items() if many}
    known = [term.id for term in vocabulary().themes if term.id in used]
    themes = (*known, *sorted(used.difference(known)))
    cells = tuple(tuple(gate.number(each.get(theme, 0)) for each in counts) for theme in themes)
    return Grid(tuple(Term("themes", theme) for theme in themes), cells)


def _missing(of: Condensed) -> tuple[Term, ...]:
    return tuple(Term("stakeholder_types", name) for name in of.types_identified if name not in of.types_present)


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


def beside(one: Condensed, other: Condensed) -> tuple[Compared, ...]:
    """Two communities in every indicator that can tell them apart and that both asked."""
    measured = ((each.label, each.pair) for each in indicators(one.head.date) if each.part != NOT_TOLD_APART)
    asked: list[tuple[Sentence | Term, Pair, Pair]] = []
    asked += [(label, pair(one), pair(other)) for label, pair in measured if pair is not None]
    asked += [(term, found[0], found[1]) for term, found in _support([one, other]).items()]
    return tuple(two(label, first, second) for label, first, second in asked if first[1] and second[1])
