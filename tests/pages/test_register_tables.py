"""A table brought in on a page: first what it would do, then all of it, and a wrong one brings nothing."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import House
from toolkit.acts.mentoring import found_community
from toolkit.content.organiser_forms import organiser_forms
from toolkit.paper.register_book import register_xlsx
from toolkit.store.records import records

GOOD = "Organizacija ali vloga;Vrsta\nGasilci;Društvo\nŠola;javni_zavod\n"


@pytest.fixture
def golnik(house: House) -> int:
    return house.store.write(found_community, "Golnik")


def brought(house: House, content: bytes, name: str = "table.csv") -> AppTest:
    page = house.page("stakeholders")
    page.file_uploader[0].set_value((name, content, "")).run()
    assert not page.exception
    return page


def figures(page: AppTest) -> list[str]:
    """New, changed, the same, to be put right."""
    shown = next(one.value for one in page.html if "class=v-figures" in one.value)
    return [part.partition("</b>")[0] for part in shown.split("<b>")[1:]]


def press(page: AppTest, label: str) -> None:
    next(button for button in page.button if button.label == label).click().run()
    assert not page.exception


def test_a_table_is_looked_at_first_and_comes_in_whole(house: House, golnik: int) -> None:
    page = brought(house, GOOD.encode())
    assert figures(page) == ["2", "0", "0", "0"]
    assert not house.store.read(records, golnik)
    press(page, "Bring in")
    assert [one.values["name"] for one in house.store.read(records, golnik)] == ["Gasilci", "Šola"]


def test_the_same_table_again_is_all_there_already(house: House, golnik: int) -> None:
    press(brought(house, GOOD.encode()), "Bring in")
    page = brought(house, GOOD.encode())
    assert figures(page) == ["0", "0", "2", "0"]
    assert not any(button.label == "Bring in" for button in page.button)


def test_a_workbook_filled_in_from_the_template_comes_in(house: House, golnik: int) -> None:
    rows = [{"name": "Gasilci", "type": "drustvo", "interest": 4, "came": True}]
    press(brought(house, register_xlsx(organiser_forms()["stakeholder"], rows, "sl"), "filled.xlsx"), "Bring in")
    assert [dict(one.values) for one in house.store.read(records, golnik)] == rows


def test_a_wrong_cell_is_named_and_there_is_nothing_to_press(house: House, golnik: int) -> None:
    page = brought(house, (GOOD + "<b>=1;Nihče\n").encode())
    shown = next(one.value for one in page.html if "<td>" in one.value)
    assert "<td>4</td><td>Vrsta</td>" in shown
    assert "<b>=1" not in shown
    assert not any(button.label == "Bring in" for button in page.button)
    assert [one.value for one in page.warning] == [
        "Please put these cells right in the table, then choose it again. Nothing was brought in."
    ]


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b"PK\x03\x04 broken", "Barva\nrdeča\n".encode()])
def test_what_is_no_such_table_is_refused_in_a_sentence(house: House, golnik: int, content: bytes) -> None:
    page = brought(house, content)
    assert len(page.warning) == 1
    assert not house.store.read(records, golnik)
