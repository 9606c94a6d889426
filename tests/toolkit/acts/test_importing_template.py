"""The table to fill in comes back through the import without a question."""

import csv
from datetime import UTC, datetime
from io import BytesIO, StringIO

import pytest
from python_calamine import load_workbook

from tests.toolkit.spreadsheet.books import workbook
from toolkit.acts.importing_columns import guessed
from toolkit.acts.importing_rows import Reading, check
from toolkit.acts.importing_template import columns, template_csv, template_xlsx
from toolkit.content.question_set import question_set
from toolkit.spreadsheet import grid

ASKED = question_set()


@pytest.mark.parametrize("language", ["sl", "en"])
def test_csv_and_workbook_have_the_same_columns(language: str) -> None:
    header = next(csv.reader(StringIO(template_csv(ASKED, language).decode("utf-8-sig")), delimiter=";"))
    book = load_workbook(BytesIO(template_xlsx(ASKED, language)))
    assert header == book.get_sheet_by_index(0).to_python()[0]
    assert header == [name for name, _field in columns(ASKED, language)]


@pytest.mark.parametrize("language", ["sl", "en"])
def test_what_the_choices_offer_is_understood(language: str) -> None:
    given = columns(ASKED, language)
    row = [field.options[-1].label(language) if field and field.options else "x" for _name, field in given]
    row[1] = "22. 11. 2026"
    table = grid(workbook([[name for name, _field in given], row]))
    now = datetime(2026, 12, 1, tzinfo=UTC)
    found = check(table, Reading(asked=ASKED, columns=guessed(table.header, ASKED), about="", now=now))
    assert not found.faults
    answered = [field for field in ASKED.checkin.fields if field.privacy == "anon"]
    assert set(found.rows[0].checkin) == {field.id for field in answered}
    assert len(found.rows[0].notes) == len(ASKED.questions)
