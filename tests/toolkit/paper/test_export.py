"""The table of notes opens in any spreadsheet, shows every letter and runs nothing."""

import csv
from datetime import date
from io import StringIO

from hypothesis import given
from hypothesis import strategies as some

from carousel.workshop import Note
from toolkit.compare import gate
from toolkit.paper.csv_file import safe
from toolkit.paper.export import COLUMNS, file_name, notes_csv


def rows(*notes: Note, lang: str = "sl") -> list[dict[str, str]]:
    table = notes_csv(gate.notes(notes), lang).decode("utf-8-sig")
    return list(csv.DictReader(StringIO(table, newline="")))


def a_note(text: str = "Čaj za žejne", **rest: object) -> Note:
    return Note(id=7, question="S2_potrebe", kind="need", text=text, theme="druzenje", **rest)  # type: ignore[arg-type]


def test_the_file_says_that_it_is_utf_8() -> None:
    assert notes_csv((), "sl").startswith(b"\xef\xbb\xbfid,cluster,")


def test_the_header_is_the_same_in_every_language() -> None:
    assert notes_csv((), "sl") == notes_csv((), "en")


def test_labels_follow_the_language_and_ids_do_not() -> None:
    (slovenian,), (english,) = rows(a_note(), lang="sl"), rows(a_note(), lang="en")
    assert (slovenian["theme"], english["theme"]) == ("druzenje", "druzenje")
    assert (slovenian["theme_label"], english["theme_label"]) == ("Druženje in srečevanje", "Meeting and company")


def test_text_comes_back_as_it_was_written() -> None:
    text = 'Rekla je: "Pridite, prosim;" in šla'
    assert rows(a_note(text))[0]["text"] == text


def test_a_formula_is_only_text() -> None:
    for start in ("=", "+", "-", "@", "\t=", "\r=", "\0=", "\u202e=", "＝"):
        assert rows(a_note(f"{start}1+1"))[0]["text"].startswith("'")


def test_a_formula_in_a_detail_is_only_text() -> None:
    assert rows(a_note(fields={"where": "=cmd"}))[0]["where"] == "'=cmd"


def test_several_values_share_a_cell() -> None:
    assert rows(a_note(fields={"offer_kinds": ("space", "money")}))[0]["offer_kinds"] == "space; money"


@given(some.text())
def test_no_text_breaks_the_table_or_starts_a_formula(text: str) -> None:
    (row,) = rows(a_note(text))
    assert list(row) == list(COLUMNS)
    assert not row["text"].startswith(("=", "+", "-", "@", "\t", "\r", "\0"))
    assert "\n" not in row["text"]


def test_safe_leaves_ordinary_text_alone() -> None:
    assert safe("5 + 5 ljudi") == "5 + 5 ljudi"


def test_a_name_is_made_of_code_and_date_only() -> None:
    assert file_name("../K7", date(2026, 11, 26), "notes", "csv") == "K7_2026-11-26_notes.csv"
