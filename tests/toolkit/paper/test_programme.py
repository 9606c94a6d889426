"""The programme's report sets communities side by side with their denominators, and says how to read them."""

from dataclasses import replace
from io import BytesIO

import docx
import pytest
from python_calamine import CalamineWorkbook

from carousel.workshop import Evening
from tests.toolkit.paper.reports import evening
from tests.toolkit.paper.test_report import texts
from toolkit.compare.comparison import Comparison, comparison
from toolkit.compare.gate import Share
from toolkit.i18n import translator
from toolkit.paper import programme_book, programme_report
from toolkit.paper.columns import protected


def community(place: int) -> Evening:
    made = evening(tuple(f"misel {one}" for one in range(12 + place)))
    return replace(made, workshop=replace(made.workshop, id=place, code=f"AAA{place}", community=f"Kraj {place}"))


def side_by_side(many: int) -> Comparison:
    return comparison([community(place) for place in range(1, many + 1)])


@pytest.mark.parametrize("lang", ["sl", "en"])
@pytest.mark.parametrize("many", [2, 7])
def test_every_community_and_every_rule_of_fair_reading_is_in_it(lang: str, many: int) -> None:
    found = side_by_side(many)
    said = set(texts(programme_report.content(found, lang)))
    assert {f"Kraj {place} (demo)" for place in range(1, many + 1)} <= said
    assert {one.said(lang) for one in found.fairness} <= said
    assert {one.said(lang) for one in found.differences} <= said
    assert programme_report.pdf(found, lang).startswith(b"%PDF")


def test_the_pdf_is_accessible() -> None:
    assert b"pdfuaid" in programme_report.pdf(side_by_side(3), "sl")


def test_every_figure_of_the_comparison_is_in_the_workbook() -> None:
    found = side_by_side(3)
    book = CalamineWorkbook.from_filelike(BytesIO(programme_book.xlsx(found, "en")))
    head, *lines = book.get_sheet_by_name("Figures").to_python()
    rows = [dict(zip(head, line, strict=True)) for line in lines]
    assert [(row["Figure (id)"], row["Code"]) for row in rows] == [
        (row.id, one.code) for row in (*found.rows, *found.support_rows) for one in found.heads
    ]
    shares = [value for row in (*found.rows, *found.support_rows) for value in row.values if isinstance(value, Share)]
    assert [row["As it is shown"] for row in rows if row["Percent"] != ""] == [
        share.shown("en") for share in shares if share.percent is not None
    ]


def test_two_workshops_of_one_community_are_told_apart() -> None:
    other = community(2)
    twice = comparison([community(1), replace(other, workshop=replace(other.workshop, community="Kraj 1"))])
    assert programme_report.names(twice.heads) == ["Kraj 1 (demo) · AAA1", "Kraj 1 (demo) · AAA2"]


@pytest.mark.parametrize("lang", ["sl", "en"])
def test_the_reader_is_told_what_a_dot_and_a_dash_stand_for(lang: str) -> None:
    word = docx.Document(BytesIO(programme_report.docx(side_by_side(2), lang)))
    said = [line.text for line in word.paragraphs]
    assert protected(translator(lang)) in said
    assert translator(lang)("A dash stands where nobody was asked.") in said


def test_the_word_document_has_the_questions_as_chapters() -> None:
    word = docx.Document(BytesIO(programme_report.docx(side_by_side(2), "en")))
    chapters = [line.text for line in word.paragraphs if line.style and line.style.name == "Heading 1"]
    assert "Is a community space needed here?" in chapters and "How to read this" in chapters
