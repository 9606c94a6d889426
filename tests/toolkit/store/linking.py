"""A thief with the database file who wants to know whose contact belongs to which answers: tries every order.

Whoever left the closing form as the third and a contact as the third is the same person. So the thief lays the rows of
two tables side by side: as the database hands them out, by each column, by their place in the file and in the journal.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from itertools import product
from pathlib import Path

SLIPS = ("slip", "id", "SELECT id FROM slip")
ANSWERS = ("answer", "slip_id", "SELECT DISTINCT slip_id FROM answer WHERE form = 'closing'")
CONTACTS = ("contact", "id", "SELECT id FROM contact")
TICKETS = ("ticket", "key", "SELECT key FROM ticket")
Orders = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Matched:
    """The best pair of orders for the thief: how many of `of` pairs it gets right, and by which orders."""

    right: int
    of: int
    tried: int
    by: str


def attack(path: Path, truth: Mapping[str, str], *, other: tuple[str, str, str] = CONTACTS) -> Matched:
    """Match slips with rows of another table in every order; `truth` is what the thief wants to know, by slip."""
    journal = path.with_name(path.name + "-wal")
    files = [one.read_bytes() if one.exists() else b"" for one in (path, journal)]
    copy = path.with_name("stolen.sqlite")
    for ending in ("", "-wal"):
        source, target = path.with_name(path.name + ending), copy.with_name(copy.name + ending)
        target.unlink(missing_ok=True)
        if source.exists():
            target.write_bytes(source.read_bytes())
    with closing(sqlite3.connect(copy)) as stolen:
        mine = {f"{table[0]} {by}": order for table in (SLIPS, ANSWERS) for by, order in orders(stolen, files, table)}
        theirs = dict(orders(stolen, files, other))
    found = [
        (sum(truth.get(slip) == row for slip, row in zip(one, another, strict=False)), f"{by} = {other[0]} {at}")
        for (by, one), (at, order) in product(mine.items(), theirs.items()) for another in (order, order[::-1])
    ]  # fmt: skip
    right, by = max(found)
    return Matched(right, len(truth), len(found), by)


def orders(
    stolen: sqlite3.Connection, files: list[bytes], table: tuple[str, str, str]
) -> Iterable[tuple[str, tuple[str, ...]]]:  # fmt: skip
    """Every order that a table's rows stand in, with its name."""
    name, key, wanted = table
    rows = [str(one) for (one,) in stolen.execute(wanted)]
    yield "as it comes", tuple(rows)
    columns = [column[1] for column in stolen.execute(f"PRAGMA table_info({name})")]
    for column in (*columns, "rowid"):
        try:
            ordered = stolen.execute(f'SELECT "{key}" FROM "{name}" ORDER BY {name}."{column}"').fetchall()
        except sqlite3.OperationalError:  # no rowid
            continue
        yield f"by {column}", tuple(dict.fromkeys(str(one) for (one,) in ordered if str(one) in rows))
    sealed = dict(stolen.execute("SELECT id, sealed FROM contact")) if name == "contact" else {}
    for where, content in zip(("file", "journal"), files, strict=True):
        marks = {row: row.encode() + (b"closing" if name == "answer" else b"") for row in rows}
        first, last = ({row: find(mark) for row, mark in marks.items()} for find in (content.find, content.rfind))
        yield f"by its first place in the {where}", _sorted(rows, first)
        yield f"by its last place in the {where}", _sorted(rows, last)
        if sealed:
            yield f"by its words in the {where}", _sorted(rows, {row: content.find(sealed[row][:40]) for row in rows})


def _sorted(rows: list[str], places: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(sorted(rows, key=places.__getitem__))
