"""The sheet with the answers is found, and our own report's notes come back with everything they say."""

import pytest

from tests.toolkit.spreadsheet.books import workbook
from toolkit.acts.importing_columns import aims
from toolkit.acts.importing_workbook import NOTES, likely_sheet, meant, own_notes, source_of
from toolkit.content.question_set import question_set
from toolkit.i18n import translator
from toolkit.paper.note_tables import notes_table

ASKED = question_set()


@pytest.mark.parametrize("language", ["sl", "en"])
def test_the_sheet_of_notes_of_a_report_is_known_in_every_language(language: str) -> None:
    columns = notes_table(translator(language), ()).columns
    found = own_notes([column.label for column in columns])
    assert found is not None and source_of(tuple(found)) == "vrtiljak"
    known = [column.id for column in columns if found[column.label]]
    assert set(known) >= {"id", "text", "question", "kind", "theme", "source", "ticks", "where", "when", "level"}
    assert set(NOTES) <= set(aims(ASKED))


def test_the_sheet_that_looks_like_answers_is_chosen() -> None:
    book = workbook([["a", "b"], [1, 2]], [["c"]], [["_uuid", "_submission_time", "S2_potrebe"], ["u", "", "Klop"]])
    assert likely_sheet(book, "kobo.xlsx", ("First", "Second", "Third"), ASKED) == 2


def test_other_tables_are_guessed_by_their_names() -> None:
    assert meant(["note", "kind"], ASKED) == {"note": "text", "kind": "kind"}
