"""Workbooks made for tests."""

from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from xlsxwriter import Workbook

Value = str | int | float | bool | date | datetime | None


def workbook(*sheets: Sequence[Sequence[Value]], names: Sequence[str] = ("First", "Second", "Third")) -> bytes:
    """An XLSX with these rows on each sheet."""
    made = BytesIO()
    with Workbook(made, {"in_memory": True, "strings_to_formulas": False}) as book:
        day, moment = book.add_format({"num_format": "d. m. yyyy"}), book.add_format({"num_format": "d. m. yyyy hh:mm"})
        for name, rows in zip(names, sheets, strict=False):
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                for place, value in enumerate(row):
                    if isinstance(value, date):
                        sheet.write_datetime(at, place, value, moment if isinstance(value, datetime) else day)
                    elif value is not None:
                        sheet.write(at, place, value)
    return made.getvalue()


def changed(book: bytes, part: str, old: str, new: str) -> bytes:
    """The same workbook with other words in one of its parts."""
    made = BytesIO()
    with ZipFile(BytesIO(book)) as given, ZipFile(made, "w", ZIP_DEFLATED) as packed:
        for one in given.namelist():
            text = given.read(one)
            packed.writestr(one, text.replace(old.encode(), new.encode()) if one == part else text)
    return made.getvalue()
