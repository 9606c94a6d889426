"""A table of an organiser form: what was taken away comes back the same, and what is wrong is named by its cell."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from carousel.refusal import Refusal
from toolkit.acts.mentoring import found_community
from toolkit.acts.organising import read_record
from toolkit.acts.recording import Brought, bring_in_records
from toolkit.acts.registering import Filled, compared, read_table
from toolkit.content.organiser_forms import OrganiserField, organiser_forms
from toolkit.paper.register import register_csv
from toolkit.paper.register_book import register_xlsx
from toolkit.store import Store
from toolkit.store.records import records

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
HEADER = "Organizacija ali vloga;Vrsta;Interes, 1 do 5;Povabljeni dne\n"
ROOM: Mapping[str, Any] = {
    "name": "Dvorana", "area": 1.125, "seats": 60, "cost": 1234.567, "access": ["lift", "parking"],
    "used_hours": 12.5, "users": "Pevci\n=plesalci", "source": "+KS, 2026",
}  # fmt: skip
FILES = [("csv", register_csv), ("xlsx", register_xlsx)]


@pytest.fixture
def golnik(store: Store) -> int:
    return store.write(found_community, "Golnik")


def read(text: str, form: str = "stakeholder") -> Filled:
    return read_table(text.encode(), "table.csv", form, "en")


def bring_in(store: Store, community: int, filled: Filled) -> Brought:
    return store.write(bring_in_records, community, filled.form, filled.rows, "en", NOW)


@pytest.mark.parametrize(("ending", "made"), FILES)
@pytest.mark.parametrize("lang", ["sl", "en"])
@pytest.mark.parametrize("reader", ["sl", "en"])
def test_a_table_taken_away_comes_back_the_same_in_any_language(ending: str, made: Any, lang: str, reader: str) -> None:
    form = organiser_forms()["premises"]
    filled = read_table(made(form, [ROOM], lang), f"rooms.{ending}", "premises", reader)
    assert filled.rows == (read_record(form, ROOM, "en"),)
    assert not filled.faults


def values_of(field: OrganiserField) -> some.SearchStrategy[Any]:
    """What a field of this kind may hold."""
    ids = [option.id for option in field.options]
    least, most = field.least or 0, field.most or 9
    kinds: dict[str, some.SearchStrategy[Any]] = {
        "integer": some.integers(least, most),
        "number": some.integers(least * 1000, most * 1000).map(lambda thousandths: thousandths / 1000),
        "date": some.dates(date(1990, 1, 1), date(2100, 12, 31)),
        "single": some.sampled_from(ids or [""]),
        "multi": some.lists(some.sampled_from(ids or [""]), unique=True),
        "boolean": some.booleans(),
    }
    return kinds.get(field.type, some.text(some.characters(exclude_categories=("Cs", "Cc")), max_size=field.max_length))


@settings(max_examples=60)
@given(form_id=some.sampled_from(sorted(organiser_forms())), made=some.sampled_from(FILES), data=some.data())
def test_whatever_was_kept_comes_back_from_its_own_table(form_id: str, made: Any, data: some.DataObject) -> None:
    form = organiser_forms()[form_id]
    given_values = {field.id: data.draw(values_of(field)) for field in form.fields}
    try:
        values = read_record(form, given_values, "en")
    except Refusal:
        return
    lang, (ending, make) = data.draw(some.sampled_from(["sl", "en"])), made
    filled = read_table(make(form, [values], lang), f"table.{ending}", form_id, "sl")
    if not filled.faults:  # what two fields say of each other is told, as on the page
        assert filled.rows == (values,)
    assert all("formula" not in fault.sentence for fault in filled.faults)


def test_the_same_table_twice_changes_nothing_and_the_preview_says_so(store: Store, golnik: int) -> None:
    filled = read(HEADER + "Gasilci;Društvo;4;1. 9. 2026\nŠola;Javni zavod;;\n".replace("Javni zavod", "javni_zavod"))
    assert len(store.read(compared, golnik, filled).new) == 2
    bring_in(store, golnik, filled)
    again = store.read(compared, golnik, filled)
    assert (len(again.new), len(again.changed), len(again.same)) == (0, 0, 2)
    assert bring_in(store, golnik, filled) == Brought(0, 0, 2)
    assert len(store.read(records, golnik)) == 2


def test_the_preview_shows_what_changes_from_what_to_what(store: Store, golnik: int) -> None:
    bring_in(store, golnik, read(HEADER + "Gasilci;Društvo;4;\n"))
    (changed,) = store.read(compared, golnik, read(HEADER + "GASILCI;Društvo;5;2026-09-01\n")).changed
    assert changed.before == {"name": "Gasilci", "interest": 4, "invited_on": None}
    assert changed.after == {"name": "GASILCI", "interest": 5, "invited_on": "2026-09-01"}


@pytest.mark.parametrize(
    ("row", "column", "word"),
    [
        ("=1+1;Društvo;4;", "Organizacija ali vloga", "formula"),
        (f"{'x' * 32_767};Društvo;4;", "Organizacija ali vloga", "32767"),
        ("Gasilci;Nihče;4;", "Vrsta", "not offered"),
        ("Gasilci;;4;", "Vrsta", "answer"),
        ("Gasilci;Društvo;6;", "Interes, 1 do 5", "most"),
        ("Gasilci;Društvo;nan;", "Interes, 1 do 5", "number"),
        ("Gasilci;Društvo;4;31. 2. 2026", "Povabljeni dne", "not a date"),
        ("Gasilci;Društvo;4;1. 9. 0026", "Povabljeni dne", "year"),
    ],
)
def test_a_wrong_cell_is_named_by_row_and_column(row: str, column: str, word: str) -> None:
    filled = read(HEADER + f"Šola;javni_zavod;;\n{row}\n")
    (fault,) = filled.faults
    assert (fault.row, fault.column) == (3, column)
    assert word in fault.sentence
    assert len(filled.entries) == 1


def test_control_characters_are_left_out() -> None:
    assert read(HEADER + "Ga\x00\x07sil\u202eci;Društvo;4;\n".replace("\x00", "")).rows[0]["name"] == "Gasilci"


def test_several_wrong_cells_are_told_at_once_in_the_order_of_the_rows() -> None:
    filled = read(HEADER + "A;Nihče;9;\nB;Društvo;1;kmalu\n")
    assert [(fault.row, fault.column[:6]) for fault in filled.faults] == [
        (2, "Vrsta"), (2, "Intere"), (3, "Povabl"),
    ]  # fmt: skip


def test_a_name_twice_in_a_table_is_named_with_the_row_where_it_stood_first() -> None:
    (fault,) = read(HEADER + "Gasilci;Društvo;4;\nGASILCI;Društvo;5;\n").faults
    assert (fault.row, fault.column) == (3, "Organizacija ali vloga")
    assert "row 2" in fault.sentence


def test_headings_are_known_whatever_their_case_and_accents_and_language() -> None:
    filled = read("organisation OR role *;VRSTA;povabljeni   dne;Barva\nGasilci;drustvo;1.9.2026;rdeča\n")
    assert filled.rows == ({"name": "Gasilci", "type": "drustvo", "invited_on": "2026-09-01"},)
    assert filled.unknown == ("Barva",)


@pytest.mark.parametrize(
    ("table", "word"),
    [
        ("Barva;Okus\nrdeča;kislo\n", "template"),
        ("Vrsta;Odgovor\nDruštvo;Pride\n", "Organisation or role"),
        ("name;Organizacija ali vloga;Vrsta\nA;B;Društvo\n", "Two columns"),
    ],
)
def test_a_table_without_the_needed_columns_is_refused_with_what_to_do(table: str, word: str) -> None:
    with pytest.raises(Refusal, match=word):
        read(table)
