"""An open house: prepared without people and minutes, open at once, closed on the page Host."""

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
    assert [tab.label for tab in page.tabs] == ["Notes and moderation", "Table hosts", "Settings"]
    next(one for one in page.button if one.label == "Close the open house").click().run()
    assert house.situation(made.workshop).step.stage is Stage.THANKS
    assert not house.situation(made.workshop).workshop.joining
