"""An open house: prepared without people and minutes, open at once, closed on the page Host."""

from datetime import date, timedelta

from streamlit.testing.v1 import AppTest

from carousel.stage import Stage
from carousel.workshop import Format
from tests.pages.conftest import House
from toolkit.acts import mentoring
from toolkit.store.programme import workshops


def prepared(house: House) -> AppTest:
    house.store.write(mentoring.found_community, "Zgornja vas")
    page = house.page("prepare")
    page.selectbox(key="community").set_value("Zgornja vas").run()
    page.segmented_control(key="format").set_value(Format.OPEN_HOUSE).run()
    return page


def test_nobody_is_asked_for_people_and_minutes(house: House) -> None:
    page = prepared(house)
    assert not page.exception
    assert not page.slider
    assert not page.select_slider


def test_it_is_open_at_once_and_its_code_is_shown(house: House) -> None:
    page = prepared(house).button(key="prepare").click().run()
    assert not page.exception
    (made,) = house.store.read(workshops)
    assert made.stage is Stage.OPEN
    assert made.workshop.joining
    assert "house is open" in page.success[0].value


def test_it_is_closed_on_the_page_host_where_nothing_speaks_of_groups(house: House) -> None:
    prepared(house).button(key="prepare").click().run()
    (made,) = house.store.read(workshops)
    page = house.page("host", made.workshop)
    assert [tab.label for tab in page.tabs] == ["Notes and moderation", "Table hosts", "Joining", "Settings"]
    next(one for one in page.button if one.label == "Close the open house").click().run()
    assert house.situation(made.workshop).step.stage is Stage.THANKS
    assert not house.situation(made.workshop).workshop.joining


def test_its_days_are_asked_and_it_takes_newcomers_in_until_the_last(house: House) -> None:
    page = prepared(house)
    assert [one.label for one in page.date_input] == ["First day", "Last day"]
    page.button(key="prepare").click().run()
    (made,) = house.store.read(workshops)
    first, last = made.workshop.opens, made.workshop.closes
    assert first and last and (last - first).days == 14
    assert made.workshop.takes_in(last) and not made.workshop.takes_in(last + timedelta(days=1))


def test_its_days_can_be_changed_on_the_page_host(house: House) -> None:
    prepared(house).button(key="prepare").click().run()
    (made,) = house.store.read(workshops)
    page = house.page("host", made.workshop)
    page.date_input(key=f"closes {made.workshop.id}").set_value(date(2031, 5, 4)).run()
    page.button(key="keep days").click().run()
    assert not page.exception
    assert house.situation(made.workshop).workshop.closes == date(2031, 5, 4)
