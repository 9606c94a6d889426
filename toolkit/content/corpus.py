"""Example answers with their themes, from which the suggestions are learned: `data/corpus/<theme>.csv`."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from toolkit.content.reading import DATA, ContentError
from toolkit.i18n import _

FOLDER = DATA / "corpus"
COLUMNS = ["language", "kind", "text"]
OTHER_COLUMNS = _("The first line must name the columns: {columns}.")
EMPTY_CELL = _("Every line needs {count} filled cells.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """An answer and its theme; `language` is "" where it must be guessed."""

    theme: str
    language: str
    kind: str
    text: str


@cache
def corpus(folder: Path = FOLDER) -> tuple[Example, ...]:
    """Every example, theme by theme. ContentError names the file and line of a mistake."""
    return tuple(example for file in sorted(folder.glob("*.csv")) for example in _read(file))


def _read(file: Path) -> Iterator[Example]:
    with file.open(encoding="utf-8", newline="") as source:
        rows = csv.reader(source)
        if next(rows, None) != COLUMNS:
            raise ContentError(OTHER_COLUMNS, file.name, 1, columns=", ".join(COLUMNS))
        for row in rows:
            if len(row) != len(COLUMNS) or not all(row):
                raise ContentError(EMPTY_CELL, file.name, rows.line_num, count=len(COLUMNS))
            yield Example(theme=file.stem, language=row[0], kind=row[1], text=row[2])
