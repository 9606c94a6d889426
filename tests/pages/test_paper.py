"""The page Type in paper: notes and forms go in one after the other, and what is wrong keeps what was typed."""

from datetime import UTC, datetime

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import TextInput

from carousel.stage import Stage, Verb
from carousel.workshop import Workshop
from tests.pages.conftest import House
from toolkit.acts import hosting
from toolkit.store.evening import evening
from toolkit.store.notes import published


@pytest.fixture
def workshop(house: House) -> Workshop:
    workshop = house.workshop(people=12, until=Stage.ROUND)
    for text in ("Klop", "Miza", "Prevoz", "Vrt", "Zbor"):
        house.note(workshop, text)
    return workshop


@pytest.fixture
def page(house: House, workshop: Workshop) -> AppTest:
    return house.page("paper", workshop)


def press(page: AppTest, label: str) -> AppTest:
    next(one for one in page.button if one.label == label).click().run()
    assert not page.exception
    return page


def part(page: AppTest, name: str) -> AppTest:
    page.segmented_control[0].select(name).run()
    assert not page.exception
    return page


def typed(page: AppTest, **fields: str) -> AppTest:
    for name, text in fields.items():
        field(page, name).input(text)
    return page


def field(page: AppTest, name: str) -> TextInput:
    """A field of the paper in hand, however often new ones took its place."""
    return next(one for one in page.text_input if str(one.key).rpartition(" ")[0] == f"paper {name}")


def test_a_note_is_kept_with_its_ticks_and_undone(house: House, workshop: Workshop, page: AppTest) -> None:
    press(typed(page, text="Klop na soncu", ticks="3", slip="klm47"), "Keep the note")
    note = house.store.read(published, house.situation(workshop))[-1]
    assert (note.text, note.source, note.ticks) == ("Klop na soncu", "paper", 3)
    press(page, "Undo")
    assert len(house.store.read(published, house.situation(workshop))) == 5


def test_the_code_stays_for_several_notes_of_one_slip(page: AppTest) -> None:
    page.checkbox(key="paper keep code").check()
    press(typed(page, text="Klop na soncu", slip="KLM47"), "Keep the note")
    assert field(page, "slip").value == "KLM47"


def test_the_same_note_is_kept_twice_when_somebody_says_so(
    house: House, workshop: Workshop, page: AppTest
) -> None:
    for _time in range(2):
        press(typed(page, text="Senca"), "Keep the note")
    assert "typed in already" in page.error[0].value and field(page, "text").value == "Senca"
    page.checkbox(key="paper again").check()
    press(page, "Keep the note")
    assert [note.text for note in house.store.read(published, house.situation(workshop))].count("Senca") == 2
    assert not page.error


@pytest.mark.parametrize(
    ("fields", "said"),
    [({"text": ""}, "empty"), ({"text": "x" * 201}, "201"), ({"text": "a", "ticks": "b"}, "digits"),
     ({"text": "a", "slip": "1"}, "no slip code")],
)  # fmt: skip
def test_what_is_wrong_is_told_and_what_was_typed_stays(page: AppTest, fields: dict[str, str], said: str) -> None:
    press(typed(page, **fields), "Keep the note")
    assert said in page.error[0].value
    assert all(field(page, name).value == text for name, text in fields.items())


def test_check_in_and_closing_form_hang_on_one_slip(house: House, workshop: Workshop, page: AppTest) -> None:
    part(page, "Check-in")
    press(typed(page, **{"checkin slip": "KLM47", "checkin need_before": "2"}), "Keep the form")
    part(page, "Closing form")
    press(typed(page, **{"closing slip": "KLM47", "closing need_after": "4"}), "Keep the form")
    (feedback,) = house.store.read(evening, workshop.id).feedback
    assert (feedback.need_before, feedback.need_after) == (2, 4)
    press(page, "Undo")
    assert not house.store.read(evening, workshop.id).feedback


def test_a_wrong_number_is_told_at_its_question(page: AppTest) -> None:
    part(page, "Check-in")
    press(typed(page, **{"checkin gender": "9"}), "Keep the form")
    assert page.error[0].value == "There is no box 9 here. Write a number from 1 to 4."
    part(page, "Notes")
    assert not page.error


def test_ballots_wait_for_the_vote(house: House, workshop: Workshop, page: AppTest) -> None:
    part(page, "Vote")
    assert "as soon as the vote has begun" in page.info[0].value


def test_ballots_are_typed_by_number(house: House) -> None:
    workshop = house.workshop(people=12, until=Stage.HARVEST)
    for text in ("Klop", "Miza", "Prevoz", "Vrt", "Zbor"):
        house.note(workshop, text)
    where = house.situation(workshop)
    house.store.write(hosting.move, workshop.id, Verb.NEXT, where.version, datetime.now(UTC))
    page = part(house.page("paper", workshop), "Vote")
    press(typed(page, **{"vote marks": "1 2"}), "Keep the ballot")
    assert [len(vote.marks) for vote in house.store.read(evening, workshop.id).votes] == [2]
    press(page, "Undo")
    assert not house.store.read(evening, workshop.id).votes


@pytest.mark.parametrize("name", ["Interest form", "Closing form", "Check-in"])
def test_an_empty_form_is_refused_in_a_sentence(page: AppTest, name: str) -> None:
    part(page, name)
    press(page, "Keep the form")
    assert page.error[0].value == "Nothing was filled in."


def test_the_page_speaks_slovenian(house: House, workshop: Workshop) -> None:
    page = house.page("paper", workshop, "sl")
    assert not page.exception and page.title[0].value == "Vnos s papirja"
