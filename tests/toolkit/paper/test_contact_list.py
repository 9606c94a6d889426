"""Lists of contacts: only what the purpose needs, marked to be deleted, harmless in a spreadsheet."""

from datetime import date
from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook

from toolkit.i18n import translator
from toolkit.paper.contact_list import contact_book, contact_csv, contact_file, contact_table

EN, TODAY = translator("en"), date(2026, 11, 22)
PERSON = {"name": "=Ana", "phone": "041 000 000", "email": "", "community": "Golnik", "until": "2027-11-22"}
TABLE = contact_table(EN, "You may pass my name.", {"name": "Name", "phone": "Phone", "email": "E-mail"}, [PERSON])


def test_each_row_says_until_when_it_may_be_kept_and_computes_nothing() -> None:
    head, row = contact_csv(TABLE).decode("utf-8-sig").splitlines()
    assert head == "Name,Phone,E-mail,Community,Delete by"
    assert row == "'=Ana,041 000 000,,Golnik,2027-11-22"


def test_the_workbook_begins_with_the_purpose_and_what_to_do_afterwards() -> None:
    book = CalamineWorkbook.from_filelike(BytesIO(contact_book(EN, TABLE, TODAY)))
    first = str(book.get_sheet_by_index(0).to_python())
    assert "You may pass my name." in first and "Delete this file after use." in first and "2026" in first
    assert "=Ana" in str(book.get_sheet_by_index(1).to_python())


@pytest.mark.parametrize(("consent", "name"), [("c_core", "contacts_c_core_"), ("../../x", "contacts_x_")])
def test_the_files_name_says_purpose_date_and_end(consent: str, name: str) -> None:
    assert contact_file(consent, TODAY, "csv") == f"{name}2026-11-22_delete_after_use.csv"
