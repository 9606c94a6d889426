"""Rows become people with notes and answers; whatever is wrong is named by line and column, and nothing is guessed."""

from datetime import UTC, datetime

from carousel.workshop import Source
from tests.toolkit.spreadsheet.books import workbook
from toolkit.acts.importing_columns import guessed
from toolkit.acts.importing_rows import Checked, Reading, check
from toolkit.content.question_set import question_set
from toolkit.spreadsheet import grid

ASKED = question_set()
NOW = datetime(2026, 11, 26, 18, 0, tzinfo=UTC)


def checked(content: str | bytes, about: str = "S2_potrebe", every_line: bool = False, **columns: str) -> Checked:
    table = grid(content if isinstance(content, bytes) else content.encode())
    aims = guessed(table.header, ASKED) | columns
    return check(
        table, Reading(asked=ASKED, columns=aims, about=about, now=NOW, language="en", every_line=every_line)
    )


def faults(found: Checked) -> list[tuple[int, str, str]]:
    return [(fault.line, fault.column, str(fault.refusal)) for fault in found.faults]


def test_a_wide_row_is_one_person_with_several_notes() -> None:
    (row,) = checked("age_band;S1_prostor;S2_potrebe;overall\n75 ali več;V pritličju;Prevoz;5\n").rows
    assert {note.question: note.text for note in row.notes} == {"S1_prostor": "V pritličju", "S2_potrebe": "Prevoz"}
    assert (row.checkin, row.closing, row.person) == ({"age_band": "a75"}, {"overall": 5}, True)


def test_a_row_with_a_note_alone_is_nobody_in_particular() -> None:
    (row,) = checked("id;besedilo\n7;Klop\n").rows
    assert not row.person and row.notes[0].question == "S2_potrebe"


def test_the_question_is_the_named_one_or_the_one_that_collects_the_kind() -> None:
    found = checked("text;kind;question\nKlop;;Kaj že imamo\nTečaj;Ponudba;\nMiza;;3\n").rows
    assert [row.notes[0].question for row in found] == ["S3_obstojece", "S4_ponudba", "S3_obstojece"]


def test_each_line_of_a_cell_may_be_a_note() -> None:
    content = 'S2_potrebe;other\n"Klop\nMiza\n\n";x\n'
    assert [note.text for note in checked(content, every_line=True).rows[0].notes] == ["Klop", "Miza"]
    assert [note.text for note in checked(content).rows[0].notes] == ["Klop Miza"]


def test_details_go_to_the_questions_that_ask_for_them() -> None:
    (row,) = checked("S2_potrebe;S3_obstojece;where\nPrevoz;Zbor;v šoli\n").rows
    assert [dict(note.details) for note in row.notes] == [{}, {"where": "v šoli"}]


def test_split_and_joined_columns_of_kobo_say_the_same_once() -> None:
    (row,) = checked("_uuid;text;channels;channels/radio;channels/sosed\na;Klop;radio;1;0\n").rows
    assert row.checkin == {"channels": ["radio"]}


def test_every_fault_is_named_and_its_row_left_out() -> None:
    found = checked(
        "id,text,gender,need_before,time,ticks\n"
        "1,Klop,zelena,6,30. 2. 2026,many\n"
        "2,Miza,,,,\n"
        "3,,,,,\n"
        "2,Stol,,,,\n"
        "5,a,b,c,d,e,f\n"
    )  # fmt: skip
    assert [row.line for row in found.rows] == [3]
    assert [(line, column) for line, column, _said in faults(found)] == [
        (2, "gender"), (2, "need_before"), (2, "time"), (2, "ticks"), (4, ""), (5, "id"), (6, ""),
    ]  # fmt: skip
    assert faults(found)[5][2] == "Line 3 has the same id. Each row needs one of its own."
    assert (found.lines, found.notes) == (4, 1)


def test_a_text_that_is_too_long_is_a_fault_and_never_cut() -> None:
    assert [column for _line, column, _said in faults(checked(f"id,text\n1,{'x' * 2001}\n"))] == ["text"]


def test_a_column_that_is_left_out_says_nothing() -> None:
    found = checked("text,gender\nKlop,zelena\n", gender="")
    assert not found.faults and not found.rows[0].checkin


def test_a_row_keeps_its_key_when_other_rows_come_before_it() -> None:
    first = checked("Timestamp,text\n2026-11-22,Klop\n2026-11-22,Klop\n").rows
    later = checked("Timestamp,text\n2026-11-20,Miza\n2026-11-22,Klop\n2026-11-22,Klop\n").rows
    assert len({row.key for row in first}) == 2
    assert [row.key for row in first] == [row.key for row in later[1:]]


def test_a_workbook_gives_dates_and_sources() -> None:
    (row,) = checked(workbook([["text", "time", "source"], ["Klop", datetime(2026, 11, 22, 18, 5), "paper"]])).rows
    assert (row.source, row.sent) == (Source.PAPER, datetime(2026, 11, 22, 17, 5, tzinfo=UTC))
