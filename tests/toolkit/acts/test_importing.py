"""A table is brought in whole or not at all, twice without doubling, and taken back as long as nobody used it."""

from datetime import timedelta
from random import Random

import pytest

from carousel.refusal import Refusal
from carousel.stage import Stage
from carousel.workshop import Format, Source
from tests.evening_hall import Hall, new_hall, writing_hall
from toolkit.acts import harvesting
from toolkit.acts.importing import (
    BroughtIn,
    NewHouse,
    bring_in,
    bring_in_file,
    columns_for,
    imports_of,
    remember_columns,
    undo_import,
)
from toolkit.acts.importing_columns import guessed
from toolkit.acts.importing_rows import Reading, Row, check
from toolkit.content.question_set import question_set
from toolkit.spreadsheet import grid
from toolkit.store import Store
from toolkit.store.programme import workshops

HEAD = "id;age_band;channels;S1_prostor;S2_potrebe;overall\n"
TWO = HEAD + "a;15–29;Radio;V pritličju;Prevoz do zdravnika;5\nb;75 ali več;;;Klop;4\n"


def rows(content: str) -> tuple[Row, ...]:
    asked, table = question_set(), grid(content.encode())
    now = Hall.now + timedelta(days=1)
    found = check(table, Reading(asked=asked, columns=guessed(table.header, asked), about="S2_potrebe", now=now))
    assert not found.faults
    return found.rows


def brought(hall: Hall, content: str, source: Source = Source.PAPER) -> BroughtIn:
    return hall.store.write(
        bring_in, hall.workshop.id, rows(content), source=source, file="answers.csv", now=hall.tick(), rng=Random(1)
    )


@pytest.fixture
def house(store: Store) -> Hall:
    return new_hall(store, format=Format.OPEN_HOUSE)


def test_notes_check_in_and_closing_form_of_a_row_come_together(house: Hall) -> None:
    assert brought(house, TWO) == BroughtIn(added=3, known=0, held=0, people=2)
    assert {(note.text, note.source) for note in house.notes} == {
        ("V pritličju", Source.PAPER), ("Prevoz do zdravnika", Source.PAPER), ("Klop", Source.PAPER),
    }  # fmt: skip
    assert sorted(one.age_band or "" for one in house.evening.check_ins) == ["a15_29", "a75"]
    assert sorted(one.overall or 0 for one in house.evening.feedback) == [4, 5]


def test_the_same_file_again_adds_nothing_and_a_longer_one_what_is_new(house: Hall) -> None:
    brought(house, TWO)
    assert brought(house, TWO) == BroughtIn(added=0, known=3, held=0, people=0)
    assert brought(house, TWO + "c;;;;Miza;\n") == BroughtIn(added=1, known=3, held=0, people=0)
    assert len(house.notes) == 4 and len(house.evening.check_ins) == 2


def test_the_same_file_does_not_make_a_second_open_house(store: Store) -> None:
    def bring(content: str, community: str = "Vas") -> str:
        day, name = Hall.now.date(), question_set().name
        into = NewHouse(community=community, title="Anketa", day=day, language="sl", question_set=name)
        workshop, _came = store.write(
            bring_in_file, into, rows(content), {}, source=Source.PAPER, file="answers.csv", now=Hall.now, rng=Random()
        )
        return workshop.code

    first = bring(TWO)
    with pytest.raises(Refusal, match="“Anketa” already"):
        bring(TWO)
    assert len({first, bring(TWO, "Druga vas"), bring(TWO + "c;;;;Miza;\n")}) == 3, "another place, or more rows"
    assert len(store.read(workshops)) == 3


def test_what_moderation_holds_waits_for_a_person(house: Hall) -> None:
    assert brought(house, "text\nPokličite Janeza na 041 234 567\n").held == 1
    assert not house.notes


def test_a_carousel_gives_notes_their_station_and_refuses_them_before_there_is_one(store: Store) -> None:
    early = new_hall(store, "Prezgodaj")
    with pytest.raises(Refusal):
        brought(early, TWO)
    assert early.evening.check_ins == (), "all or nothing"
    hall = writing_hall(store, ["Zbor"])
    brought(hall, TWO)
    assert {note.station for note in hall.notes if note.question == "S1_prostor"} == {1}
    assert hall.where.people == 12, "who was not in the hall sits in no group"


def test_nothing_is_refused_as_nothing(house: Hall) -> None:
    with pytest.raises(Refusal):
        house.store.write(
            bring_in, house.workshop.id, (), source=Source.OWN, file="", now=house.tick(), rng=Random(1)
        )  # fmt: skip


def test_an_import_is_undone_and_can_be_repeated(house: Hall) -> None:
    brought(house, TWO)
    (done,) = house.store.read(imports_of, house.workshop.id)
    assert (done.file, done.added, done.people) == ("answers.csv", 3, 2)
    assert house.store.write(undo_import, house.workshop.id, done.id, house.tick()) == 3
    assert not house.notes and not house.evening.check_ins and not house.evening.feedback
    assert not house.store.read(imports_of, house.workshop.id)
    assert brought(house, TWO) == BroughtIn(added=3, known=0, held=0, people=2)
    with pytest.raises(Refusal):
        house.store.write(undo_import, house.workshop.id, done.id, house.tick())


def test_an_import_that_somebody_worked_with_stays(house: Hall) -> None:
    brought(house, TWO)
    one, other, *_rest = (note.id for note in house.notes)
    house.store.write(harvesting.merge, house.workshop.id, one, [other], house.tick())
    (done,) = house.store.read(imports_of, house.workshop.id)
    with pytest.raises(Refusal) as refused:
        house.store.write(undo_import, house.workshop.id, done.id, house.tick())
    assert refused.value.status == 409 and len(house.notes) == 3


def test_only_the_own_notes_of_an_import_are_undone(house: Hall) -> None:
    brought(house, TWO)
    brought(house, "id;text\nz;Čajanka\n")
    last, first = house.store.read(imports_of, house.workshop.id)
    house.store.write(undo_import, house.workshop.id, first.id, house.tick())
    assert [note.text for note in house.notes] == ["Čajanka"] and last.added == 1


def test_the_columns_of_a_header_are_remembered(store: Store) -> None:
    header = ("id", "Kaj bi radi?")
    assert store.read(columns_for, header) is None
    store.write(remember_columns, header, {"Kaj bi radi?": "note:S2_potrebe", "id": "id"})
    assert store.read(columns_for, header) == {"id": "id", "Kaj bi radi?": "note:S2_potrebe"}
    assert store.read(columns_for, ("id",)) is None


def test_a_finished_evening_takes_an_import_too(store: Store) -> None:
    hall = writing_hall(store, ["Zbor"])
    hall.go_to(Stage.THANKS)
    assert brought(hall, TWO).added == 3
