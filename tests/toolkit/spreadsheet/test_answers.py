"""Tables of answers made elsewhere: read what can be read, name what cannot."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carousel.refusal import Refusal
from toolkit import spreadsheet
from toolkit.spreadsheet import LONGEST, MOST_BYTES, MOST_UNREADABLE, read


def texts(content: str | bytes) -> list[str]:
    return [answer.text for answer in read(content if isinstance(content, bytes) else content.encode()).answers]


def faults(content: str) -> list[str]:
    return [str(fault) for fault in read(content.encode()).faults]


@pytest.mark.parametrize("column", spreadsheet.COLUMNS["text"])
def test_the_column_of_answers_may_have_many_names(column: str) -> None:
    assert texts(f"id,{column.upper()}\n1,Klop\n") == ["Klop"]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_comma_semicolon_and_tab_separate(mark: str) -> None:
    assert texts(f"id{mark}besedilo\n1{mark}Klop\n") == ["Klop"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1250"])
def test_every_usual_encoding_keeps_its_carons(encoding: str) -> None:
    assert texts("besedilo\nČaj, žoga in šah\n".replace(",", " ").encode(encoding)) == ["Čaj  žoga in šah"]


def test_a_quoted_answer_may_have_lines_and_commas() -> None:
    assert texts('text\n"one,\ntwo"\nthree\n') == ["one,\ntwo", "three"]


def test_windows_line_ends_are_no_part_of_an_answer() -> None:
    assert texts('text\r\n"one\r\ntwo"\r\n') == ["one\ntwo"]


def test_an_open_quotation_mark_costs_one_row_only() -> None:
    content = 'id;text\n1;one\n2;"open\n3;three\n'
    assert texts(content) == ["one", "three"]
    assert faults(content) == ["Line 3: this row cannot be read. Check its quotation marks."]


def test_each_bad_row_is_named_by_its_line() -> None:
    content = f'id,text\n1,"a\nb"\n2,\n3,x,y\n4,{"x" * (LONGEST + 1)}\n5,good\n'
    assert [fault.partition(":")[0] for fault in faults(content)] == ["Line 4", "Line 5", "Line 6"]
    assert texts(content) == ["a\nb", "good"]


def test_other_columns_come_along() -> None:
    (answer,) = read(b"vrsta,postaja,tema,besedilo\nneed,S2_potrebe,gibanje,Klop\n").answers
    assert (answer.kind, answer.question, answer.theme, answer.line) == ("need", "S2_potrebe", "gibanje", 2)


@pytest.mark.parametrize("content", [b"", b"\n\n", b"text\n", b"\x00\x01", b"a,b\n1,2\n"])
def test_what_is_not_a_table_of_answers_is_refused_in_a_sentence(content: bytes) -> None:
    with pytest.raises(Refusal):
        read(content)


def test_a_huge_file_is_refused_unread() -> None:
    with pytest.raises(Refusal) as refused:
        read(b"x" * (MOST_BYTES + 1))
    assert refused.value.status == 413


@given(st.binary(max_size=400) | st.text(max_size=200).map(lambda text: f"id,text\n{text}".encode()))
def test_no_file_ends_in_anything_but_rows_or_a_refusal(content: bytes) -> None:
    try:
        sheet = read(content)
    except Refusal:
        return
    assert sheet.answers or sheet.faults


def test_a_table_of_nothing_but_broken_rows_is_given_up_soon() -> None:
    sheet = read(b"text\n" + b'x","\n' * 50_000)
    assert len(sheet.faults) == MOST_UNREADABLE + 1
    assert "left out" in str(sheet.faults[-1])
