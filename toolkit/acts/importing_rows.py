"""The rows of somebody else's table as people with their notes and answers, and every fault by line and column."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from carousel.refusal import Refusal
from carousel.workshop import Source
from toolkit.acts.codes import fingerprint
from toolkit.acts.importing_columns import Aim, aims
from toolkit.acts.importing_values import read_cell, read_choice, read_count, read_moment, read_text
from toolkit.content.question_set import Question, QuestionSet
from toolkit.i18n import _
from toolkit.spreadsheet import Grid, Line

MOST_TICKS = 200
NOTHING = _("This row holds nothing that is brought in. Leave it out, or choose its column.")
TWICE = _("Line {line} has the same id. Each row needs one of its own.")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a row, and in which column; without a column it is about the whole row."""

    line: int
    column: str
    refusal: Refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """One note to be kept; `name` tells it apart from the others of its row."""

    name: str
    question: str
    text: str
    kind: str = ""
    theme: str | None = None
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What one row says. `key` is the same whenever the same row comes again; `sent` None where it is not told."""

    line: int
    key: str
    notes: tuple[Written, ...] = ()
    checkin: Mapping[str, Any] = field(default_factory=dict)
    closing: Mapping[str, Any] = field(default_factory=dict)
    sent: datetime | None = None
    source: Source | None = None
    ticks: int = 0

    @property
    def person(self) -> bool:
        """Whether the row is a person's, so that what it says hangs together."""
        return bool(self.checkin or self.closing or len(self.notes) > 1)


@dataclass(frozen=True, slots=True)
class Checked:
    """The rows that can be brought in, and what is wrong with the others."""

    rows: tuple[Row, ...]
    faults: tuple[Fault, ...]

    @property
    def notes(self) -> int:
        """Notes in the rows that can be brought in."""
        return sum(len(row.notes) for row in self.rows)

    @property
    def lines(self) -> int:
        """Rows with a fault."""
        return len({fault.line for fault in self.faults})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How a table is read. `columns` are the aims by column name; `every_line` makes a note of each line of a cell;
    `about` is the question of notes whose row names none, `language` that of the sentences about choices."""

    asked: QuestionSet
    columns: Mapping[str, str]
    about: str
    now: datetime
    language: str = "sl"
    every_line: bool = False


def check(grid: Grid, reading: Reading) -> Checked:
    """Read every row; one with any fault is left out and named."""
    known = aims(reading.asked)
    aimed = [(place, name, known[reading.columns[name]]) for place, name in enumerate(grid.header)
             if reading.columns.get(name) in known]  # fmt: skip
    faults = [Fault(int(str(fault.data.get("line", 0))), "", fault) for fault in grid.faults]
    rows: list[Row] = []
    seen: Counter[str] = Counter()
    lines: dict[str, int] = {}
    for line in grid.rows:
        read = _Read(line, aimed, reading)
        key, named = _key(line, aimed, seen)
        if named and lines.setdefault(key, line.line) != line.line:
            read.faults.append(Fault(line.line, named, Refusal(TWICE, line=lines[key])))
        row = read.row(key)
        if row is None:
            faults += read.faults
        else:
            rows.append(row)
    return Checked(tuple(rows), tuple(sorted(faults, key=lambda fault: fault.line)))


def _key(line: Line, aimed: Sequence[tuple[int, str, Aim]], seen: Counter[str]) -> tuple[str, str]:
    """What stays the same when the file comes again, and the column that says it: the row's own id, else all its
    words and how often they came before."""
    place, name = next(((place, name) for place, name, aim in aimed if aim.id == "id"), (-1, ""))
    if place >= 0 and line.cells[place]:
        return fingerprint("import id", line.cells[place]), name
    words = "\x1f".join(line.cells).rstrip("\x1f")
    seen[words] += 1
    return fingerprint("import row", f"{words}\x1e{seen[words]}"), ""


class _Read:
    """One row while it is read: what its cells say by aim, and what is wrong with them."""

    def __init__(self, line: Line, aimed: Sequence[tuple[int, str, Aim]], reading: Reading) -> None:
        self.line, self.reading = line, reading
        self.faults: list[Fault] = []
        self.said: dict[str, Any] = {}
        for place, name, aim in aimed:
            try:
                self._take(aim, name, line.cells[place])
            except Refusal as refusal:
                self.faults.append(Fault(line.line, name, refusal))

    def row(self, key: str) -> Row | None:
        """The row as a value; None when anything is wrong with it."""
        notes = () if self.faults else tuple(self._notes())
        checkin, closing = self._part("checkin"), self._part("closing")
        if not self.faults and not (notes or checkin or closing):
            self.faults.append(Fault(self.line.line, "", Refusal(NOTHING)))
        if self.faults:
            return None
        return Row(
            line=self.line.line, key=key, notes=notes, checkin=checkin, closing=closing, sent=self.said.get("time"),
            source=self.said.get("source"), ticks=self.said.get("ticks", 0),
        )  # fmt: skip

    def _take(self, aim: Aim, column: str, text: str) -> None:
        language = self.reading.language
        if aim.question is not None or aim.id == "text":
            self.said.setdefault(aim.id, []).extend(self._texts(text))
        elif aim.field is not None:
            value = read_cell(aim.field, aim.known, text, column, language)
            if isinstance(value, list):
                value = list(dict.fromkeys([*self.said.get(aim.id, []), *value]))
            if value is not None:
                self.said[aim.id] = value
        elif text:
            self.said[aim.id] = self._about_the_row(aim, text)

    def _about_the_row(self, aim: Aim, text: str) -> Any:
        if aim.id == "time":
            return read_moment(text, self.reading.now)
        if aim.id == "ticks":
            return read_count(text, MOST_TICKS)
        if aim.id == "source":
            return next((source for source in Source if source.value == text), None)
        return read_choice(text, aim.known, aim.options, self.reading.language) if aim.known else text

    def _texts(self, text: str) -> list[str]:
        parts = text.split("\n") if self.reading.every_line else [text]
        return [told for part in parts if (told := read_text(part))]

    def _notes(self) -> Iterator[Written]:
        for question in self.reading.asked.questions:
            for number, text in enumerate(self.said.get(f"note:{question.id}", ())):
                yield self._note(f"{question.id}:{number}", question, text)
        for number, text in enumerate(self.said.get("text", ())):
            yield self._note(f"text:{number}", self._question(), text)

    def _question(self) -> Question:
        """The question that the row names, else the first one that collects its kind, else the chosen one."""
        asked, kind = self.reading.asked, self.said.get("kind")
        named = asked.question(self.said.get("question", ""))
        fitting = next((one for one in asked.questions if kind in one.kinds), None)
        return named or fitting or asked.question(self.reading.about) or asked.questions[0]

    def _note(self, name: str, question: Question, text: str) -> Written:
        details = self._part("detail")
        own = {one.id for one in question.extra_fields}
        return Written(
            name=name, question=question.id, text=text, kind=self.said.get("kind", ""), theme=self.said.get("theme"),
            details={key: value for key, value in details.items() if key in own},
        )  # fmt: skip

    def _part(self, part: str) -> dict[str, Any]:
        return {aim.partition(":")[2]: value for aim, value in self.said.items() if aim.startswith(f"{part}:")}
