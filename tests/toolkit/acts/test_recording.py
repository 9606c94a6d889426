"""What mentors write down: kept, refused at the field, brought in from a table, removed and brought back."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carousel.preparation import Action, Premises, Stakeholder
from carousel.refusal import Refusal
from carousel.workshop import Format
from toolkit.acts.answering import check_in
from toolkit.acts.mentoring import found_community, prepare_workshop
from toolkit.acts.recording import bring_in_records, keep_record, remove_record, restore_record, wrong
from toolkit.content.organiser_forms import organiser_forms
from toolkit.store import Store
from toolkit.store.preparation import preparation
from toolkit.store.programme import communities
from toolkit.store.records import records

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
HALL = {
    "name": "Dvorana",
    "seats": 60,
    "used_hours": "12,5",
    "bookable_hours": 40,
    "access": ["lift"],
    "source": "KS, 2026",
}
SCHOOL = {"name": "Osnovna šola", "type": "javni_zavod", "interest": 4, "invited_on": "1. 9. 2026"}


@pytest.fixture
def golnik(store: Store) -> int:
    return store.write(found_community, "Golnik")


def keep(store: Store, community: int, form: str, values: Mapping[str, Any], **more: Any) -> int:
    return store.write(keep_record, community, form, values, "sl", NOW, **more)


def test_a_room_is_kept_with_its_types(store: Store, golnik: int) -> None:
    keep(store, golnik, "premises", HALL)
    assert store.read(preparation, golnik).premises == (
        Premises(name="Dvorana", seats=60, used_hours=12.5, bookable_hours=40, access=("lift",), source="KS, 2026"),
    )


@pytest.mark.parametrize(
    ("form", "values", "field"),
    [
        ("premises", HALL | {"seats": "veliko"}, "seats"),
        ("premises", HALL | {"seats": 2.5}, "seats"),
        ("premises", HALL | {"seats": -1}, "seats"),
        ("premises", HALL | {"used_hours": "nan"}, "used_hours"),
        ("premises", HALL | {"used_hours": 41}, "used_hours"),
        ("premises", HALL | {"source": " "}, "source"),
        ("premises", HALL | {"owner": "nihče"}, "owner"),
        ("premises", HALL | {"name": "x" * 101}, "name"),
        ("stakeholder", SCHOOL | {"invited_on": "31. 2. 2026"}, "invited_on"),
        ("stakeholder", SCHOOL | {"invited_on": "1. 13. 2026"}, "invited_on"),
        ("stakeholder", SCHOOL | {"invited_on": "kmalu"}, "invited_on"),
        ("stakeholder", SCHOOL | {"invited_on": "1. 9. 0026"}, "invited_on"),
        ("stakeholder", SCHOOL | {"interest": 6}, "interest"),
        ("readiness", {"rater": "Prva", "criterion": "ovire", "score": 2}, "evidence"),
        ("action", {"what": "Ključ", "who": "KS", "due": "2026-12-01", "done_on": "2026-11-30"}, "done_on"),
        ("agreement", {"subject": "Ključ", "parties": "KS", "from": "2026-12-02", "until": "2026-12-01"}, "until"),
    ],
)
def test_a_wrong_field_is_named_and_nothing_is_kept(
    store: Store, golnik: int, form: str, values: Mapping[str, Any], field: str
) -> None:
    with pytest.raises(Refusal) as refused:
        keep(store, golnik, form, values)
    assert refused.value.data["field"] == field
    assert set(wrong(form, values, "sl")) == {field}
    assert not store.read(records, golnik)


def test_all_wrong_fields_are_told_at_once() -> None:
    assert set(wrong("premises", {"seats": "veliko", "cost": -1}, "sl")) == {"name", "seats", "cost", "source"}


def test_the_same_name_twice_is_refused_whatever_its_case(store: Store, golnik: int) -> None:
    keep(store, golnik, "premises", HALL)
    with pytest.raises(Refusal, match="already"):
        keep(store, golnik, "premises", HALL | {"name": "DVORANA"})


def test_a_change_decided_on_an_older_version_is_refused(store: Store, golnik: int) -> None:
    room = keep(store, golnik, "premises", HALL)
    keep(store, golnik, "premises", HALL | {"seats": 70}, record=room, version=1)
    with pytest.raises(Refusal, match="meanwhile"):
        keep(store, golnik, "premises", HALL | {"seats": 80}, record=room, version=1)
    assert store.read(preparation, golnik).premises[0].seats == 70


def test_a_removed_record_can_be_brought_back_unless_another_took_its_place(store: Store, golnik: int) -> None:
    room = keep(store, golnik, "premises", HALL)
    store.write(remove_record, room, NOW)
    assert not store.read(records, golnik)
    store.write(restore_record, room, NOW)
    assert len(store.read(records, golnik)) == 1
    store.write(remove_record, room, NOW)
    keep(store, golnik, "premises", HALL)
    with pytest.raises(Refusal, match="already"):
        store.write(restore_record, room, NOW)


def test_a_table_brought_in_twice_doubles_nothing_and_fills_what_was_empty(store: Store, golnik: int) -> None:
    rows: list[Mapping[str, Any]] = [SCHOOL, {"name": "Gasilci", "type": "Društvo", "came": "da"}]
    first = store.write(bring_in_records, golnik, "stakeholder", rows, "sl", NOW)
    again = store.write(bring_in_records, golnik, "stakeholder", [SCHOOL, {**rows[1], "reply": "Pride"}], "sl", NOW)
    assert (first.added, again.added, again.changed, again.same) == (2, 0, 1, 1)
    assert store.read(preparation, golnik).stakeholders[1] == Stakeholder(
        name="Gasilci", type="drustvo", reply="yes_", came=True
    )


def test_a_table_with_a_wrong_row_is_refused_whole_and_names_the_row(store: Store, golnik: int) -> None:
    with pytest.raises(Refusal, match="Row 2: "):
        store.write(bring_in_records, golnik, "stakeholder", [SCHOOL, {"name": "Brez vrste"}], "en", NOW)
    assert not store.read(records, golnik)


def test_an_action_knows_the_notes_it_came_from(store: Store, golnik: int) -> None:
    keep(store, golnik, "action", {"what": "Ključ", "who": "KS", "due": "1. 12. 2026", "notes": "12, 7; x"})
    assert store.read(preparation, golnik).actions == (
        Action(what="Ključ", who="KS", due=date(2026, 12, 1), notes=(12, 7)),
    )


@given(form=st.sampled_from(sorted(organiser_forms())), data=st.data())
def test_whatever_a_spreadsheet_holds_is_read_or_refused_at_a_field(form: str, data: st.DataObject) -> None:
    cells = st.text(max_size=40) | st.integers() | st.floats() | st.booleans() | st.dates() | st.none()
    values = {field.id: data.draw(cells) for field in organiser_forms()[form].fields}
    known = {field.id for field in organiser_forms()[form].fields}
    assert set(wrong(form, values, "sl")) <= known


def test_a_population_below_those_who_came_is_refused_wherever_it_is_written(store: Store, golnik: int) -> None:
    made = store.write(
        lambda tx: prepare_workshop(tx, golnik, title="Večer", day=NOW.date(), rng=Random(1), format=Format.OPEN_HOUSE)
    )
    given = {"lives_in": ["this_ks"], "stakeholder_type": ["prebivalec"]}
    for person in range(3):
        store.write(check_in, made.code, given, f"key {person}", "sl", NOW, Random(person))
    with pytest.raises(Refusal, match="3 residents"):
        store.write(lambda tx: found_community(tx, "Golnik", population=2, source="statistika 2026"))
    assert store.read(communities)[0].population is None
