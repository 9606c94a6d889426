"""A table of answers made elsewhere (CSV from a survey, a spreadsheet or another tool), read row by row.

A bad row is named with its line and the rest goes on; only a table that cannot be read at all is refused.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from carousel.refusal import Refusal

MOST_BYTES = 5 * 2**20
LONGEST = 10_000  # characters of one answer
MOST_UNREADABLE = 100
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "besedilo", "answer", "odgovor", "comment-body", "comment", "komentar", "note", "listek", "misel"),
    "kind": ("kind", "vrsta"),
    "question": ("question", "vprašanje", "vprasanje", "station", "postaja"),
    "theme": ("theme", "tema"),
    "community": ("community", "skupnost", "ks"),
    "id": ("id", "comment-id", "comment_id", "row", "vrstica", "št", "st"),
    "language": ("language", "jezik"),
}
NOT_TEXT = "This file is not a table of text. Save it as CSV (UTF-8), then try again."
NO_TEXT = "The table has no column with the answers. Name it “text” or “besedilo”."
EMPTY = "The table has no rows."
TOO_BIG = "The file is larger than {megabytes} MB. Split it, then try again."
UNREADABLE = "Line {line}: this row cannot be read. Check its quotation marks."
GIVEN_UP = "Line {line}: too many rows cannot be read. From here on the table was left out."
CELLS = "Line {line}: the row has {found} cells, the table has {columns} columns."
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


def read(content: bytes, most: int = MOST_BYTES) -> Sheet:
    """Read a CSV of at most `most` bytes, with or without BOM, separated by comma, semicolon or tab; refuses with 413
    or 422. `found` names the known columns that it has."""
    if len(content) > most:
        raise Refusal(TOO_BIG, status=413, megabytes=most // 2**20)
    lines = [line + "\n" for line in decoded(content).replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    mark = separator(lines[0])
    rows = _rows(lines, mark)
    header = next(rows, None)
    if header is None or isinstance(header, Refusal):
        raise Refusal(EMPTY if not any(map(str.strip, lines)) else NOT_TEXT)
    places = columns(header[1])
    read_rows = [row if isinstance(row, Refusal) else _answer(*row, places, len(header[1])) for row in rows]
    answers = tuple(row for row in read_rows if isinstance(row, Answer))
    faults = tuple(row for row in read_rows if isinstance(row, Refusal))
    if not answers and not faults:
        raise Refusal(EMPTY)
    return Sheet(answers, faults, tuple(header[1]), mark, frozenset(places))


def decoded(content: bytes) -> str:
    """The text in UTF-8, UTF-16 with a BOM, or as Central European Windows writes it."""
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "cp1250"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise Refusal(NOT_TEXT)


def separator(header: str) -> str:
    """The mark that splits the header into the most columns."""
    return max((",", ";", "\t"), key=lambda mark: len(next(csv.reader([header], delimiter=mark), [])))


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


def _rows(lines: Sequence[str], mark: str) -> Iterator[tuple[int, list[str]] | Refusal]:
    """Rows with the line they begin on. After one that cannot be read, reading goes on with the next line; a table
    with too many of them is left there, since each costs a reading of all that follows."""
    at = faults = 0
    while at < len(lines):
        if faults == MOST_UNREADABLE:
            yield Refusal(GIVEN_UP, line=at + 1)
            return
        reader = csv.reader((lines[i] for i in range(at, len(lines))), delimiter=mark, strict=True)
        began = at
        try:
            for cells in reader:
                if any(cells):
                    yield began + 1, cells
                began = at + reader.line_num
            return
        except csv.Error:
            yield Refusal(UNREADABLE, line=began + 1)
            at, faults = began + 1, faults + 1


def _answer(line: int, cells: Sequence[str], places: Mapping[str, int], width: int) -> Answer | Refusal:
    if len(cells) != width:
        return Refusal(CELLS, line=line, found=len(cells), columns=width)
    given = {name: cells[place].strip() for name, place in places.items()}
    if not given["text"]:
        return Refusal(BLANK, line=line)
    if len(given["text"]) > LONGEST:
        return Refusal(LONG, line=line, found=len(given["text"]), most=LONGEST)
    return Answer(line=line, cells=tuple(cells), **given)
