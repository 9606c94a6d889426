"""A table as a file of text: every spreadsheet opens it, and none takes a cell for a formula."""

import csv
from collections.abc import Callable, Iterable, Sequence
from io import StringIO

from toolkit.paper.clean import plain

Value = str | int | float | None
_FORMULA = tuple("=+-@＝＋－＠\t\r\0")


def safe(text: str) -> str:
    """One line without control or direction signs that no spreadsheet takes for a formula."""
    cleaned = plain(text)
    return f"'{cleaned}" if cleaned.startswith(_FORMULA) or text.startswith(_FORMULA) else cleaned


def defused(text: str) -> str:
    """The text as it was, line breaks too, so that no spreadsheet takes it for a formula; NUL is left out."""
    kept = text.replace("\0", "")
    return f"'{kept}" if kept.startswith(_FORMULA) else kept


def csv_file(
    head: Sequence[str], rows: Iterable[Iterable[Value]], *, mark: str = ",", guard: Callable[[str], str] = safe
) -> bytes:
    """UTF-8 with a byte-order mark, so that spreadsheets read č š ž; every text goes through `guard`.

    Nothing is an empty cell, yes and no are 1 and 0.
    """
    stream = StringIO(newline="")
    writer = csv.writer(stream, delimiter=mark, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([_cell(value, guard) for value in row] for row in rows)
    return stream.getvalue().encode("utf-8-sig")


def _cell(value: Value, guard: Callable[[str], str]) -> str | int | float:
    if isinstance(value, bool):
        return int(value)
    return "" if value is None else guard(value) if isinstance(value, str) else value
