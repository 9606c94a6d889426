"""The Word document has real headings and tables, its language, and survives whatever somebody wrote."""

import re
import subprocess
from io import BytesIO
from pathlib import Path
from shutil import which
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from tests.toolkit.paper.office import converted, needs_office
from tests.toolkit.paper.reports import empty, ordinary, strange
from toolkit.compare.summary import Report
from toolkit.content.vocabulary import label
from toolkit.i18n import translator
from toolkit.paper import document
from toolkit.paper.word_tables import TOGETHER


def opened(content: bytes) -> Document:
    return docx.Document(BytesIO(content))


def headings(word: Document, level: int) -> list[str]:
    return [line.text for line in word.paragraphs if line.style and line.style.name == f"Heading {level}"]


def part(content: bytes, name: str) -> str:
    with ZipFile(BytesIO(content)) as packed:
        return packed.read(name).decode()


@pytest.mark.parametrize("lang", ["sl", "en"])
def test_the_six_answers_come_first_and_the_chapters_are_headings(lang: str) -> None:
    word, _ = opened(document.docx(ordinary(), lang)), translator(lang)
    assert word.paragraphs[0].style and word.paragraphs[0].style.name == "Title"
    assert [line[:2] for line in headings(word, 2)[:6]] == ["1.", "2.", "3.", "4.", "5.", "6."]
    assert headings(word, 1)[:3] == [_("Who took part"), _("What people talked about"), _("Needs beside offers")]
    assert label("themes", "druzenje", lang) in headings(word, 3)
    assert headings(word, 1)[-2:] == [_("How we counted, and what it cannot say"), _("All notes")]


def test_every_note_is_in_the_document() -> None:
    value = ordinary(60)
    said = "\n".join(line.text for line in opened(document.docx(value, "sl")).paragraphs)
    assert all(note.text in said for note in value.notes)


def test_the_head_of_every_table_repeats_on_each_page() -> None:
    word = opened(document.docx(ordinary(), "sl"))
    assert word.tables
    for table in word.tables:
        assert table.style and table.style.name == "Vrtiljak"
        first = table.rows[0]._tr.trPr
        assert first is not None and first.find(qn("w:tblHeader")) is not None
        assert all(cell.text for cell in table.rows[0].cells)


def test_the_rows_of_a_short_table_stay_on_one_page() -> None:
    short = [table for table in opened(document.docx(ordinary(), "sl")).tables if len(table.rows) <= TOGETHER]
    assert short
    for table in short:
        *kept, last = ([line.paragraph_format.keep_with_next for line in row.cells[0].paragraphs] for row in table.rows)
        assert all(all(row) for row in kept) and not any(last)


def test_what_only_the_typeset_bars_show_is_not_explained_in_word() -> None:
    assert "Thin line on a bar" not in part(document.docx(ordinary(), "en"), "word/document.xml")


@pytest.mark.parametrize(("lang", "tag"), [("sl", "sl-SI"), ("en", "en-GB")])
def test_the_document_says_its_language_and_its_name(lang: str, tag: str) -> None:
    content = document.docx(ordinary(), lang)
    about = opened(content).core_properties
    assert about.language == tag and "Golnik (demo)" in about.title and about.author == "Vrtiljak"
    assert set(re.findall(r'<w:lang w:val="([^"]+)"', part(content, "word/styles.xml"))) == {tag}


def test_the_foot_counts_pages() -> None:
    content = document.docx(ordinary(), "sl")
    foot = next(part(content, name) for name in ZipFile(BytesIO(content)).namelist() if "footer" in name)
    assert "PAGE" in foot and "NUMPAGES" in foot and "Golnik (demo)" in foot


def test_what_happens_next_says_who_does_what_by_when() -> None:
    word = opened(document.docx(ordinary(), "en"))
    rows = [[cell.text for cell in row.cells] for table in word.tables for row in table.rows]
    assert ["Pregled stavbe", "Svet KS", "20/12/2026", "Open"] in rows
    whole = "\n".join(line.text for line in word.paragraphs)
    assert "Ogrevanje plača občina." in whole and "Tega ne smete povedati." not in whole


def test_strange_texts_stay_texts() -> None:
    said = "\n".join(line.text for line in opened(document.docx(strange(), "sl")).paragraphs)
    assert "=1+1" in said and "<b>&amp;</b>" in said and "nič, zvonec in nova vrstica" in said
    assert "\u202e" not in said and "\x07" not in said


def test_an_evening_without_anything_still_becomes_a_document() -> None:
    assert headings(opened(document.docx(empty(), "sl")), 1)


@needs_office
@pytest.mark.parametrize("value", [ordinary(), strange()], ids=["ordinary", "strange"])
def test_libreoffice_opens_it_with_all_its_words(value: Report, tmp_path: Path) -> None:
    file = tmp_path / "report.docx"
    file.write_bytes(document.docx(value, "sl"))
    pdf = converted(file, "pdf")
    assert pdf.read_bytes().startswith(b"%PDF")
    if which("pdftotext"):
        text = subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
        assert translator("sl")("What we heard, what happens next") in text and "Golnik (demo)" in text
