"""A table of answers made elsewhere (a survey, a spreadsheet or another tool), read row by row.

A bad row is named with its line and the rest goes on; only a table that cannot be read at all is refused.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from carousel.refusal import Refusal
from toolkit.spreadsheet.grid import EMPTY, WIDE
from toolkit.spreadsheet.limits import MOST_BYTES, TOO_BIG
from toolkit.spreadsheet.workbook import is_workbook, sheet_rows
from toolkit.spreadsheet.written import NOT_TEXT, Row, written_rows

LONGEST = 10_000  # characters of one answer
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "besedilo", "answer", "odgovor", "comment-body", "comment", "komentar", "note", "listek", "misel"),
    "kind": ("kind", "vrsta"),
    "question": ("question", "vprašanje", "vprasanje", "station", "postaja"),
    "theme": ("theme", "tema"),
    "community": ("community", "skupnost", "ks"),
    "id": ("id", "comment-id", "comment_id", "row", "vrstica", "št", "st"),
    "language": ("language", "jezik"),
}
NO_TEXT = "The table has no column with the answers. Name it “text” or “besedilo”."
BLANK = "Line {line}: the answer is empty."
LONG = "Line {line}: the answer has {found} characters. At most {most} are possible."


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One row: the answer's text and whatever else its table says. `line` is where it stands in the file, from 1;
    `cells` are all cells as they were."""

    line: int
    text: str
    kind: str = ""
    question: str = ""
    theme: str = ""
    community: str = ""
    id: str = ""
    language: str = ""
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows that could be read, and for each of the others why not; how the table was written."""

    answers: tuple[Answer, ...]
    faults: tuple[Refusal, ...]
    header: tuple[str, ...] = ()
    separator: str = ","
    found: frozenset[str] = frozenset()


def read(content: bytes, most: int = MOST_BYTES, name: str = "") -> Sheet:
    """Read a table of at most `most` bytes: CSV with or without BOM, separated by comma, semicolon or tab, or the
    first sheet of XLSX or ODS; refuses with 413 or 422. `found` names the known columns that it has."""
    if len(content) > most:
        raise Refusal(TOO_BIG, status=413, megabytes=most // 2**20)
    mark, rows = _rows(content, name)
    header = next(rows, None)
    if header is None or isinstance(header, Refusal):
        raise Refusal(EMPTY if header is None else NOT_TEXT)
    places = columns(header[1])
    read_rows = [row if isinstance(row, Refusal) else _answer(*row, places, len(header[1])) for row in rows]
    answers = tuple(row for row in read_rows if isinstance(row, Answer))
    faults = tuple(row for row in read_rows if isinstance(row, Refusal))
    if not answers and not faults:
        raise Refusal(EMPTY)
    return Sheet(answers, faults, tuple(header[1]), mark, frozenset(places))


def columns(header: Sequence[str]) -> dict[str, int]:
    """Where each known column stands; refuses a table without answers."""
    names = [name.strip().lower() for name in header]
    places = {
        wanted: next(names.index(alias) for alias in aliases if alias in names)
        for wanted, aliases in COLUMNS.items()
        if any(alias in names for alias in aliases)
    }
    if "text" not in places:
        raise Refusal(NO_TEXT)
    return places


def _rows(content: bytes, name: str) -> tuple[str, Iterator[Row | Refusal]]:
    return (",", iter(sheet_rows(content))) if is_workbook(content, name) else written_rows(content)


def _answer(line: int, cells: Sequence[str], places: Mapping[str, int], width: int) -> Answer | Refusal:
    if len(cells) != width:
        return Refusal(WIDE, line=line, found=len(cells), columns=width)
    given = {name: cells[place].strip() for name, place in places.items()}
    if not given["text"]:
        return Refusal(BLANK, line=line)
    if len(given["text"]) > LONGEST:
        return Refusal(LONG, line=line, found=len(given["text"]), most=LONGEST)
    return Answer(line=line, cells=tuple(cells), **given)
