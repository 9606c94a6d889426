"""Which cells of a table of counts must stay hidden so that nobody can work out a small one from the rest."""

from collections.abc import Mapping, Sequence
from itertools import product

FEW = range(1, 5)
Cell = tuple[int, int]
Counts = Sequence[Sequence[int]]


def with_totals(counts: Counts) -> list[list[int]]:
    """The table with a last column of row totals and, unless it has one row only, a last row of column totals."""
    rows = [[*row, sum(row)] for row in counts]
    return rows if len(rows) == 1 else [*rows, [sum(column) for column in zip(*rows, strict=True)]]


def hidden_cells(counts: Counts) -> Mapping[Cell, str] | None:
    """Hidden cells of the table with totals: "few" for 1-4, "kept" for those hidden only to protect them.

    Cells are hidden until each could still have another value; row totals are hidden last, column totals and the
    whole never to protect others, since they tend to be known from elsewhere. None when hiding cannot help.
    """
    table = with_totals(counts)
    places = list(product(range(len(table)), range(len(table[0]))))
    hidden = {(row, column): "few" for row, column in places if table[row][column] in FEW}
    while solved := next((cell for cell in hidden if not is_free(cell, table, hidden)), None):
        spare = _spare(solved, table, hidden)
        if spare is None:
            return None
        hidden[spare] = "kept"
    return hidden


def is_free(cell: Cell, table: Counts, hidden: Mapping[Cell, str]) -> bool:
    """Whether a hidden cell could as well be one more or one less, all shown cells of the table unchanged.

    Sums hold only if each change up in a row or column is met by a change down there: so the cell is free exactly if
    a closed walk over hidden cells, up and down in turn, leads back to it. A total counts with the opposite sign.
    With one row there are no sums over columns: all its columns are one place.
    """
    return any(_walk(cell, up, table, hidden) for up in (True, False))


def _walk(cell: Cell, up: bool, table: Counts, hidden: Mapping[Cell, str]) -> bool:
    if not _may(cell, up, table, hidden[cell]):
        return False
    start, goal = _ends(cell, table)[::-1] if up else _ends(cell, table)
    reached, edge = {start}, [start]
    while edge and goal not in reached:
        here = edge.pop()
        for other, why in hidden.items():
            row, column = _ends(other, table)
            there = row if here == column else column
            # to leave a column is to lower a cell of it, to leave a row is to raise one
            if other == cell or here not in (row, column) or there in reached:
                continue
            if _may(other, here == row, table, why):
                reached.add(there)
                edge.append(there)
    return goal in reached


def _ends(cell: Cell, table: Counts) -> tuple[tuple[str, int], tuple[str, int]]:
    return ("row", cell[0]), ("column", 0 if len(table) == 1 else cell[1])


def _may(cell: Cell, up: bool, table: Counts, why: str) -> bool:
    """Whether the reader, who knows that "few" is 1 to 4, must reckon with one more (or, for a total, one less)."""
    low, high = (FEW.start, FEW.stop - 1) if why == "few" else (0, float("inf"))
    value = table[cell[0]][cell[1]]
    return value < high if up is not _is_total(cell, table) else value > low


def _is_total(cell: Cell, table: Counts) -> bool:
    """A row or column total; the whole is a total of totals and counts like a cell."""
    last_row = len(table) > 1 and cell[0] == len(table) - 1
    return last_row is not (cell[1] == len(table[0]) - 1)


def _spare(solved: Cell, table: Counts, hidden: Mapping[Cell, str]) -> Cell | None:
    """The next cell to hide: in line with the solved one first, the smallest above 4, zeros late, row totals last."""
    rows, width = max(1, len(table) - 1), len(table[0])

    def preference(cell: Cell) -> tuple[bool, bool, bool, int]:
        count = table[cell[0]][cell[1]]
        in_line = cell[0] == solved[0] or cell[1] == solved[1]
        return (cell[1] == width - 1, not in_line, count == 0, count)

    last = width if len(table) > 1 else width - 1  # the total of a single row is the whole
    open_cells = (cell for cell in product(range(rows), range(last)) if cell not in hidden)
    return min(open_cells, key=preference, default=None)
