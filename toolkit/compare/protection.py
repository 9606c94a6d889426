"""Which cells of a table of counts must stay hidden so that nobody can work out a small one from the rest."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from heapq import heappop, heappush
from itertools import product

FEW = range(1, 5)
Cell = tuple[int, int]
Place = tuple[str, int]
Counts = Sequence[Sequence[int]]


def with_totals(counts: Counts) -> list[list[int]]:
    """The table with a last column of row totals and, unless it has one row only, a last row of column totals."""
    rows = [[*row, sum(row)] for row in counts]
    return rows if len(rows) == 1 else [*rows, [sum(column) for column in zip(*rows, strict=True)]]


def hidden_cells(counts: Counts) -> Mapping[Cell, str] | None:
    """Hidden cells of the table with totals: "few" for 1-4, "kept" for those hidden only to protect them.

    Cells are hidden until each could still have another value; row totals are hidden last, column totals and the
    whole never to protect others, since they tend to be known from elsewhere. A zero is never hidden: that would
    protect nothing, since a reader knows that "kept" is no number below five. None when hiding cannot help.
    """
    table = with_totals(counts)
    places = product(range(len(table)), range(len(table[0])))
    hiding = _Hiding(table, [cell for cell in places if table[cell[0]][cell[1]] in FEW])
    waiting = list(hiding.hidden)
    while waiting:
        cell = waiting[-1]
        if hiding.is_free(cell):  # and stays so, whatever else is hidden
            waiting.pop()
        elif (spare := hiding.spare(cell)) is not None:
            hiding.hide(spare, "kept")
            waiting.insert(0, spare)
        else:
            return None
    return hiding.hidden


def joined(people: Sequence[int]) -> list[range]:
    """Neighbouring places of a line joined until each has nobody or at least five people together; a place with few is
    joined with the smaller neighbour. A line that is few altogether stays one place."""
    left = [range(place, place + 1) for place in range(len(people))]
    sums = list(people)
    while len(left) > 1 and (few := next((at for at, many in enumerate(sums) if many in FEW), None)) is not None:
        beside = min((at for at in (few - 1, few + 1) if 0 <= at < len(left)), key=sums.__getitem__)
        first, second = sorted((few, beside))
        left[first : second + 1] = [range(left[first].start, left[second].stop)]
        sums[first : second + 1] = [sums[first] + sums[second]]
    return left


class _Hiding:
    """The hidden cells as ways between rows and columns.

    A cell that could be one more leads from its row to its column, one that could be one less leads back. Sums hold
    only if each change up is met by a change down in the same row or column: so a hidden cell could as well be
    another number exactly if a closed walk over hidden cells leads through it. A total counts with the opposite sign.
    With one row there are no sums over columns: all its columns are one place.
    """

    def __init__(self, table: Counts, few: Sequence[Cell]) -> None:
        self.table, self.hidden = table, dict[Cell, str]()
        self.ways: dict[Place, list[tuple[Place, Cell]]] = defaultdict(list)
        self.spares = {("row", row): list[tuple[bool, int, Cell]]() for row in range(len(table))}
        self.spares |= {("column", column): [] for column in range(len(table[0]))}
        rows, width = max(1, len(table) - 1), len(table[0])
        last = width if len(table) > 1 else width - 1  # the total of a single row is the whole
        for row, column in product(range(rows), range(last)):
            if table[row][column] > FEW[-1]:
                offer = (column == width - 1, table[row][column], (row, column))
                heappush(self.spares["row", row], offer)
                heappush(self.spares["column", column], offer)
        for cell in few:
            self.hide(cell, "few")

    def hide(self, cell: Cell, why: str) -> None:
        """Hide a cell and open the ways it gives."""
        self.hidden[cell] = why
        row, column = self._ends(cell)
        for up, start, end in ((True, row, column), (False, column, row)):
            if self._may(cell, up):
                self.ways[start].append((end, cell))

    def is_free(self, cell: Cell) -> bool:
        """Whether a hidden cell could as well be one more or one less, all shown cells of the table unchanged."""
        row, column = self._ends(cell)
        return (self._may(cell, True) and self._leads(column, row, cell)) or (
            self._may(cell, False) and self._leads(row, column, cell)
        )

    def spare(self, solved: Cell) -> Cell | None:
        """The next cell to hide: in line with the solved one first, the smallest, row totals last."""
        lines = [self.spares["row", solved[0]], self.spares["column", solved[1]]]
        return self._smallest(lines) or self._smallest(list(self.spares.values()))

    def _smallest(self, lines: Sequence[list[tuple[bool, int, Cell]]]) -> Cell | None:
        for line in lines:
            while line and line[0][2] in self.hidden:
                heappop(line)
        return min((line[0] for line in lines if line), default=(False, 0, None))[2]

    def _leads(self, start: Place, goal: Place, without: Cell) -> bool:
        reached, edge = {start}, [start]
        while edge and goal not in reached:
            for there, cell in self.ways[edge.pop()]:
                if there not in reached and cell != without:
                    reached.add(there)
                    edge.append(there)
        return goal in reached

    def _ends(self, cell: Cell) -> tuple[Place, Place]:
        return ("row", cell[0]), ("column", 0 if len(self.table) == 1 else cell[1])

    def _may(self, cell: Cell, up: bool) -> bool:
        """Whether the reader, who knows that "few" is 1 to 4 and "kept" is not, must reckon with one more (or, for a
        total, one less)."""
        low, high = (FEW.start, FEW.stop - 1) if self.hidden[cell] == "few" else (FEW.stop, float("inf"))
        value = self.table[cell[0]][cell[1]]
        return value < high if up is not self._is_total(cell) else value > low

    def _is_total(self, cell: Cell) -> bool:
        """A row or column total; the whole is a total of totals and counts like a cell."""
        last_row = len(self.table) > 1 and cell[0] == len(self.table) - 1
        return last_row is not (cell[1] == len(self.table[0]) - 1)
