"""Workbooks: sheets by name, values as people see them, and no file that can harm the house."""

from datetime import date, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from xlsxwriter import Workbook

from carousel.refusal import Refusal
from tests.toolkit.spreadsheet.books import Value, changed, workbook
from toolkit.spreadsheet import grid, read, sheets

SHEET = "xl/worksheets/sheet1.xml"
BOOK = workbook([["id", "text"], [1, "Klop"]])


def refused(content: bytes, name: str = "table.xlsx", sheet: str = "") -> str:
    with pytest.raises(Refusal) as found:
        grid(content, name, sheet)
    return str(found.value)


def test_sheets_are_named_and_one_is_chosen() -> None:
    book = workbook([["a", "b"], [1, 2]], [["c", "d"], [3, 4]], names=("Odgovori", "Drugo"))
    assert sheets(book) == ("Odgovori", "Drugo")
    assert grid(book).header == ("a", "b")
    assert grid(book, sheet="Drugo").header == ("c", "d")
    assert refused(book, sheet="Tretji") == "The workbook has no sheet “Tretji”. Please choose another one."
    assert sheets(b"a,b\n1,2\n", "table.csv") == ()


def test_a_hidden_sheet_is_not_offered() -> None:
    made = BytesIO()
    with Workbook(made) as book:
        book.add_worksheet("shown").write_row(0, 0, ["a", "b"])
        book.add_worksheet("hidden").hide()
    assert sheets(made.getvalue()) == ("shown",)


def test_values_are_told_as_plain_text() -> None:
    row: list[Value] = [date(2026, 11, 22), datetime(2026, 11, 22, 18, 5), 3.0, 0.1 + 0.2, 12, True, "Klop", 1e20]
    (line,) = grid(workbook([list("abcdefgh"), row])).rows
    assert line.cells == ("2026-11-22", "2026-11-22T18:05:00", "3", "0.3", "12", "true", "Klop", "1e+20")


def test_of_a_formula_its_value_is_taken() -> None:
    made = BytesIO()
    with Workbook(made) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["a", "b"])
        sheet.write_formula(1, 0, "=1+1", None, 2)
        sheet.write_formula(1, 1, "=1/0", None, "#DIV/0!")
    assert grid(made.getvalue()).rows[0].cells == ("2", "")


def test_merged_and_empty_rows_above_the_header_are_left_out() -> None:
    made = BytesIO()
    with Workbook(made) as book:
        sheet = book.add_worksheet()
        sheet.merge_range(0, 0, 0, 3, "Odgovori iz delavnice")
        sheet.write_row(3, 0, ["id", "text"])
        sheet.write_row(4, 0, [1, "Klop"])
    found = grid(made.getvalue())
    assert (found.header, found.rows[0].line) == (("id", "text"), 5)


def test_answers_are_read_from_a_workbook_too() -> None:
    (answer,) = read(BOOK).answers
    assert (answer.id, answer.text, answer.line) == ("1", "Klop", 2)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(300), "not a workbook"),
        (b"\xff\xd8\xff\xe0" + b"x" * 300, "not a workbook"),
        (b"a,b\n1,2\n", "not a workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "protected by a password or very old"),
        (b"PK\x03\x04" + b"junk" * 50, "damaged"),
        (BOOK[: len(BOOK) // 2], "damaged"),
        (changed(BOOK, SHEET, "<sheetData>", "<sheetData"), "damaged"),
        (changed(BOOK, SHEET, 'r="A1"', 'r="A1x"'), "damaged"),
        (changed(BOOK, "xl/workbook.xml", "<sheet ", "<shoot "), "no sheet with a table"),
    ],
    ids=["picture", "photo", "text", "locked", "junk", "half", "unclosed", "no place", "no sheets"],
)
def test_what_is_no_workbook_is_refused_in_a_sentence(content: bytes, said: str) -> None:
    assert said in refused(content)


def test_a_document_of_another_kind_is_refused() -> None:
    made = BytesIO()
    with ZipFile(made, "w") as packed:
        packed.writestr("word/document.xml", "<a/>")
    assert "damaged" in refused(made.getvalue())


def test_a_workbook_that_swells_is_refused_before_it_is_unpacked() -> None:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as packed:
        packed.writestr(SHEET, b"<x/>" + b" " * (50 * 2**20))
    assert len(made.getvalue()) < 2**20
    assert "unpacks to far more" in refused(made.getvalue())


def test_a_workbook_that_says_it_is_smaller_than_it_is_fills_no_memory_either() -> None:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as packed:
        packed.writestr(SHEET, b"<x/>" + b" " * (60 * 2**20))
    true_size, claimed = (60 * 2**20 + 4).to_bytes(4, "little"), (1000).to_bytes(4, "little")
    assert "damaged" in refused(made.getvalue().replace(true_size, claimed))


@pytest.mark.parametrize("place", ["A1048576", "XFD2", "&#88;FD2"])
def test_a_cell_far_away_is_refused_before_room_is_made_for_it(place: str) -> None:
    assert "more than" in refused(changed(BOOK, SHEET, 'r="B2"', f'r="{place}"'))


def test_a_row_that_is_only_painted_reaches_nowhere() -> None:
    painted = changed(BOOK, SHEET, "</sheetData>", '<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>')
    assert len(grid(painted).rows) == 1


ODS = """<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 office:version="1.3"><office:body><office:spreadsheet><table:table table:name="List">{rows}
<table:table-row table:number-rows-repeated="1048574"><table:table-cell
 table:number-columns-repeated="16384"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"""
CELL = '<table:table-cell office:value-type="string"{again}><text:p>{text}</text:p></table:table-cell>'


def ods(*rows: tuple[str, ...], again: str = "") -> bytes:
    made = BytesIO()
    told = "".join(
        f"<table:table-row>{''.join(CELL.format(text=text, again=again) for text in row)}</table:table-row>"
        for row in rows
    )
    with ZipFile(made, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr(
            "META-INF/manifest.xml", '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
        )
        packed.writestr("content.xml", ODS.format(rows=told))
    return made.getvalue()


def test_a_sheet_of_libreoffice_is_read() -> None:
    book = ods(("id", "besedilo"), ("1", "Klop"))
    assert sheets(book) == ("List",)
    assert grid(book, "odgovori.ods").rows[0].cells == ("1", "Klop")


def test_a_cell_that_is_repeated_too_often_is_refused() -> None:
    assert "more than 1000 columns" in refused(ods(("a",), again=' table:number-columns-repeated="16384"'), "a.ods")
