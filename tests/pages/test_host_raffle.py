"""The raffle on the page Host: tickets on paper are added to the draw and taken back."""

import pytest
from streamlit.testing.v1 import AppTest

from carousel.stage import Stage
from carousel.workshop import Workshop
from tests.pages.conftest import House
from toolkit.store.tickets import tickets


@pytest.fixture
def workshop(house: House) -> Workshop:
    return house.workshop(people=9, until=Stage.RAFFLE)


def add(page: AppTest, first: int | None, last: int | None) -> AppTest:
    page.number_input(key="paper tickets first").set_value(first)
    page.number_input(key="paper tickets last").set_value(last)
    return next(button for button in page.button if button.label == "Add to the draw").click().run()


def said(page: AppTest) -> list[str]:
    return [one.value for one in page.markdown]


def test_paper_tickets_take_part_and_can_be_taken_back(house: House, workshop: Workshop) -> None:
    page = house.page("host", workshop)
    assert "9 tickets take part." in said(page)
    page = add(page, 1001, 1012)
    assert not page.exception and "21 tickets take part, 12 of them on paper." in said(page)
    assert page.number_input(key="paper tickets first").value == 1013
    page.button(key="take back 1001").click().run()
    assert "9 tickets take part." in said(page)
    assert len(house.store.read(tickets, workshop.id)) == 9


def test_a_wrong_range_is_refused_at_the_fields_which_stay(house: House, workshop: Workshop) -> None:
    page = add(house.page("host", workshop), 1012, 1001)
    assert [one.value for one in page.error] == ["The last number is smaller than the first."]
    assert page.number_input(key="paper tickets first").value == 1012
    page = add(page, 1012, None)
    assert [one.value for one in page.error] == ["Please type the first and the last number."]
    assert len(house.store.read(tickets, workshop.id)) == 9


def test_after_the_draw_no_paper_ticket_is_added(house: House, workshop: Workshop) -> None:
    page = add(house.page("host", workshop), 1001, 1012)
    page.button(key="draw").click().run()
    assert not page.exception and len(house.situation(workshop).winners) == 3
    assert "paper tickets first" not in [one.key for one in page.number_input]


def test_before_anybody_has_checked_in_paper_tickets_can_be_added(house: House) -> None:
    page = add(house.page("host", house.workshop()), 1001, 1008)
    assert not page.exception and "8 tickets take part, 8 of them on paper." in said(page)
