"""A filled-in table of an organiser form: read, compared with what is there, and brought in whole or not at all."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from carousel.refusal import Refusal
from toolkit.acts.organising import key_of
from toolkit.acts.recording import MOST_ROWS, TOO_MANY, checked, wrong
from toolkit.content.organiser_forms import OrganiserField, OrganiserForm, organiser_forms
from toolkit.i18n import _, say
from toolkit.paper.register import NEEDED, unquoted
from toolkit.spreadsheet import Grid, Line, grid
from toolkit.spreadsheet.workbook import is_workbook
from toolkit.store import Transaction, records

LACKS_COLUMN = _("The table has no column “{label}”. Add it, then try again.")
TWO_COLUMNS = _("Two columns mean the same: “{one}” and “{other}”. Leave one out.")
NO_KNOWN = _("No column of this table is known here. Please start from the template.")
AGAIN = _("This stands in row {row} already. Leave one of the two out.")
A_FORMULA = _("This is a formula. Please write what it comes to.")
EXACT = re.compile(r"-?\d+(\.\d+)?(e[+-]?\d+)?", re.IGNORECASE)  # a number as a workbook holds it


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a cell. `row` is where it stands in the file, from 1; `column` is its heading there."""

    row: int
    column: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A row that can be brought in: where it stands in the file, from 1, and its values by field."""

    row: int
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A table as it was read. `unknown` are columns that mean nothing here; they are left out."""

    form: str
    entries: tuple[Entry, ...]
    faults: tuple[Fault, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def rows(self) -> tuple[Mapping[str, Any], ...]:
        """The values of each row, as `bring_in_records` wants them."""
        return tuple(entry.values for entry in self.entries)


@dataclass(frozen=True, slots=True)
class Changed:
    """An entry that changes a record; `before` and `after` hold the fields that differ."""

    entry: Entry
    before: Mapping[str, Any]
    after: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What a table would bring: new entries, changes of what is there, and what is there already just so."""

    new: tuple[Entry, ...] = ()
    changed: tuple[Changed, ...] = ()
    same: tuple[Entry, ...] = ()


def read_table(content: bytes, name: str, form_id: str, language: str) -> Filled:
    """A table with a header of field names, in any language, as the values of a form.

    A cell that cannot be read is a fault with its row and column; only a table that is none, lacks a column that must
    be there or has two of one kind is refused.
    """
    form, found = organiser_forms()[form_id], grid(content, name)
    if len(found.rows) > MOST_ROWS:
        raise Refusal(TOO_MANY, most=MOST_ROWS)
    places, unknown = columns(form, found.header, language)
    spoken, book = _language(form, found, places, language), is_workbook(content, name)
    faults = [Fault(int(str(one.data.get("line", 0))), "", say(one, language)) for one in found.faults]
    entries: list[Entry] = []
    first: dict[str, int] = {}
    for line in found.rows:
        cells = {id: line.cells[place] for id, place in places.items()}
        given = {id: _cell(form.field(id), cell, book) for id, cell in cells.items()}
        refused = ({} if book else _formulas(cells)) or wrong(form_id, given, spoken)
        if refused:
            faults += [_fault(form, found, places, line, field, one, language) for field, one in refused.items()]
            continue
        entry = Entry(line.line, checked(form_id, given, spoken))
        earlier = first.setdefault(key_of(form, entry.values), line.line)
        if earlier == line.line:
            entries.append(entry)
        else:
            column = found.header[places[form.identity[0]]] if form.identity else ""
            faults.append(Fault(line.line, column, say(Refusal(AGAIN, row=earlier), language)))
    faults.sort(key=lambda one: one.row)
    return Filled(form=form_id, entries=tuple(entries), faults=tuple(faults), unknown=unknown)


def columns(form: OrganiserForm, header: Sequence[str], language: str) -> tuple[dict[str, int], tuple[str, ...]]:
    """Where each field stands, by its id, and the headings that are no field. Case and accents do not matter."""
    known = {folded(name): field.id for field in form.fields for name in (*_labels(field), field.id)}
    places: dict[str, int] = {}
    unknown = []
    for place, heading in enumerate(header):
        id = known.get(folded(heading))
        if id is None:
            unknown.append(heading)
        elif id in places:
            raise Refusal(TWO_COLUMNS, one=header[places[id]], other=heading)
        else:
            places[id] = place
    if not places:
        raise Refusal(NO_KNOWN)
    for field in form.fields:
        if field.required and field.id not in places:
            raise Refusal(LACKS_COLUMN, label=field.label(language), field=field.id)
    return places, tuple(one for one in unknown if not re.fullmatch(r"\(\d+\)", one))


def compared(tx: Transaction, community_id: int, table: Filled) -> Compared:
    """What bringing the table in would do to the records of a community; empty cells leave a record as it is."""
    form = organiser_forms()[table.form]
    present = {key_of(form, one.values): one.values for one in records.records(tx, community_id, table.form)}
    new, changed, same = [], [], []
    for entry in table.entries:
        held = present.get(key_of(form, entry.values))
        if held is None:
            new.append(entry)
            continue
        after = {id: value for id, value in entry.values.items() if held.get(id) != value}
        if after:
            changed.append(Changed(entry, {id: held.get(id) for id in after}, after))
        else:
            same.append(entry)
    return Compared(new=tuple(new), changed=tuple(changed), same=tuple(same))


def folded(heading: str) -> str:
    """A heading without case, accents, the star and everything that is no letter or digit."""
    plain = unicodedata.normalize("NFKD", heading.removesuffix(NEEDED).casefold())
    return "".join(char for char in plain if char.isalnum())


def _labels(field: OrganiserField) -> list[str]:
    return [field.label(language) for language in field.text]


def _language(form: OrganiserForm, found: Grid, places: Mapping[str, int], language: str) -> str:
    """The language of the table's headings, in which its numbers are written too; the reader's where none is clear."""
    spoken = {each: 0 for field in form.fields for each in field.text}
    for id, place in places.items():
        field = form.field(id)
        for each in field.text:
            spoken[each] += folded(field.label(each)) == folded(found.header[place])
    return max(spoken, key=lambda each: (spoken[each], each == language))


def _cell(field: OrganiserField, text: str, book: bool) -> Any:
    """What a cell holds: a workbook's numbers have a decimal point whatever its language; an apostrophe that only
    keeps a table's text from being a formula is taken off."""
    if not book:
        return unquoted(text)
    return float(text) if field.type in ("integer", "number") and EXACT.fullmatch(text) else text


def _formulas(cells: Mapping[str, str]) -> dict[str, Refusal]:
    """A table of text that holds a formula instead of what it comes to, by field."""
    return {id: Refusal(A_FORMULA, field=id) for id, text in cells.items() if text.startswith("=")}


def _fault(
    form: OrganiserForm, found: Grid, places: Mapping[str, int], line: Line, field: str, fault: Refusal, language: str
) -> Fault:
    column = found.header[places[field]] if field in places else form.field(field).label(language) if field else ""
    return Fault(line.line, column, say(fault, language))
