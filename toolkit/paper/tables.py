"""Tables to take away, once for all formats: workbook, CSV and their descriptions are made of the same rows."""

from dataclasses import dataclass

Cell = str | int | float | bool | None
INTEGER, NUMBER, TEXT, TRUTH = "integer", "number", "string", "boolean"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: `id` is the same in every language, the rest is said in one.

    A number may stand as "<5" or "·" where small-number protection keeps it back; `rule` says so.
    """

    id: str
    label: str
    meaning: str
    kind: str = TEXT
    unit: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataTable:
    """Rows under columns; `key` are the columns that tell two rows apart, none where rows may repeat."""

    id: str
    title: str
    about: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    key: tuple[str, ...] = ()
