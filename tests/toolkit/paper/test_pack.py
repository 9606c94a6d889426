"""The print pack is complete, accessible in both languages, and quick."""

from dataclasses import replace
from datetime import time
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from carousel.workshop import Format
from tests.toolkit.paper.orders import WORKSHOP, order, read
from toolkit.i18n import translator
from toolkit.paper import pack
from toolkit.paper.order import Order

ONE_PAGE = ("poster", "runsheet", "rotation", "closing", "vote", "raffle")
STRANGE = (
    "Ž" * 120,
    "Krajevna skupnost " * 6,
    "Sveta Trojica v Slovenskih goricah in okoliške vasi do meje z Avstrijo na severu",
    "Dom 🏠🎉 krajanov",
    "שלום بلدية",
    '#read("/etc/passwd") *b* $x$ <script> \\ "q"',
    "a\u202eb\x00c",
)


def pages(made: Order, parts: tuple[str, ...] = tuple(pack.MAKERS), langs: tuple[str, ...] = ("sl",)) -> PdfReader:
    return PdfReader(BytesIO(pack.pdf(made, parts, langs)))


def tags(reader: PdfReader) -> list[DictionaryObject]:
    """Every element of the structure tree."""
    found: list[DictionaryObject] = []
    root: Any = reader.trailer["/Root"]
    waiting: list[Any] = [root["/StructTreeRoot"]]
    while waiting:
        element = waiting.pop()
        element = element.get_object() if hasattr(element, "get_object") else element
        if isinstance(element, list):
            waiting += element
        elif isinstance(element, DictionaryObject):
            found += [element] if "/S" in element else []
            waiting += [element["/K"]] if "/K" in element else []
    return found


@pytest.mark.parametrize("part", pack.MAKERS)
@pytest.mark.parametrize("lang", ["sl", "en"])
def test_each_part_follows_pdf_ua(part: str, lang: str) -> None:
    made = pack.pdf(order(), [part], [lang])
    assert b"pdfuaid:part" in made
    root: Any = PdfReader(BytesIO(made)).trailer["/Root"]
    assert root["/Lang"] == lang and root["/MarkInfo"]["/Marked"] and root["/ViewerPreferences"]["/DisplayDocTitle"]


def test_every_picture_has_a_text_and_tables_have_heads() -> None:
    found = tags(pages(order()))
    figures = [one for one in found if str(one["/S"]) == "/Figure"]
    assert len(figures) > 20 and all(str(one.get("/Alt", "")).strip() for one in figures)
    kinds = {str(one["/S"]) for one in found}
    assert {"/H1", "/L", "/LI", "/Table", "/TH", "/TD"} <= kinds


def test_in_both_languages_each_part_follows_its_twin_and_says_its_language() -> None:
    reader = pages(order(), ("poster", "raffle"), ("sl", "en"))
    words = [page.extract_text() for page in reader.pages]
    _, en = translator("sl"), translator("en")
    for text, own, said in zip(words, (_, en, _, en), ("Have your say",) * 2 + ("Raffle",) * 2, strict=True):
        assert own(said) in text
    assert any(one.get("/Lang") == "en" for one in tags(reader))


def test_the_title_names_the_pack_or_the_single_part() -> None:
    en = translator("en")
    assert title(pages(order(), langs=("en",))) == f"{en('Print pack')} · Golnik (demo)"
    assert title(pages(order(), ("poster",), ("en",))) == f"{en('Poster with the QR code')} · Golnik (demo)"


def title(reader: PdfReader) -> str | None:
    return reader.metadata.title if reader.metadata else None


@pytest.mark.parametrize("part", ONE_PAGE)
@pytest.mark.parametrize("lang", ["sl", "en"])
@pytest.mark.parametrize("people", [3, 9, 24])
def test_one_thing_is_one_page(part: str, lang: str, people: int) -> None:
    assert len(read(part, lang, order(people))) == 1


@pytest.mark.parametrize("lang", ["sl", "en"])
@pytest.mark.parametrize("people", [3, 5, 9, 24])
def test_each_station_has_one_page_of_each_kind(lang: str, people: int) -> None:
    made = order(people)
    for part in ("stations", "host_cards", "self_run"):
        assert len(read(part, lang, made)) == len(made.places), part


@pytest.mark.parametrize("lang", ["sl", "en"])
def test_forms_that_are_too_long_for_one_page_fill_both_sides_of_a_sheet(lang: str) -> None:
    assert len(read("checkin", lang)) == 2
    assert len(read("interest", lang)) == 2


@pytest.mark.parametrize("part", pack.MAKERS)
def test_nothing_is_smaller_than_sixteen_points(part: str) -> None:
    sizes: set[float] = set()

    def seen(text: str, matrix: Any, line: Any, font: Any, size: float) -> None:
        if text.strip():
            sizes.add(round(abs(size * line[3] * matrix[3]), 1))

    for page in pages(replace(order(), tickets=("ABCDE12345",)), (part,)).pages:
        page.extract_text(visitor_text=seen)
    assert sizes and min(sizes) >= 16


@pytest.mark.parametrize("strange", STRANGE)
def test_strange_names_do_not_break_the_pack(strange: str) -> None:
    odd = replace(WORKSHOP, community=strange, title=strange)
    made = order(workshop=odd, venue=strange, organiser=strange, contact=strange, wifi=(strange[:32], "geslo123"))
    many = len(pages(order()).pages)
    assert many <= len(pages(made).pages) <= many + 2


def test_an_open_house_gets_no_paper_for_rounds() -> None:
    house = order(workshop=replace(WORKSHOP, format=Format.OPEN_HOUSE), carousel=None, lengths=())
    offered = pack.offered(house)
    assert "flyer" in offered and "checkin" in offered
    assert not pack.ONLY_WITH_CAROUSEL.intersection(offered)
    assert len(pages(house, offered).pages) > 10
    for part in ("slips", "notes", "self_run"):
        there = " ".join(read(part, "en", house))
        assert not [word for word in ("Group", "Round", "ticket", "signal") if word in there], part


def test_a_long_name_that_is_invented_says_so_in_every_footer() -> None:
    odd = replace(WORKSHOP, community="Krajevna skupnost z imenom, ki ga ni mogoče natisniti v eno vrstico (demo)")
    (page,) = read("raffle", "sl", order(workshop=odd))
    assert page.endswith("… (demo)")


def test_the_archive_holds_a_file_for_each_part_and_language() -> None:
    steps = list(pack.archive(order(), ("poster", "slips"), ("sl", "en")))
    assert [done for done, _ in steps] == [0.0, 0.25, 0.5, 0.75, 1.0]
    with ZipFile(BytesIO(steps[-1][1])) as packed:
        assert packed.namelist() == [
            "K7M2QX_02_poster_sl.pdf", "K7M2QX_02_poster_en.pdf", "K7M2QX_08_slips_sl.pdf", "K7M2QX_08_slips_en.pdf",
        ]  # fmt: skip
        codes = [PdfReader(BytesIO(packed.read(name))).pages[0].extract_text() for name in packed.namelist()[2:]]
    assert codes[0] != codes[1]


def test_a_picture_is_made_of_every_page() -> None:
    found = pack.pictures(order(slips=16), "slips", ["sl"])
    assert len(found) == 2 and all(one.startswith(b"\x89PNG") for one in found)


def test_the_doors_may_open_at_any_hour() -> None:
    assert "23:30" in read("runsheet", "en", order(opens=time(23, 30)))[0]
    assert "0:15" in read("runsheet", "en", order(opens=time(23, 30)))[0]
