"""The population of a community by age and gender: kept with its source and date, never guessed."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from carousel.refusal import Refusal
from toolkit.acts.forms import MISSING
from toolkit.acts.organising import key_of, read_value
from toolkit.compare.population import ALL, Cell, Cells, ages, contradictions, genders, total
from toolkit.content.organiser_forms import organiser_forms
from toolkit.i18n import _
from toolkit.store import Transaction, records, residents

FORM = "population"
PRESENT = _("{people} residents came to one workshop. {total} is too small.")
NO_YEAR = _("Please add the date of the data, at least the year.")
YEAR = re.compile(r"(?<!\d)(19|20)\d\d(?!\d)")
GAPS = re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d)")  # thousands as spreadsheets and offices write them


def field_of(cell: Cell) -> str:
    """What a refusal calls a cell."""
    return " ".join(cell)


def keep_population(
    tx: Transaction, community_id: int, cells: Mapping[Cell, Any], source: str, language: str, now: datetime
) -> int:
    """Keep these cells in place of those that were there, and the community's total with them; returns how many cells
    are kept. Empty cells are unknown. Refuses at the first cell, or the source, that cannot be right."""
    for fault in wrong_population(tx, community_id, cells, source, language).values():
        raise fault
    read = _read(cells, language)[0]
    named = _source(source, language) if read else ""
    held = {(each.values["age"], each.values["gender"]): each for each in records.records(tx, community_id, FORM)}
    for cell in held.keys() - read.keys():
        records.remove_record(tx, held[cell].id, now)
    for cell, persons in read.items():
        values = {"age": cell[0], "gender": cell[1], "persons": persons, "source": named}
        key = key_of(organiser_forms()[FORM], values)
        if cell not in held:
            records.add_record(tx, community_id, FORM, key, values, now)
        elif held[cell].values != values:
            records.change_record(tx, held[cell].id, key, values, held[cell].version, now)
    whole = total(read)
    residents.set_population(tx, community_id, whole, named if whole is not None else "")
    return len(read)


def wrong_population(
    tx: Transaction, community_id: int, cells: Mapping[Cell, Any], source: str, language: str
) -> dict[str, Refusal]:
    """What is wrong, by cell (`field_of`) and for "source"; empty when it can be kept."""
    read, found = _read(cells, language)
    if not found:
        found = _impossible(tx, community_id, read)
    if read or found:
        try:
            _source(source, language)
        except Refusal as fault:
            found["source"] = fault
    return found


def settle_population(tx: Transaction, community_id: int) -> None:
    """After records of the population came in from a table: refuse what cannot be true, keep the total in step."""
    held = [each.values for each in records.records(tx, community_id, FORM)]
    cells = {(each["age"], each["gender"]): each["persons"] for each in held}
    for fault in _impossible(tx, community_id, cells).values():
        raise fault
    if (whole := total(cells)) is not None:
        sources = "; ".join(dict.fromkeys(each["source"] for each in held))
        residents.set_population(tx, community_id, whole, sources[:200])


def _read(cells: Mapping[Cell, Any], language: str) -> tuple[dict[Cell, int], dict[str, Refusal]]:
    """The numbers that were typed, and what could not be read."""
    asked = organiser_forms()[FORM].field("persons")
    read: dict[Cell, int] = {}
    found: dict[str, Refusal] = {}
    for age in (*ages(), ALL):
        for gender in (*genders(), ALL):
            given = cells.get((age, gender))
            try:
                number = read_value(asked, GAPS.sub("", given.strip()) if isinstance(given, str) else given, language)
            except Refusal as fault:
                found[field_of((age, gender))] = _at((age, gender), fault)
            else:
                read |= {} if number is None else {(age, gender): number}
    return read, found


def _impossible(tx: Transaction, community_id: int, cells: Cells) -> dict[str, Refusal]:
    found = {field_of(cell): _at(cell, fault) for cell, fault in contradictions(cells).items()}
    whole, present = total(cells), residents.most_residents_present(tx, community_id)
    if not found and whole is not None and whole < present:
        found[field_of((ALL, ALL))] = _at((ALL, ALL), Refusal(PRESENT, people=present, total=whole))
    return found


def _at(cell: Cell, fault: Refusal) -> Refusal:
    fault.data["field"] = field_of(cell)
    return fault


def _source(source: str, language: str) -> str:
    asked = organiser_forms()[FORM].field("source")
    text = str(read_value(asked, source, language) or "")
    if not text:
        raise Refusal(MISSING, label=asked.label(language), field="source")
    if not YEAR.search(text):
        raise Refusal(NO_YEAR, field="source")
    return text
