"""The page Import: a file is previewed, checked row by row and brought in only when the mentor may say so."""

import pytest
from streamlit.testing.v1 import AppTest

from carousel.stage import Stage
from carousel.workshop import Format
from tests.pages.conftest import House
from tests.toolkit.spreadsheet.books import workbook
from toolkit.acts import mentoring
from toolkit.store.notes import published
from toolkit.store.programme import workshops
from toolkit.store.workshops import situation

GOOD = "id;age_band;S2_potrebe;Ime\na;15–29;Prevoz;Oseba (demo)\nb;75 ali več;Klop;Oseba (demo)\n"
FAULTY = GOOD + "c;osemdeset;Miza;\n"


def given(page: AppTest, content: str | bytes, name: str = "odgovori.csv") -> AppTest:
    raw = content if isinstance(content, bytes) else content.encode()
    return page.file_uploader[0].set_value((name, raw, "application/octet-stream")).run()


def said(page: AppTest) -> str:
    assert not page.exception
    shown = (*page.markdown, *page.get("html"), *page.warning, *page.success, *page.caption)
    return "\n".join(str(one.value) for one in shown)


@pytest.fixture
def page(house: House) -> AppTest:
    workshop = house.workshop(format=Format.OPEN_HOUSE, until=Stage.OPEN)
    return house.page("bring_in", workshop)


def texts(house: House) -> list[str]:
    (summary,) = house.store.read(workshops)
    return [note.text for note in house.store.read(published, house.store.read(situation, summary.workshop.code))]


def test_a_good_table_is_brought_in_and_again_without_doubling(house: House, page: AppTest) -> None:
    assert "2 rows can be brought in: 2 notes" in said(given(page, GOOD))
    page.button(key="import").click().run()
    assert "2 notes were added" in said(page).replace("\\", "")
    given(page, GOOD + "d;;Miza;\n")
    page.button(key="import").click().run()
    assert "2 notes were there already" in said(page).replace("\\", "")
    assert texts(house) == ["Prevoz", "Klop", "Miza"]


def test_faults_are_named_and_left_out_only_when_the_mentor_says_so(house: House, page: AppTest) -> None:
    assert "“osemdeset” is not offered here" in said(given(page, FAULTY))
    assert page.button(key="import").disabled
    page.checkbox[0].check().run()
    page.button(key="import").click().run()
    assert "1 row was left out" in said(page).replace("\\", "")
    assert texts(house) == ["Prevoz", "Klop"]


def test_another_meaning_of_a_column_is_remembered(house: House, page: AppTest) -> None:
    given(page, "Št;Misel ljudi\n1;Klop\n2;Miza\n")
    assert page.button(key="import").disabled
    page.selectbox[-1].select("note:S4_ponudba").run()
    page.button(key="import").click().run()
    assert "Chosen as the last time." in said(given(page, "Št;Misel ljudi\n3;Vrt\n"))
    assert not page.button(key="import").disabled


def test_an_import_is_undone(house: House, page: AppTest) -> None:
    given(page, GOOD)
    page.button(key="import").click().run()
    next(one for one in page.button if one.label == "Undo").click().run()
    assert not page.exception and texts(house) == []


def test_a_sheet_is_chosen(house: House, page: AppTest) -> None:
    book = workbook([["a", "b"], ["c", "d"]], [["id", "S2_potrebe"], ["1", "Klop"]], names=("Prvi", "Drugi"))
    given(page, book, "odgovori.xlsx")
    sheet = next(one for one in page.selectbox if one.label == "Sheet")
    assert sheet.value == "Drugi", "the sheet that looks like answers comes first"
    sheet.select("Prvi").run()
    assert page.button(key="import").disabled
    next(one for one in page.selectbox if one.label == "Sheet").select("Drugi").run()
    page.button(key="import").click().run()
    assert texts(house) == ["Klop"]


def test_a_new_open_house_is_made(house: House) -> None:
    house.store.write(mentoring.found_community, "Nova vas")
    page = given(house.page("bring_in"), GOOD)
    assert page.button(key="import").disabled
    page.selectbox(key="import community").select("Nova vas").run()
    page.button(key="import").click().run()
    (made,) = house.store.read(workshops)
    assert (made.workshop.community, made.workshop.joining, made.notes) == ("Nova vas", False, 2)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"", "prazna.csv"),
        (b"\x89PNG\r\n\x1a\n" + bytes(300), "slika.xlsx"),
        (b"a,b\n", "glava.csv"),
        (b"PK\x03\x04junk", "pol.xlsx"),
        (b"=1+1,=HYPERLINK(1)\n=2,=3\n", "formule.csv"),
        ((";".join(f"s{n}" for n in range(50)) + "\n" + ";".join("x" * 50) + "\n").encode(), "siroka.csv"),
        (f"id;S2_potrebe\n1;{'x' * 32_767}\n".encode(), "dolga.csv"),
        ("id;S2_potrebe;S2_potrebe\n1;Klop\n2;Klop;Miza;Stol\n".encode("cp1250"), "raztrgana.csv"),
        ("id;time;text\n1;30. 2. 2026;Klop\x07\n".encode("utf-16"), "datum.csv"),
    ],
)
def test_no_file_breaks_the_page(page: AppTest, content: bytes, name: str) -> None:
    assert not given(page, content, name).exception


def test_the_table_to_fill_in_is_offered(page: AppTest) -> None:
    assert "Table to fill in (XLSX)" in [getattr(one, "label", "") for one in page.get("download_button")]
