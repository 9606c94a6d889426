"""Any table comes in as a header and lines of plain text, and every row that cannot is named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carousel.refusal import Refusal
from tests.toolkit.spreadsheet.books import workbook
from toolkit.spreadsheet import LONGEST_CELL, MOST_BYTES, MOST_COLUMNS, MOST_ROWS, grid


def cells(content: str | bytes) -> list[tuple[str, ...]]:
    return [line.cells for line in grid(content if isinstance(content, bytes) else content.encode()).rows]


def faults(content: str) -> list[str]:
    return [str(fault) for fault in grid(content.encode()).faults]


def test_a_line_knows_where_it_stands_in_the_file() -> None:
    assert [line.line for line in grid(b"id,text\n\n1,one\n2,two\n").rows] == [3, 4]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1250"])
def test_every_usual_encoding_keeps_its_carons(encoding: str) -> None:
    assert cells("id;besedilo\n1;Čaj, žoga in šah\n".encode(encoding)) == [("1", "Čaj, žoga in šah")]


def test_a_title_above_the_header_is_left_out() -> None:
    found = grid(workbook([["Odgovori"], [None], ["id", "text"], [1, "Klop"]]))
    assert (found.header, found.rows[0].cells) == (("id", "text"), ("1", "Klop"))


def test_a_table_of_one_column_has_its_first_row_as_header() -> None:
    assert cells("text\nKlop\nMiza\n") == [("Klop",), ("Miza",)]


def test_columns_of_the_same_name_and_without_one_can_be_told_apart() -> None:
    assert grid(b"text,text,,text,end\na,b,c,d,e\n").header == ("text", "text (2)", "(3)", "text (3)", "end")


def test_a_short_row_is_filled_up_and_a_long_one_is_named() -> None:
    assert cells("a,b,c\n1\n") == [("1", "", "")]
    assert cells("a,b\n1,2,,\n") == [("1", "2")], "empty cells beyond the last column say nothing"
    assert faults("a,b\n1,2,3\n") == ["Line 2: the row has 3 cells, the table has 2 columns."]


def test_a_formula_stays_the_text_that_it_is() -> None:
    assert cells('a,b\n=1+1,"=HYPERLINK(""x"")"\n') == [("=1+1", '=HYPERLINK("x")')]


def test_unseen_characters_are_gone_and_lines_within_a_cell_stay() -> None:
    assert cells('a,b\n"one\r\ntwo\x07",\u202eleft\u200b\n') == [("one\ntwo", "left")]
    assert cells(workbook([["a", "b"], ["bell\x07", "x_x0007_y"]])) == [("bell", "xy")]


def test_a_cell_as_long_as_a_spreadsheet_allows_comes_in_and_a_longer_one_is_named() -> None:
    assert cells(f"a,b\n1,{'x' * LONGEST_CELL}\n")[0][1] == "x" * LONGEST_CELL
    assert faults(f"a,b\n1,{'x' * (LONGEST_CELL + 1)}\n") == [
        "Line 2: a cell has 32768 characters. At most 32767 are possible."
    ]


def test_fifty_columns_are_no_trouble() -> None:
    header = [f"column {number}" for number in range(50)]
    assert cells(workbook([header, list(range(50))])) == [tuple(map(str, range(50)))]


def test_a_broken_row_costs_itself_only() -> None:
    content = 'id;text\n1;one\n2;"open\n3;three\n'
    assert cells(content) == [("1", "one"), ("3", "three")]
    assert faults(content) == ["Line 3: this row cannot be read. Check its quotation marks."]


@pytest.mark.parametrize("content", [b"", b"\n\n", b" , \n", b"a,b\n", b"\x00\x01", workbook([["a", "b"]])])
def test_a_table_without_rows_is_refused_in_a_sentence(content: bytes) -> None:
    with pytest.raises(Refusal):
        grid(content)


@pytest.mark.parametrize(
    "content",
    [b"x" * (MOST_BYTES + 1), b"a,b\n" + b"1,2\n" * (MOST_ROWS + 1), b"a" + b"," * MOST_COLUMNS + b"b\n1,2\n"],
    ids=["bytes", "rows", "columns"],
)
def test_what_is_too_large_is_refused_with_its_measure(content: bytes) -> None:
    with pytest.raises(Refusal) as refused:
        grid(content)
    assert refused.value.status == 413


def test_twenty_thousand_rows_come_in() -> None:
    assert len(grid(b"a,b\n" + b"1,2\n" * MOST_ROWS).rows) == MOST_ROWS


@given(st.binary(max_size=400) | st.text(max_size=200).map(lambda text: f"id,text\n{text}".encode()))
def test_no_file_ends_in_anything_but_lines_or_a_refusal(content: bytes) -> None:
    try:
        found = grid(content)
    except Refusal:
        return
    assert found.rows or found.faults
    assert all(len(line.cells) == len(found.header) for line in found.rows)
