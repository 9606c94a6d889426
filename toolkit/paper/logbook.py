"""The moderation log as lines to read and as a table: what was done to which note, and why; never by whom."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from toolkit.compare.parts import LogLine
from toolkit.compare.summary import Report
from toolkit.paper.csv_file import csv_file

COLUMNS = ("note", "what", "why", "other_notes", "words")


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A line in a language. `words` are those of published notes only: what was held or hidden is never among them."""

    note: int
    what: str
    why: str
    others: tuple[int, ...]
    words: tuple[str, ...]

    @property
    def numbers(self) -> tuple[int, ...]:
        """Every note of the line, the one it is about first."""
        return (self.note, *self.others)


def logbook(report: Report, language: str) -> tuple[Written, ...]:
    """Every line of the log in order."""
    shown = {note.id: note.text for note in report.notes}
    return tuple(_written(line, shown, language) for line in report.log)


def logbook_csv(report: Report, language: str) -> bytes:
    """One row a line."""
    return csv_file(COLUMNS, _rows(logbook(report, language)))


def _written(line: LogLine, shown: dict[int, str], language: str) -> Written:
    return Written(
        note=line.note,
        what=line.what.said(language),
        why=line.reason.said(language) if line.reason else "",
        others=line.others,
        words=tuple(shown[note] for note in (line.note, *line.others) if note in shown),
    )


def _rows(lines: Iterable[Written]) -> Iterator[list[str | int]]:
    for line in lines:
        others = "; ".join(map(str, line.others))
        yield [line.note, line.what, line.why, others, "; ".join(line.words)]
