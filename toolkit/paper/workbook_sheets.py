"""Sheets of a workbook; texts are written as texts, so that nothing in them is computed or followed as a link."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from io import BytesIO
from math import ceil
from typing import Any

import xlsxwriter

from toolkit.paper.clean import plain
from toolkit.paper.tables import Cell, DataTable
from toolkit.paper.tones import tones

LONGEST = 32_767  # characters of a cell; more and Excel calls the file broken
NARROW, WIDE, WRAPPED = 9, 60, 30  # widths in characters; longer columns wrap
HIGH, MOST_LINES = 15, 25  # points of a line; Excel has 409 at most
FORBIDDEN = dict.fromkeys(map(ord, "[]:*?/\\'"), " ")
DENSE = "Table Style Light 15"


class Book:
    """A workbook that grows sheet by sheet."""

    def __init__(self, title: str, day: date) -> None:
        self.kept = BytesIO()
        self.book: Any = xlsxwriter.Workbook(self.kept, {"in_memory": True})
        self.title = plain(title)
        made = datetime(day.year, day.month, day.day, tzinfo=UTC).replace(tzinfo=None)
        self.book.set_properties({"title": self.title[:255], "author": "Vrtiljak", "created": made})
        self.book.set_size(2400, 1400)
        tone = tones()
        top = {"valign": "top", "font_size": 11}
        self.text = self.book.add_format(top | {"align": "left", "indent": 1})
        self.wrapped = self.book.add_format(top | {"text_wrap": True, "align": "left", "indent": 1})
        self.figure = self.book.add_format(top | {"num_format": "#,##0.##"})
        self.whole = self.book.add_format(top | {"num_format": "0"})
        self.hidden = self.book.add_format(top | {"align": "right", "font_color": tone["soft"]})
        self.bold = self.book.add_format(top | {"bold": True, "text_wrap": True})
        self.large = self.book.add_format({"bold": True, "font_size": 18, "font_color": tone["act"]})
        self.head = self.book.add_format(
            {"bold": True, "font_color": tone["act_ink"], "bg_color": tone["act"], "valign": "top", "text_wrap": True}
        )
        self.link = self.book.add_format(top | {"font_color": tone["act"], "underline": 1})

    def finished(self) -> bytes:
        """The file."""
        self.book.close()
        return self.kept.getvalue()

    def overview(
        self, name: str, title: str, facts: Sequence[tuple[str, str]], header: Sequence[str],
        tables: Sequence[DataTable],
    ) -> None:  # fmt: skip
        """The first sheet: what this is, and the way to every other sheet."""
        sheet = self._new(name, freeze=False)
        sheet.set_column(0, 0, 28)
        sheet.set_column(1, 1, 90)
        sheet.set_column(2, 2, 10)
        sheet.set_row(0, 30)
        sheet.write_string(0, 0, cut(title), self.large)
        for row, (label, value) in enumerate(facts, start=2):
            sheet.write_string(row, 0, cut(label) if label != facts[row - 3][0] or row == 2 else "", self.bold)
            sheet.write_string(row, 1, cut(value), self.wrapped)
        first = len(facts) + 3
        for column, word in enumerate(header):
            sheet.write_string(first, column, cut(word), self.head)
        for row, table in enumerate(tables, start=first + 1):
            sheet.write_url(row, 0, f"internal:'{sheet_name(table.title)}'!A1", self.link, cut(table.title))
            sheet.write_string(row, 1, cut(table.about), self.wrapped)
            sheet.write_number(row, 2, len(table.rows), self.whole)

    def sheet(self, table: DataTable, truth: Mapping[bool, str]) -> None:
        """A table with a frozen head and a filter; numbers stay numbers, what is hidden stands as text."""
        sheet = self._new(table.title, freeze=True)
        heads = [cut(column.label) for column in table.columns]
        area = (0, 0, max(1, len(table.rows)), len(heads) - 1)
        asked = {"columns": [{"header": head, "header_format": self.head} for head in unlike(heads)],
                 "name": f"t_{table.id}", "style": DENSE}  # fmt: skip
        sheet.add_table(*area, asked)
        rows = [[truth[cell] if isinstance(cell, bool) else cell for cell in row] for row in table.rows]
        widths = [width(head, [row[place] for row in rows]) for place, head in enumerate(heads)]
        sheet.set_row(0, HIGH * max(lines(head, space) for head, space in zip(heads, widths, strict=True)) + 4)
        for place, row in enumerate(rows, start=1):
            sheet.set_row(place, HIGH * max(lines(cell, space) for cell, space in zip(row, widths, strict=True)))
            for column, cell in enumerate(row):
                self._write(sheet, place, column, cell, words=table.columns[column].kind == "string")
        for column, space in enumerate(widths):
            sheet.set_column(column, column, space)

    def _write(self, sheet: Any, row: int, column: int, cell: Cell, *, words: bool) -> None:
        if cell is None or cell == "":
            return
        if isinstance(cell, int):
            sheet.write_number(row, column, cell, self.whole)
        elif isinstance(cell, float):
            sheet.write_number(row, column, cell, self.figure)
        else:
            text = cut(cell)
            long = self.wrapped if len(text) > WRAPPED else self.text
            sheet.write_string(row, column, text, long if words or cell not in ("<5", "·") else self.hidden)

    def _new(self, name: str, *, freeze: bool) -> Any:
        sheet = self.book.add_worksheet(sheet_name(name))
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(0.4, 0.4, 0.6, 0.6)
        if freeze:
            sheet.freeze_panes(1, 0)
            sheet.repeat_rows(0)
        sheet.set_footer("&L" + self.title.replace("&", "&&")[:120] + "&C&A&R&P / &N")
        return sheet


def width(head: str, cells: Sequence[Cell]) -> float:
    """Characters that a column needs: its longest cell, or the head's longest word beside the filter's arrow."""
    word = max((len(one) for one in head.split()), default=0) + 5
    return max(NARROW, word, min(WIDE, max((len(str(cell)) for cell in cells if cell is not None), default=0) + 3))


def lines(cell: Cell, space: float) -> int:
    """How many lines a cell fills; no more than Excel can show in a row."""
    letters = len(str(cell)) if cell is not None else 0
    return min(MOST_LINES, ceil(letters * 1.1 / (space - 2))) if letters > space - 2 else 1


def cut(text: str) -> str:
    """The text in one line without control characters, as long as a cell may be."""
    cleaned = plain(text)
    units = len(cleaned.encode("utf-16-le")) // 2  # what Excel counts: an emoji is two
    if units <= LONGEST:
        return cleaned
    kept = cleaned.encode("utf-16-le")[: 2 * (LONGEST - 1)].decode("utf-16-le", errors="ignore")
    return kept + "…"


def sheet_name(title: str) -> str:
    """A title as Excel takes it: 31 characters, none of []:*?/\\'."""
    return plain(title.translate(FORBIDDEN))[:31].strip() or "1"


def unlike(heads: Sequence[str]) -> list[str]:
    """Heads of which no two are the same: Excel repairs a table with equal heads."""
    found: list[str] = []
    for head in heads:
        seen = {one.casefold() for one in found}
        place = 2
        named = head
        while named.casefold() in seen:
            named, place = f"{head} ({place})", place + 1
        found.append(named)
    return found
