"""Every page: empty, with notes, signed out; and what it does."""

import pytest
from streamlit.testing.v1 import AppTest

from carousel.stage import Stage
from tests.pages.conftest import House
from toolkit.acts import mentoring
from toolkit.settings import HERE
from toolkit.store.programme import workshops

PAGES = tuple(sorted(page.stem for page in (HERE / "pages").glob("*.py")))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_an_empty_house_says_what_to_do(house: House, name: str) -> None:
    page = house.page(name)
    assert not page.exception
    assert not page.error


@pytest.mark.parametrize("language", ["sl", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_shows_a_workshop_with_notes(house: House, name: str, language: str) -> None:
    workshop = house.workshop(people=12, until=Stage.ROUND)
    for text in ("Soba za vaje.", "Prostor za mlade.", "<script>alert(1)</script> *krepko*", "=1+1"):
        house.note(workshop, text)
    page = house.page(name, workshop, language)
    assert not page.exception
    assert not page.error


@pytest.mark.parametrize("name", PAGES)
def test_whoever_is_signed_out_sees_nothing_but_the_door(house: House, name: str) -> None:
    page = AppTest.from_file(str(HERE / "pages" / f"{name}.py"))
    page.session_state["language"] = "en"
    page.run()
    assert [one.value for one in page.warning] == ["You are signed out."]
    assert not page.title


def test_preparing_a_workshop_leads_to_its_code(house: House) -> None:
    house.store.write(mentoring.found_community, "Zgornja vas")
    page = house.page("prepare")
    page.selectbox(key="community").set_value("Zgornja vas").run()
    next(button for button in page.button if button.label == "Prepare the workshop").click().run()
    assert not page.exception
    (made,) = house.store.read(workshops)
    assert made.workshop.community == "Zgornja vas"
    assert made.workshop.expected == 24
    next(button for button in page.button if button.label == "Open check-in").click().run()
    assert house.store.read(workshops)[0].stage is Stage.CHECKIN


def test_too_little_time_is_said_at_once(house: House) -> None:
    page = house.page("prepare")
    page.select_slider[0].set_value(30).run()
    assert any("do not fit into the time" in caption.value.replace("\\", "") for caption in page.caption)


def test_sharing_the_report_is_one_switch(house: House) -> None:
    workshop = house.workshop(people=12, until=Stage.ROUND)
    house.note(workshop, "Soba za vaje.")
    page = house.page("report", workshop)
    page.toggle(key="share").set_value(True).run()
    assert house.situation(workshop).workshop.report_shared


def test_the_screen_is_steered(house: House) -> None:
    workshop = house.workshop(people=12, until=Stage.ROUND)
    house.page("projector", workshop).radio(key="view").set_value("notes").run()
    assert house.situation(workshop).workshop.screen == "notes"
