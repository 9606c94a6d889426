"""Tables made elsewhere: CSV, XLSX or ODS, as answers (`read`) or as they stand (`grid`)."""

from toolkit.spreadsheet.answers import COLUMNS, LONGEST, Answer, Sheet, read
from toolkit.spreadsheet.grid import Grid, Line, grid, sheets
from toolkit.spreadsheet.limits import LONGEST_CELL, MOST_BYTES, MOST_COLUMNS, MOST_ROWS
from toolkit.spreadsheet.written import MOST_UNREADABLE

__all__ = [
    "COLUMNS", "LONGEST", "LONGEST_CELL", "MOST_BYTES", "MOST_COLUMNS", "MOST_ROWS", "MOST_UNREADABLE", "Answer",
    "Grid", "Line", "Sheet", "grid", "read", "sheets",
]  # fmt: skip
