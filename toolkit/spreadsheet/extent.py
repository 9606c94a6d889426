"""How far a sheet reaches, read from its cells' own places: a reader would make room for everything up to there."""

from collections.abc import Mapping
from xml.parsers.expat import ExpatError, ParserCreate

from carousel.refusal import Refusal
from toolkit.spreadsheet.limits import BROKEN


def extent(text: bytes) -> tuple[int, int]:
    """Rows and columns up to the last cell of a sheet of XLSX, or of the largest sheet of ODS."""
    parser, measured = ParserCreate(), _Measured()
    parser.StartElementHandler = measured.begin
    parser.EndElementHandler = measured.end
    try:
        parser.Parse(text, True)
    except (ExpatError, ValueError) as problem:
        raise Refusal(BROKEN) from problem
    return measured.rows, measured.columns


class _Measured:
    """Counts while the sheet is read: XLSX names each place, ODS says how often a row or a cell is repeated."""

    def __init__(self) -> None:
        self.rows = self.columns = 0
        self._row = self._column = self._again = self._filled = 0

    def begin(self, tag: str, said: Mapping[str, str]) -> None:
        kind = tag.rpartition(":")[2]
        if kind == "row":
            self._row, self._column = int(said.get("r", self._row + 1)), 0
        elif kind == "c":
            self._place(said.get("r", ""))
        elif kind in ("v", "is"):  # a cell that is only painted reaches nowhere
            self.rows, self.columns = max(self.rows, self._row), max(self.columns, self._column)
        elif kind == "table":
            self._row = 0
        elif kind == "table-row":
            self._again, self._column, self._filled = int(said.get("table:number-rows-repeated", 1)), 0, 0
        elif kind in ("table-cell", "covered-table-cell"):
            self._column += int(said.get("table:number-columns-repeated", 1))
            if any(name.endswith((":value-type", ":formula")) for name in said):
                self._filled = self._column

    def end(self, tag: str) -> None:
        if tag.rpartition(":")[2] == "table-row":
            self._row += self._again
            if self._filled:
                self.rows, self.columns = max(self.rows, self._row), max(self.columns, self._filled)

    def _place(self, place: str) -> None:
        letters = place.rstrip("0123456789")
        number = 0
        for letter in letters.upper():
            number = number * 26 + ord(letter) - 64
        self._column = number or self._column + 1
        if place[len(letters) :]:
            self._row = int(place[len(letters) :])
