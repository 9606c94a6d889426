"""A table in a workbook (XLSX or ODS): its sheets and their rows, after a look at what is packed inside."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from carousel.refusal import Refusal
from toolkit.spreadsheet.limits import BROKEN, LOCKED
from toolkit.spreadsheet.packed import checked

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

PACKED, COMPOUND = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENDINGS = (".xlsx", ".xlsm", ".ods", ".xls", ".xlsb")
NOT_A_WORKBOOK = "This file is not a workbook, whatever its name says. Save the table as XLSX or CSV, then try again."
NO_SHEET = "The workbook has no sheet “{sheet}”. Please choose another one."
NO_SHEETS = "The workbook has no sheet with a table."


def is_workbook(content: bytes, name: str = "") -> bool:
    """Whether the content is that of a workbook. Refuses what only calls itself one, and one behind a password."""
    if content.startswith(COMPOUND):
        raise Refusal(LOCKED)
    if content.startswith(PACKED):
        return True
    if name.lower().endswith(ENDINGS) and content:
        raise Refusal(NOT_A_WORKBOOK)
    return False


def sheet_names(content: bytes) -> tuple[str, ...]:
    """The sheets that are shown, in their order."""
    with _opened(content) as book:
        return _shown(book)


def sheet_rows(content: bytes, sheet: str = "") -> list[tuple[int, list[str]]]:
    """The rows that say something, with their line from 1, as plain text; the first sheet unless one is named."""
    with _opened(content) as book:
        names = _shown(book)
        if not names:
            raise Refusal(NO_SHEETS)
        if sheet and sheet not in names:
            raise Refusal(NO_SHEET, sheet=sheet)
        rows = book.get_sheet_by_name(sheet or names[0]).to_python(skip_empty_area=False)
    told = ((line, [plain(value) for value in row]) for line, row in enumerate(rows, start=1))
    return [(line, cells) for line, cells in told if any(cells)]


def plain(value: Any) -> str:
    """A cell's value as text: 2026-11-22 for a date, 3 for 3.0, empty for nothing."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else format(value, ".15g")
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(timespec="seconds")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    return str(value)


def _shown(book: "CalamineWorkbook") -> tuple[str, ...]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    table, seen = SheetTypeEnum.WorkSheet, SheetVisibleEnum.Visible
    return tuple(one.name for one in book.sheets_metadata if one.typ == table and one.visible == seen)


@contextmanager
def _opened(content: bytes) -> Iterator["CalamineWorkbook"]:
    from python_calamine import CalamineError, PasswordError, load_workbook

    try:
        with load_workbook(checked(content)) as book:
            yield book
    except PasswordError as problem:
        raise Refusal(LOCKED) from problem
    except CalamineError as problem:
        raise Refusal(BROKEN) from problem
