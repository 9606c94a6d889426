"""What mentors and facilitators write down around the evening: rooms, residents, readiness, stakeholders, steps."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from carousel.refusal import Refusal
from toolkit.acts import census
from toolkit.acts.organising import Given, faults, key_of, read_record
from toolkit.content.organiser_forms import organiser_forms
from toolkit.i18n import _, say
from toolkit.store import Transaction, records, workshops
from toolkit.store.records import Record

NO_ROWS = _("The table has no rows.")
MORE_USED = _("More hours are used than possible. Please check both numbers.")
BEFORE_START = _("The end lies before the start. Please check both dates.")
NOT_DONE = _("Choose “Done” as status, or leave the day empty.")
TOO_MANY = _("At most {most} entries fit. Please shorten the table.")
MOST_ROWS = 2000
ROW = _("Row {row}: {fault}")


@dataclass(frozen=True, slots=True)
class Brought:
    """What a table brought: records that were new, that it changed, and that were there already just so."""

    added: int
    changed: int
    same: int


def keep_record(
    tx: Transaction, community_id: int, form: str, given: Given, language: str, now: datetime,
    *, record: int | None = None, version: int = 0,
) -> int:  # fmt: skip
    """Keep a new record, or other values for one that was read as `version`; returns its id."""
    values = checked(form, given, language)
    key = _key(form, values)
    if record is None:
        record = records.add_record(tx, community_id, form, key, values, now)
    else:
        records.change_record(tx, record, key, values, version, now)
    _tell_screens(tx, records.record(tx, record))
    return record


def remove_record(tx: Transaction, record: int, now: datetime) -> int:
    """Take a record away and return its id, by which `restore_record` brings it back."""
    _tell_screens(tx, records.record(tx, record))
    records.remove_record(tx, record, now)
    return record


def restore_record(tx: Transaction, record: int, now: datetime) -> None:
    """Bring a removed record back."""
    records.restore_record(tx, record, now)
    _tell_screens(tx, records.record(tx, record))


def _tell_screens(tx: Transaction, kept: Record) -> None:
    """An assurance stands on the opening's slides; an open projector reads it anew."""
    if kept.form == "assurance":
        for workshop_id in workshops.of_community(tx, kept.community_id):
            tx.announce(workshop_id, "screen")


def bring_in_records(
    tx: Transaction, community_id: int, form: str, rows: Sequence[Given], language: str, now: datetime
) -> Brought:
    """Records from a table, all or nothing. One that is there already is changed to what the row says; empty cells
    leave it as it is. The same table again changes nothing. Refuses with the row's number, from 1."""
    if not rows:
        raise Refusal(NO_ROWS)
    if len(rows) > MOST_ROWS:
        raise Refusal(TOO_MANY, most=MOST_ROWS)
    present = {_key(form, each.values): each for each in records.records(tx, community_id, form)}
    done = {"added": 0, "changed": 0, "same": 0}
    for row, given in enumerate(rows, start=1):
        try:
            values = checked(form, given, language)
        except Refusal as fault:
            raise Refusal(ROW, row=row, fault=say(fault, language), field=fault.data.get("field", "")) from fault
        what, present[_key(form, values)] = _bring_in(tx, community_id, form, values, present, now)
        done[what] += 1
    if form == census.FORM:
        census.settle_population(tx, community_id)
    return Brought(**done)


def _bring_in(
    tx: Transaction, community_id: int, form: str, values: dict[str, Any], present: Mapping[str, Record], now: datetime
) -> tuple[str, Record]:
    key = _key(form, values)
    held = present.get(key)
    if held is None:
        made = records.add_record(tx, community_id, form, key, values, now)
        return "added", records.record(tx, made)
    merged = {**held.values, **values}
    if merged == held.values:
        return "same", held
    records.change_record(tx, held.id, key, merged, held.version, now)
    return "changed", records.record(tx, held.id)


def _key(form: str, values: Given) -> str:
    return key_of(organiser_forms()[form], values)


def wrong(form: str, given: Given, language: str) -> dict[str, Refusal]:
    """What is wrong, by field, as a page shows it beside each; empty when the form can be kept."""
    found = faults(organiser_forms()[form], given, language)
    if not found:
        try:
            checked(form, given, language)
        except Refusal as refusal:
            found[str(refusal.data.get("field", ""))] = refusal
    return found


def checked(form: str, given: Given, language: str) -> dict[str, Any]:
    """The values of a form, each field read, and those refused that contradict each other."""
    values = read_record(organiser_forms()[form], given, language)
    if values.get("used_hours", 0) > values.get("bookable_hours", values.get("used_hours", 0)):
        raise Refusal(MORE_USED, field="used_hours")
    if values.get("until", "9999") < values.get("from", ""):
        raise Refusal(BEFORE_START, field="until")
    if "done_on" in values and values.get("status") != "done":
        raise Refusal(NOT_DONE, field="done_on")
    return values
