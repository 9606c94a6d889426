"""The published notes as a table, cells that run nothing, and names of files made here."""

import csv
from collections.abc import Iterable, Iterator
from datetime import date
from io import StringIO

from toolkit.compare.gate import DETAILS, WRITTEN_DETAILS, PublishedNote
from toolkit.content.vocabulary import vocabulary
from toolkit.paper.clean import plain

IDS = ("id", "cluster", "station", "question", "kind", "theme", "source", "ticks", "exposed", "redacted")
LABELS = ("kind_label", "theme_label")
COLUMNS = (*IDS, "text", *LABELS, *DETAILS, *WRITTEN_DETAILS)
_FORMULA = tuple("=+-@＝＋－＠\t\r\0")


def notes_csv(notes: Iterable[PublishedNote], lang: str) -> bytes:
    """One row a note, UTF-8 with a byte-order mark so that spreadsheets read č š ž.

    The header and the ids are the same in every language; `lang` is that of the two label columns. Several
    values in one cell are separated by "; ". A cell that a spreadsheet would take for a formula gets an apostrophe.
    """
    stream = StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(_rows(notes, lang))
    return stream.getvalue().encode("utf-8-sig")


def safe(text: str) -> str:
    """One line without control or direction signs that no spreadsheet takes for a formula."""
    cleaned = plain(text)
    return f"'{cleaned}" if cleaned.startswith(_FORMULA) or text.startswith(_FORMULA) else cleaned


def defused(text: str) -> str:
    """The text as it was, line breaks too, so that no spreadsheet takes it for a formula; NUL is left out."""
    kept = text.replace("\0", "")
    return f"'{kept}" if kept.startswith(_FORMULA) else kept


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
    if isinstance(value, bool | int):
        return int(value)
    if isinstance(value, tuple):
        return safe("; ".join(str(each) for each in value))
    return "" if value is None else safe(str(value))
