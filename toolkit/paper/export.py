"""The published notes as a table, and names of files made here."""

from collections.abc import Iterable, Iterator
from datetime import date

from toolkit.compare.gate import DETAILS, WRITTEN_DETAILS, PublishedNote
from toolkit.content.vocabulary import vocabulary
from toolkit.paper.csv_file import csv_file

IDS = ("id", "cluster", "station", "question", "kind", "theme", "source", "ticks", "exposed", "redacted")
LABELS = ("kind_label", "theme_label")
COLUMNS = (*IDS, "text", *LABELS, *DETAILS, *WRITTEN_DETAILS)


def notes_csv(notes: Iterable[PublishedNote], lang: str) -> bytes:
    """One row a note. The header and the ids are the same in every language; `lang` is that of the two label columns.

    Several values in one cell are separated by "; ".
    """
    return csv_file(COLUMNS, _rows(notes, lang))


def file_name(code: str, day: date, kind: str, ending: str) -> str:
    """A name made of the workshop's code and date only: "K7M2QX_2026-11-26_report.pdf"."""
    letters = "".join(char for char in code if char.isascii() and char.isalnum())
    return f"{letters or 'workshop'}_{day.isoformat()}_{kind}.{ending}"


def _rows(notes: Iterable[PublishedNote], lang: str) -> Iterator[list[str | int]]:
    known = vocabulary()
    kinds = {term.id: term.label(lang) for term in known.note_kinds}
    themes = {term.id: term.label(lang) for term in known.themes}
    for note in notes:
        labels = [kinds.get(note.kind, note.kind), themes.get(note.theme, note.theme)]
        values = [getattr(note, name) for name in IDS] + [note.text, *labels]
        yield [_cell(value) for value in values] + [
            _cell(note.details.get(name, "")) for name in (*DETAILS, *WRITTEN_DETAILS)
        ]


def _cell(value: object) -> str | int:
    if isinstance(value, int):
        return value
    return "; ".join(map(str, value)) if isinstance(value, tuple) else "" if value is None else str(value)
