"""The values that may leave the house. Only toolkit/compare/gate.py makes them; anyone may read and show them."""

from collections.abc import Mapping
from dataclasses import InitVar, dataclass, field

from toolkit.compare.sentence import decimal


class _Key:
    __slots__ = ()


_KEY = _Key()  # the gate alone takes it


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """Made by the functions of this module only; anyone else gets a TypeError."""

    key: InitVar[_Key]

    def __post_init__(self, key: _Key) -> None:
        if key is not _KEY:
            raise TypeError("Only the gate publishes; use the functions of toolkit.compare.gate.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Published):
    """A count of things, not of people: notes, clusters, rounds, minutes, hosts."""

    value: float

    def shown(self, language: str) -> str:
        """The number as it is written in the language."""
        return decimal(self.value, language)


@dataclass(frozen=True, slots=True, kw_only=True)
class Count(Published):
    """People. `value` is None where hidden: `why` is "few" (1 to 4) or "kept" (hidden to protect another)."""

    value: int | None
    why: str = ""

    def shown(self, language: str) -> str:
        """The count, "<5", or a dot for a cell hidden to protect another."""
        return decimal(self.value, language) if self.value is not None else "<5" if self.why == "few" else "·"


@dataclass(frozen=True, slots=True, kw_only=True)
class Share(Published):
    """`count` people of `of`. `percent`, `low` and `high` are 0 to 100, None where too few answered.

    Where the count itself is hidden, percent is None and low to high covers all it could be.
    """

    count: Count
    of: Count
    percent: float | None = None
    low: float | None = None
    high: float | None = None
    approximate: bool = False

    def shown(self, language: str) -> str:
        """For example: 31 / 40 · 78 % (63–88 %)."""
        counts = f"{self.count.shown(language)} / {self.of.shown(language)}"
        return f"{counts} · {self.percentage(language)}" if self.percent is not None else counts

    def percentage(self, language: str) -> str:
        """The percentage with its interval, or "–" where there is none."""
        if self.percent is None or self.low is None or self.high is None:
            return "–"
        low, high, percent = (decimal(each, language) for each in (self.low, self.high, self.percent))
        return f"{percent} % ({low}–{high} %)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate(Published):
    """People per thousand of a population that somebody counted: `source` says who and when."""

    count: Count
    population: int
    source: str
    per_thousand: float | None = None

    def shown(self, language: str) -> str:
        """For example: 12,4 ‰."""
        return f"{decimal(self.per_thousand, language)} ‰" if self.per_thousand is not None else "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference(Published):
    """Percentage points between two shares with Newcombe's interval; None where one of them is not shown."""

    points: float | None = None
    low: float | None = None
    high: float | None = None

    @property
    def confirmed(self) -> bool:
        """Whether the interval leaves out zero."""
        return self.low is not None and self.high is not None and (self.low > 0 or self.high < 0)

    def shown(self, language: str) -> str:
        """For example: −2,5 (−32,5; 19,5)."""
        if self.points is None or self.low is None or self.high is None:
            return "–"
        points, low, high = (decimal(each, language) for each in (self.points, self.low, self.high))
        return f"{points} ({low}; {high})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Published):
    """Counts of people by one or two dimensions. A one-dimensional table has one row named "".

    `withheld` says that there were too few people to break down; then there are no cells.
    """

    rows_by: str
    columns_by: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[Count, ...], ...]
    row_totals: tuple[Count, ...]
    column_totals: tuple[Count, ...]
    total: Count
    withheld: bool = False

    def cell(self, row: str, column: str) -> Count:
        """The cell of a row and a column by their names."""
        return self.cells[self.rows.index(row)][self.columns.index(column)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tallies(Published):
    """Live counts of one item's answers. They start at five answers and move by five, so none can be traced."""

    counts: Mapping[str, Count]
    answers: int

    def shown(self, language: str) -> str:
        """All counts in one line."""
        return ", ".join(f"{name}: {count.shown(language)}" for name, count in self.counts.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedNote(Published):
    """A note as anyone may read it: it carries no group, no time and nothing about who wrote it."""

    id: int
    text: str
    kind: str
    question: str
    station: int | None
    theme: str
    source: str
    ticks: int
    exposed: int
    cluster: int
    redacted: bool
    details: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedCluster(Published):
    """A cluster with its notes; `votes` and `officials` only after the vote."""

    id: int
    name: str
    kind: str
    question: str
    theme: str
    notes: tuple[PublishedNote, ...]
    ticks: int
    exposed: int
    votes: Share | None = None
    officials: Count | None = None
