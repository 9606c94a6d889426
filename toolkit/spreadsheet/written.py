"""A table written as text (CSV): its encoding, the mark between its cells, its rows."""

import csv
from collections.abc import Iterator, Sequence

from carousel.refusal import Refusal

MOST_UNREADABLE = 100
NOT_TEXT = "This file is not a table of text. Save it as CSV (UTF-8), then try again."
UNREADABLE = "Line {line}: this row cannot be read. Check its quotation marks."
GIVEN_UP = "Line {line}: too many rows cannot be read. From here on the table was left out."
MARKS = (",", ";", "\t")

Row = tuple[int, list[str]]


def written_rows(content: bytes) -> tuple[str, Iterator[Row | Refusal]]:
    """The mark that separates cells, and the rows with the line they begin on, from 1; empty rows are left out."""
    lines = [line + "\n" for line in decoded(content).replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    mark = separator(next((line for line in lines if line.strip()), ""))
    return mark, _rows(lines, mark)


def decoded(content: bytes) -> str:
    """The text in UTF-8, UTF-16 with a BOM, or as Central European Windows writes it."""
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "cp1250"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise Refusal(NOT_TEXT)


def separator(header: str) -> str:
    """The mark that splits the header into the most columns."""
    return max(MARKS, key=lambda mark: len(next(csv.reader([header], delimiter=mark), [])))


def _rows(lines: Sequence[str], mark: str) -> Iterator[Row | Refusal]:
    """After a row that cannot be read, reading goes on with the next line; a table with too many of them is left
    there, since each costs a reading of all that follows."""
    at = faults = 0
    while at < len(lines):
        if faults == MOST_UNREADABLE:
            yield Refusal(GIVEN_UP, line=at + 1)
            return
        reader = csv.reader((lines[i] for i in range(at, len(lines))), delimiter=mark, strict=True)
        began = at
        try:
            for cells in reader:
                if any(cells):
                    yield began + 1, cells
                began = at + reader.line_num
            return
        except csv.Error:
            yield Refusal(UNREADABLE, line=began + 1)
            at, faults = began + 1, faults + 1
