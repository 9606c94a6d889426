"""The page Matches: the two sides, what is left over, and notes parted or left whole."""

import pytest
from streamlit.testing.v1 import AppTest

from carousel.stage import Stage
from carousel.workshop import Workshop
from tests.pages.conftest import House
from toolkit.store.clusters import WHOLE, decided
from toolkit.store.notes import published

TWO_IDEAS = "Učna pomoč za otroke. Tečaj kuhanja za odrasle."


@pytest.fixture
def workshop(house: House) -> Workshop:
    workshop = house.workshop(people=12, until=Stage.ROUND)
    house.note(workshop, "Prevoz k zdravniku za starejše")
    house.note(workshop, TWO_IDEAS)
    house.note(workshop, "Imam kombi in bi vozil starejše", "S4_ponudba")
    return workshop


def view(house: House, workshop: Workshop, name: str) -> AppTest:
    page = house.page("matches", workshop)
    page.session_state["matches view"] = name
    page.run()
    assert not page.exception
    return page


def texts(house: House, workshop: Workshop) -> set[str]:
    return {note.text for note in house.store.read(published, house.situation(workshop))}


def press(page: AppTest, label: str) -> AppTest:
    page = next(button for button in page.button if button.label == label).click().run()
    assert not page.exception
    return page


def test_the_two_sides_are_shown(house: House, workshop: Workshop) -> None:
    page = house.page("matches", workshop)
    assert not page.exception and page.title[0].value == "Matches"


def test_what_is_left_over_is_listed(house: House, workshop: Workshop) -> None:
    page = view(house, workshop, "rest")
    heads = [one.value for one in page.subheader]
    assert heads == ["Needs nothing was found for yet (2)", "Offers no need was found for (1)"]


def test_a_note_is_parted_as_the_fields_say_and_put_together_again(house: House, workshop: Workshop) -> None:
    page = view(house, workshop, "ideas")
    fields = [box for box in page.text_input if str(box.key).startswith("idea ")]
    fields[1].set_value("Kuharski tečaj")
    [box for box in page.selectbox if str(box.key).startswith("kind ")][1].set_value("offer")
    page = press(page, "Part it")
    assert "Kuharski tečaj" in texts(house, workshop) and TWO_IDEAS not in texts(house, workshop)
    press(page, "Undo (parted in two)")
    assert TWO_IDEAS in texts(house, workshop)


def test_a_note_that_is_one_idea_is_not_asked_about_again(house: House, workshop: Workshop) -> None:
    page = press(view(house, workshop, "ideas"), "It is one idea")
    assert house.store.read(decided, [workshop.id], WHOLE)
    assert "No note seems to hold two ideas." in [one.value for one in page.info]
