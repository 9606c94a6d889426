"""The small-numbers gate: the only maker of values that may leave the house, to a screen, a paper or a file.

Published values cannot be built elsewhere: their constructor wants a key that only this module has, so that mypy and
the running program both refuse. What counts people is protected; what counts notes, rounds or hosts is a `Number`.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from carousel.workshop import Note
from toolkit.compare.agreed import stepped
from toolkit.compare.intervals import newcombe, wilson
from toolkit.compare.protection import FEW, Cell, hidden_cells, with_totals
from toolkit.compare.published import (
    _KEY,
    Count,
    Difference,
    Number,
    Published,
    PublishedCluster,
    PublishedNote,
    Rate,
    Share,
    Table,
    Tallies,
)
from toolkit.harvest.clusters import Cluster
from toolkit.harvest.moderation import judge

__all__ = [
    "DETAILS",
    "WRITTEN_DETAILS",
    "Count",
    "Difference",
    "Number",
    "Published",
    "PublishedCluster",
    "PublishedNote",
    "Rate",
    "Share",
    "Table",
    "Tallies",
    "apart",
    "breakdown",
    "cluster",
    "count",
    "difference",
    "note",
    "notes",
    "number",
    "parts",
    "rate",
    "share",
    "table",
    "tallies",
]

FEWEST_FOR_PERCENT, MANY, FEWEST_FOR_BREAKDOWN, STEP = 10, 100, 20, 5
NEVER_TOGETHER = frozenset({"age_band", "stakeholder_type"})
DETAILS = ("offer_kinds", "constraint", "target_groups", "for_whom", "frequency", "open_to_new", "level")
WRITTEN_DETAILS = ("where", "when", "needs")


def number(value: float) -> Number:
    """A count of things that are not people."""
    return Number(key=_KEY, value=value)


def count(people: int, *, kept: bool = False, few: bool = False) -> Count:
    """People, 1 to 4 shown as "<5"; `kept` hides any number to protect another (the ledger knows which), `few` also
    hides nought among the few."""
    return _cell(people, "kept" if kept else "few" if people in FEW or few else "")


def share(people: int, of: int, *, approximate: bool = False, kept: bool = False, kept_of: bool = False) -> Share:
    """People out of those who answered, with the Wilson interval; no percentage below 10 answers or 5 people.

    `kept` and `kept_of` hide the one or the other to protect another count; then there is no interval either.
    """
    whole = count(of, kept=kept_of)
    shown = _cell(people, "few") if whole.why == "few" else count(people, kept=kept)
    if of < FEWEST_FOR_PERCENT or "kept" in (shown.why, whole.why):
        return Share(key=_KEY, count=shown, of=whole, approximate=approximate)
    hidden, digits = shown.value is None, 0 if of < MANY else 1
    could_be = [wilson(each, of) for each in (FEW if hidden else (people,))]
    return Share(
        key=_KEY,
        count=shown,
        of=whole,
        percent=None if hidden else round(100 * people / of, digits),
        low=round(100 * min(each.low for each in could_be), digits),
        high=round(100 * max(each.high for each in could_be), digits),
        approximate=approximate,
    )


def rate(people: int, population: int, source: str, *, kept: bool = False) -> Rate:
    """People per thousand; without a figure where the people are fewer than five or kept back."""
    shown = count(people, kept=kept)
    per_thousand = None if shown.value is None or population < 1 else round(1000 * people / population, 1)
    return Rate(key=_KEY, count=shown, population=population, source=source, per_thousand=per_thousand)


def difference(people1: int, of1: int, people2: int, of2: int) -> Difference:
    """The first share less the second, in points; empty unless both shares may show a percentage."""
    if any(share(people, of).percent is None for people, of in ((people1, of1), (people2, of2))):
        return Difference(key=_KEY)
    found = newcombe(people1, of1, people2, of2)
    points, low, high = (round(100 * each, 1) + 0.0 for each in (found.value, found.low, found.high))
    return Difference(key=_KEY, points=points, low=low, high=high)


def apart(one: Share, other: Share) -> Difference:
    """The first share less the second, as `difference`, where both show a percentage."""
    numbers = (one.count.value, one.of.value, other.count.value, other.of.value)
    if one.percent is None or other.percent is None or None in numbers:
        return Difference(key=_KEY)
    return difference(*(number or 0 for number in numbers))


def table(
    counts: Mapping[tuple[str, str], int], rows_by: str, rows: Sequence[str], columns_by: str, columns: Sequence[str]
) -> Table:
    """People by two dimensions, each person in one cell. ValueError for age by stakeholder type.

    Cells that totals would give away are hidden too; under 20 people, or where hiding cannot help, all is withheld.
    """
    if {rows_by, columns_by} == NEVER_TOGETHER:
        raise ValueError("age is never shown by stakeholder type")
    grid = [[counts.get((row, column), 0) for column in columns] for row in rows]
    people = sum(map(sum, grid))
    hidden = hidden_cells(grid) if people >= FEWEST_FOR_BREAKDOWN else None
    return _table(grid, hidden, rows_by, rows, columns_by, columns)


def breakdown(
    counts: Mapping[str, int], by: str, columns: Sequence[str], *, kept: Collection[str] | None = None
) -> Table:
    """People by one dimension. `kept` are the columns that the ledger hides besides small ones; without it the table
    protects itself."""
    if kept is None:
        return table({("", column): counts.get(column, 0) for column in columns}, "", ("",), by, columns)
    line = [counts.get(column, 0) for column in columns]
    hidden = {(0, place): "few" for place, people in enumerate([*line, sum(line)]) if people in FEW}
    hidden |= {(0, place): "kept" for place, column in enumerate(columns) if column in kept}
    shown = hidden if sum(line) >= FEWEST_FOR_BREAKDOWN else None
    return _table([line], shown, "", ("",), by, columns)


def tallies(answers: Sequence[str], options: Sequence[str]) -> Tallies:
    """Answers in the order they came; the last ones that do not fill a five wait for the next."""
    settled = Counter(answers[: len(answers) // STEP * STEP])
    return parts({option: settled[option] for option in options})


def parts(counts: Mapping[str, int], *, kept: Collection[str] | None = None) -> Tallies:
    """How everyone who answered one item divides, without any further dimension; small parts stay hidden.

    `kept` are the parts that the ledger hides besides small ones; without it the parts protect themselves. Fewer than
    five answers are none.
    """
    if kept is not None:
        return Tallies(
            key=_KEY, counts={name: count(people, kept=name in kept) for name, people in counts.items()},
            answers=sum(counts.values()),
        )  # fmt: skip
    hidden = hidden_cells([list(counts.values())]) if any(counts.values()) else {}
    if hidden is None:
        hidden = {(0, place): "kept" for place in range(len(counts))}
    shown = {name: _cell(value, hidden.get((0, place), "")) for place, (name, value) in enumerate(counts.items())}
    return Tallies(key=_KEY, counts=shown, answers=sum(counts.values()) if sum(counts.values()) not in FEW else 0)


def note(of: Note) -> PublishedNote:
    """A note that passed moderation, without anything about its writer."""
    return PublishedNote(
        key=_KEY, id=of.id, text=of.text, kind=of.kind, question=of.question, station=of.station, theme=of.theme,
        source=of.source.value, ticks=stepped(of.ticks), exposed=of.exposed, cluster=of.cluster or of.id,
        redacted=of.redacted, details=_details(of.fields, seen=not of.redacted),
    )  # fmt: skip


def notes(of: Iterable[Note]) -> tuple[PublishedNote, ...]:
    """Several notes, in their order."""
    return tuple(note(each) for each in of)


def cluster(
    of: Cluster, votes: tuple[int, int] | Share | None = None, officials: tuple[int, int] | Count | None = None
) -> PublishedCluster:
    """A cluster with its notes; `votes` and `officials` are (those who marked it, voters), or what the ledger says."""
    return PublishedCluster(
        key=_KEY, id=of.id, name=of.name, kind=of.kind, question=of.question, theme=of.theme, notes=notes(of.notes),
        ticks=stepped(of.ticks), exposed=of.exposed, votes=share(*votes) if isinstance(votes, tuple) else votes,
        officials=count(officials[0]) if isinstance(officials, tuple) else officials,
    )  # fmt: skip


def _table(
    grid: Sequence[Sequence[int]], hidden: Mapping[Cell, str] | None, rows_by: str, rows: Sequence[str],
    columns_by: str, columns: Sequence[str],
) -> Table:  # fmt: skip
    if hidden is None:
        return Table(
            key=_KEY, rows_by=rows_by, columns_by=columns_by, rows=tuple(rows), columns=tuple(columns), cells=(),
            row_totals=(), column_totals=(), total=count(sum(map(sum, grid))), withheld=True,
        )  # fmt: skip
    whole = [[_cell(value, hidden.get((row, column), "")) for column, value in enumerate(line)]
             for row, line in enumerate(with_totals(grid))]  # fmt: skip
    below = whole[-1] if len(whole) > 1 else whole[0]
    return Table(
        key=_KEY, rows_by=rows_by, columns_by=columns_by, rows=tuple(rows), columns=tuple(columns),
        cells=tuple(tuple(line[:-1]) for line in whole[: len(rows)]),
        row_totals=tuple(line[-1] for line in whole[: len(rows)]),
        column_totals=tuple(below[:-1]), total=below[-1],
    )  # fmt: skip


def _cell(value: int, why: str) -> Count:
    return Count(key=_KEY, value=None if why else value, why=why)


def _details(fields: Mapping[str, str | tuple[str, ...]], *, seen: bool) -> dict[str, str | tuple[str, ...]]:
    """What else the note says of the idea; written details pass moderation here again or stay away. Where a person
    put other words in place of the note's, the details beside them were not let out."""
    chosen = {name: fields[name] for name in DETAILS if fields.get(name)}
    written = {name: str(fields[name]) for name in WRITTEN_DETAILS if seen and fields.get(name)}
    return chosen | {name: text for name, text in written.items() if not judge(text).held}
