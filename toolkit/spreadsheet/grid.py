"""Any table, CSV or workbook, as a header and lines of plain text; what cannot be used is named by its line."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from carousel.refusal import Refusal
from toolkit.content.unseen import UNSEEN
from toolkit.spreadsheet.limits import LONGEST_CELL, MOST_BYTES, TOO_BIG, fitting
from toolkit.spreadsheet.workbook import is_workbook, sheet_names, sheet_rows
from toolkit.spreadsheet.written import Row, written_rows

EMPTY = "The table has no rows."
WIDE = "Line {line}: the row has {found} cells, the table has {columns} columns."
LONG = "Line {line}: a cell has {found} characters. At most {most} are possible."
HIDDEN = re.compile(rf"{UNSEEN}|_x00[01][0-9A-F]_")  # and how XLSX writes controls


@dataclass(frozen=True, slots=True)
class Line:
    """One row; `line` is where it stands in the file, from 1. It has a cell for every column of the header."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: the names of its columns, no two alike, its rows, and for each row that was left out why."""

    header: tuple[str, ...]
    rows: tuple[Line, ...]
    faults: tuple[Refusal, ...] = ()


def sheets(content: bytes, name: str = "") -> tuple[str, ...]:
    """The sheets of a workbook; none for a table of text. Refuses as `grid` does."""
    return sheet_names(content) if is_workbook(_small(content), name) else ()


def grid(content: bytes, name: str = "", sheet: str = "") -> Grid:
    """Read CSV, XLSX or ODS. `name` is the file's name; without `sheet` a workbook's first one is read.

    The first row with two or more words is the header; a title above it is left out. Refuses with 413 or 422 what
    is too large, empty, damaged, protected or no table.
    """
    read = sheet_rows(content, sheet) if is_workbook(_small(content), name) else written_rows(content)[1]
    rows: list[Row] = []
    faults: list[Refusal] = []
    for row in read:
        if isinstance(row, Refusal):
            faults.append(row)
        elif any(cells := [clean(cell) for cell in row[1]]):
            rows.append((row[0], cells))
            fitting(len(rows), 0)
    if not rows:
        raise Refusal(EMPTY)
    return _told(rows, faults)


def clean(text: str) -> str:
    """A cell's text without unseen characters and white space around it; line breaks within it stay."""
    return HIDDEN.sub("", unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")).strip()


def _small(content: bytes) -> bytes:
    if len(content) > MOST_BYTES:
        raise Refusal(TOO_BIG, status=413, megabytes=MOST_BYTES // 2**20)
    return content


def _told(rows: Sequence[Row], faults: list[Refusal]) -> Grid:
    top = header_place([cells for _line, cells in rows])
    width = max((place for place, cell in enumerate(rows[top][1], start=1) if cell), default=0)
    lines: list[Line] = []
    for line, cells in rows[top + 1 :]:
        found = max(place for place, cell in enumerate(cells, start=1) if cell)
        longest = max(map(len, cells))
        if found > width:
            faults.append(Refusal(WIDE, line=line, found=found, columns=width))
        elif longest > LONGEST_CELL:
            faults.append(Refusal(LONG, line=line, found=longest, most=LONGEST_CELL))
        else:
            lines.append(Line(line, tuple(cells[:width]) + ("",) * (width - len(cells))))
    if not lines and not faults:
        raise Refusal(EMPTY)
    fitting(len(rows) - top, width)
    return Grid(named(rows[top][1][:width]), tuple(lines), tuple(sorted(faults, key=_line_of)))


def _line_of(fault: Refusal) -> int:
    return int(str(fault.data.get("line", 0)))


def header_place(rows: Sequence[Sequence[str]]) -> int:
    """Which row is the header: the first with two words or more, the first at all where the table has one column."""
    if len(rows[0]) < 2:
        return 0
    return next((place for place, cells in enumerate(rows) if sum(map(bool, cells)) > 1), 0)


def named(header: Iterable[str]) -> tuple[str, ...]:
    """Names of columns on one line, no two alike: an empty one is called by its place, a second one by a number."""
    found: list[str] = []
    for place, name in enumerate(header, start=1):
        own = " ".join(name.split()) or f"({place})"
        again = sum(one == own or one.startswith(f"{own} (") for one in found)
        found.append(f"{own} ({again + 1})" if own in found else own)
    return tuple(found)
