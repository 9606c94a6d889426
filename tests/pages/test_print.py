"""The page Print: a facilitator sees what she prints, chooses parts and languages, and gets one file or several."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from io import BytesIO
from random import Random
from zipfile import ZipFile

import pytest
from pypdf import PdfReader
from streamlit.testing.v1 import AppTest

from carousel.stage import Stage
from carousel.workshop import Format
from tests.pages.conftest import House
from toolkit.acts import mentoring, settling
from toolkit.acts.reserving import free_codes, reserved
from toolkit.desk.printing_order import only_in_the_hall, open_house
from toolkit.paper import pack


def boxes(page: AppTest) -> dict[str, bool]:
    """The parts offered, and whether they are ticked."""
    return {str(box.key).removeprefix("print "): bool(box.value) for box in page.checkbox}


def made(page: AppTest) -> bytes:
    """The file that the page hands out after its button was pressed."""
    page.button(key="make").click().run()
    assert not page.exception
    content: bytes = page.session_state["printed"][1]
    return content


def words(content: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


ALWAYS = [part for part in pack.MAKERS if part != "tickets"]  # tickets only where one is needed to join


def test_every_part_is_offered_and_ticked_before_anybody_has_come(house: House) -> None:
    page = house.page("print", house.workshop())
    assert not page.exception
    assert boxes(page) == dict.fromkeys(ALWAYS, True)
    assert page.button(key="make").label == "Make the PDF"


def test_without_a_workshop_the_page_says_what_to_do(house: House) -> None:
    page = house.page("print")
    assert not page.exception and page.info[0].value == "There is no workshop yet. Prepare the first one."


def test_what_is_not_ticked_is_not_printed(house: House) -> None:
    workshop = house.workshop()
    page = house.page("print", workshop)
    for part in boxes(page):
        page.checkbox(key=f"print {part}").set_value(part == "raffle")
    assert len(PdfReader(BytesIO(made(page.run()))).pages) == 1
    page.checkbox(key="print raffle").set_value(False).run()
    assert page.info[0].value == "Tick what you need."


def test_start_and_venue_stand_on_flyer_and_run_sheet(house: House) -> None:
    workshop = house.workshop()
    page = house.page("print", workshop, "sl")
    page.time_input(key=f"print opens {workshop.id}").set_value(time(17, 45)).run()
    page.text_input(key=f"print venue {workshop.id}").set_value("Gasilski dom").run()
    text = words(made(page))
    assert text.count("Gasilski dom") == 3 and "17:45" in text and "18:00" in text


def test_the_hall_of_one_workshop_is_not_printed_for_another(house: House) -> None:
    here, there = house.workshop(), house.workshop()
    page = house.page("print", here, "sl")
    page.text_input(key=f"print venue {here.id}").set_value("Gasilski dom").run()
    page.session_state["workshop"] = there.code
    assert not page.run().text_input(key=f"print venue {there.id}").value
    page.session_state["workshop"] = here.code
    assert page.run().text_input(key=f"print venue {here.id}").value == "Gasilski dom"


def test_both_languages_are_printed_one_after_the_other(house: House) -> None:
    workshop = house.workshop()
    page = house.page("print", workshop, "sl")
    one = len(PdfReader(BytesIO(made(page))).pages)
    page.session_state[f"print languages {workshop.id}"] = ["sl", "en"]
    content = made(page.run())
    assert len(PdfReader(BytesIO(content)).pages) == 2 * one
    assert "Kako je bilo danes?" in words(content) and "How was it today?" in words(content)


def test_several_files_come_in_one_archive(house: House) -> None:
    workshop = house.workshop()
    page = house.page("print", workshop)
    page.session_state["print files"] = True
    with ZipFile(BytesIO(made(page.run()))) as packed:
        assert len(packed.namelist()) == len(ALWAYS)
        assert all(name.startswith(workshop.code) and name.endswith("_sl.pdf") for name in packed.namelist())


def test_the_file_made_before_a_change_is_not_handed_out(house: House) -> None:
    page = house.page("print", house.workshop())
    made(page)
    assert len(page.get("download_button")) == 1
    page.checkbox(key="print raffle").set_value(False).run()
    assert not page.get("download_button")


def test_slips_looked_at_are_the_slips_printed_and_none_is_in_use(house: House) -> None:
    workshop = house.workshop(people=5, until=Stage.CHECKIN)
    page = house.page("print", workshop)
    assert made(page) == made(page)
    codes = house.store.read(free_codes, workshop.id, 300, Random(1))
    assert len(set(codes)) == 300
    again = house.store.read(lambda tx: free_codes(tx, workshop.id, 300, Random(1)))
    assert again == codes


def test_printed_codes_are_kept_for_paper_once_slips_are_printed(house: House) -> None:
    workshop = house.workshop()
    page = house.page("print", workshop)
    made(page)
    kept = house.store.read(reserved, workshop.id)
    assert kept and len(kept) % 8 == 0
    made(page)
    assert house.store.read(reserved, workshop.id) == kept


def test_without_slips_no_code_is_kept(house: House) -> None:
    workshop = house.workshop()
    page = house.page("print", workshop)
    for part in boxes(page):
        page.checkbox(key=f"print {part}").set_value(part == "raffle")
    made(page.run())
    assert house.store.read(reserved, workshop.id) == []


def test_an_open_house_of_the_same_community_stands_on_the_flyer(house: House) -> None:
    evening = house.workshop()
    community = house.store.write(mentoring.found_community, "Brezje")
    house.store.write(
        lambda tx: mentoring.prepare_workshop(
            tx, community, title="Od doma", day=date(2026, 11, 20), rng=Random(9), format=Format.OPEN_HOUSE
        )
    )
    code = house.store.read(open_house, evening)
    assert code and code != evening.code
    assert house.store.read(open_house, replace(evening, community="Drugje")) == ""
    assert code in words(made(house.page("print", evening, "sl")))


def test_an_open_house_itself_has_no_rounds_to_print(house: House) -> None:
    community = house.store.write(mentoring.found_community, "Brezje")
    opened = house.store.write(
        lambda tx: mentoring.prepare_workshop(
            tx, community, title="Od doma", day=date(2026, 11, 20), rng=Random(9), format=Format.OPEN_HOUSE
        )
    )
    page = house.page("print", opened)
    assert not page.exception and not pack.ONLY_WITH_CAROUSEL.intersection(boxes(page))
    assert made(page).startswith(b"%PDF")


def test_a_circle_of_few_people_has_no_rotation_to_print(house: House) -> None:
    page = house.page("print", house.workshop(minutes=30, expected=2), "sl")
    assert not page.exception and set(ALWAYS) - set(boxes(page)) == {"rotation"}
    assert made(page).startswith(b"%PDF")


def test_once_groups_are_formed_the_paper_follows_them(house: House) -> None:
    workshop = house.workshop(people=9, until=Stage.ROUND, expected=24)
    text = words(made(house.page("print", workshop, "sl")))
    assert "Krog 3" in text and "Krog 4" not in text


def test_the_organiser_stands_on_the_form(house: House) -> None:
    house.store.write(settling.set_organiser, "Ljudska univerza (demo)", "info@example.org", datetime.now(UTC))
    text = words(made(house.page("print", house.workshop(), "sl")))
    assert "Ljudska univerza (demo)" in text and "info@example.org" in text


@pytest.mark.parametrize(
    ("address", "hall"),
    [
        ("http://192.168.4.1:8501", True), ("http://localhost:8501", True), ("http://laptop.local", True),
        ("http://[::1]:80", True), ("https://vrtiljak.example.org", False), ("https://93.184.216.34", False),
    ],
)  # fmt: skip
def test_an_address_of_the_hall_s_own_network_does_not_open_at_home(address: str, hall: bool) -> None:
    assert only_in_the_hall(address) is hall
