"""Notes from paper are kept once, at the station and in the round of their group, and marked as paper."""

from random import Random
from typing import Any

import pytest

from carousel.refusal import Refusal
from carousel.stage import Stage
from carousel.workshop import Format, Source
from tests.evening_hall import Hall, new_hall, writing_hall
from toolkit.acts import harvesting
from toolkit.acts.paper_entry import Sheet, Typed, read_code, type_note, undo_note
from toolkit.store import Store
from toolkit.store.paper import count_from_paper, typed_notes

NEEDS = Sheet(question="S2_potrebe")


@pytest.fixture
def hall(store: Store) -> Hall:
    """An evening that is over; nobody's phone holds anything up any more."""
    hall = writing_hall(store, [])
    hall.go_to(Stage.THANKS)
    return hall


def typed(hall: Hall, text: str, sheet: Sheet = NEEDS, **more: Any) -> Typed:
    return hall.store.write(type_note, hall.workshop.id, sheet, text, hall.tick(), Random(text), **more)


def test_a_note_is_marked_as_paper_and_stands_where_its_group_was(hall: Hall) -> None:
    typed(hall, "Klop", Sheet(question="S2_potrebe", group=2), ticks=4)
    (note,) = hall.notes
    carousel = hall.where.carousel
    assert carousel is not None and note.round is not None
    assert (note.source, note.group, note.ticks) == (Source.PAPER, 2, 4)
    assert carousel.station(2, note.round) == note.station == carousel.station_of("S2_potrebe")


def test_the_same_note_of_the_same_batch_is_recognised(hall: Hall) -> None:
    typed(hall, "Klop  pred trgovino")
    with pytest.raises(Refusal) as refused:
        typed(hall, "klop pred TRGOVINO")
    assert (refused.value.status, len(hall.notes)) == (409, 1)
    typed(hall, "Klop pred trgovino", again=True)
    typed(hall, "Klop pred trgovino", Sheet(question="S2_potrebe", group=1))
    typed(hall, "Klop pred trgovino", slip="KLM47")
    assert len(hall.notes) == 4


def test_notes_of_one_slip_hang_together(hall: Hall) -> None:
    people = hall.where.people
    typed(hall, "Klop", slip="klm 47")
    typed(hall, "Miza", slip="KLM-47")
    assert hall.where.people == people + 1
    assert {one.slip for one in hall.store.read(typed_notes, hall.workshop.id, 9)} == {"KLM47"}


def test_a_phone_and_a_paper_may_share_a_slip(store: Store) -> None:
    hall = writing_hall(store, [])
    code = hall.people[0].code if hall.people else hall.arrive()[0].code
    before = hall.where.people
    typed(hall, "Klop", slip=code)
    assert hall.where.people == before


@pytest.mark.parametrize("code", ["KLM4", "KLM10", "OLM47", "1", "KLM477", "<b>"])
def test_what_cannot_be_a_code_is_refused_at_its_field(code: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_code(code)
    assert refused.value.data["field"] == "slip"


def test_every_code_that_is_given_out_can_be_typed() -> None:
    from toolkit.acts.codes import slip_code

    codes = [slip_code(Random(number)) for number in range(500)]
    assert [read_code(code.lower()) for code in codes] == codes


@pytest.mark.parametrize("text", ["", " \u200b ", "x" * 201])
def test_an_empty_or_too_long_note_is_refused_at_its_field(hall: Hall, text: str) -> None:
    with pytest.raises(Refusal) as refused:
        typed(hall, text)
    assert refused.value.data["field"] == "text"


def test_moderation_holds_paper_too(hall: Hall) -> None:
    assert typed(hall, "Pokličite Janeza Novaka na 041 234 567").held
    assert not hall.notes
    assert hall.store.read(typed_notes, hall.workshop.id, 9)[0].held


def test_before_the_first_round_there_are_no_stations(store: Store) -> None:
    with pytest.raises(Refusal):
        typed(new_hall(store), "Klop")


def test_an_open_house_takes_paper_before_and_after_it_closes(store: Store) -> None:
    house = new_hall(store, format=Format.OPEN_HOUSE)
    typed(house, "Klop")
    house.press()
    typed(house, "Miza")
    assert [note.text for note in house.notes] == ["Klop", "Miza"]


def test_stations_are_counted(hall: Hall) -> None:
    typed(hall, "Klop")
    typed(hall, "V pritličju", Sheet(question="S1_prostor"))
    assert hall.store.read(count_from_paper, hall.workshop.id) == {"S1_prostor": 1, "S2_potrebe": 1}


def test_a_note_typed_by_mistake_is_undone_with_its_slip(hall: Hall) -> None:
    people = hall.where.people
    kept = typed(hall, "Klop", slip="KLM47")
    hall.store.write(undo_note, hall.workshop.id, kept.note, hall.tick())
    assert not hall.notes and hall.where.people == people
    typed(hall, "Klop", slip="KLM47")
    assert len(hall.notes) == 1


def test_a_note_that_somebody_worked_with_stays(hall: Hall) -> None:
    one, other = typed(hall, "Klop").note, typed(hall, "Klopi").note
    hall.store.write(harvesting.merge, hall.workshop.id, one, [other], hall.tick())
    with pytest.raises(Refusal):
        hall.store.write(undo_note, hall.workshop.id, other, hall.tick())
    assert len(hall.notes) == 2
