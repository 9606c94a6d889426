"""A register taken away as a table says what is kept, runs nothing, and says in a workbook what each column means."""

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as some
from python_calamine import load_workbook

from toolkit.content.organiser_forms import OrganiserForm, organiser_forms
from toolkit.i18n import languages
from toolkit.paper.register import quoted, register_csv, said, unquoted
from toolkit.paper.register_book import register_xlsx, sheet_name

STAKEHOLDERS = organiser_forms()["stakeholder"]
SCHOOL = {"name": "Osnovna šola", "type": "javni_zavod", "interest": 4, "invited_on": "2026-09-01", "came": True}
FORMS = sorted(organiser_forms())


def sheets(book: bytes) -> dict[str, list[list[Any]]]:
    with load_workbook(BytesIO(book)) as opened:
        return {name: opened.get_sheet_by_name(name).to_python() for name in opened.sheet_names}


def packed(book: bytes, ending: str) -> str:
    with ZipFile(BytesIO(book)) as files:
        return "".join(files.read(name).decode() for name in files.namelist() if name.endswith(ending))


def test_a_table_of_text_has_labels_and_reads_in_slovenian_excel() -> None:
    lines = register_csv(STAKEHOLDERS, [SCHOOL], "sl").decode("utf-8-sig").split("\r\n")
    assert lines[0].startswith("Organizacija ali vloga *;Vrsta *;")
    assert lines[1].startswith("Osnovna šola;Javni zavod (ljudska univerza")
    assert lines[1].endswith(";Da")


@given(some.text(max_size=30))
def test_no_text_is_a_formula_and_each_comes_back_as_it_was(text: str) -> None:
    kept = text.replace("\0", "")
    assert not quoted(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert unquoted(quoted(text)) == kept


@pytest.mark.parametrize(("lang", "shown"), [("sl", "12,5"), ("en", "12.5")])
def test_decimals_are_written_as_the_language_writes_them(lang: str, shown: str) -> None:
    assert said(organiser_forms()["premises"].field("used_hours"), 12.5, lang) == shown


def test_in_a_workbook_dates_are_dates_and_numbers_are_numbers() -> None:
    (cells,) = sheets(register_xlsx(STAKEHOLDERS, [SCHOOL], "sl"))["Deležniki"][1:]
    row = dict(zip((field.id for field in STAKEHOLDERS.fields), cells, strict=True))
    assert (row["name"], row["interest"], row["invited_on"].isoformat()) == ("Osnovna šola", 4, "2026-09-01")


def test_a_text_that_looks_like_a_formula_or_an_address_is_only_text() -> None:
    book = register_xlsx(STAKEHOLDERS, [SCHOOL | {"name": "=1+1"}, SCHOOL | {"name": "http://x.example"}], "en")
    assert "<f>" not in packed(book, "sheet1.xml")
    assert "hyperlink" not in packed(book, ".xml")
    assert [row[0] for row in sheets(book)["Stakeholders"][1:]] == ["=1+1", "http://x.example"]


def test_the_template_is_the_same_table_without_rows() -> None:
    read = sheets(register_xlsx(STAKEHOLDERS, [], "en"))
    assert list(read) == ["Stakeholders", "Columns", "Choices"]
    assert len(read["Stakeholders"]) == 1
    assert 'ySplit="1"' in packed(register_xlsx(STAKEHOLDERS, [], "en"), "sheet1.xml")


@pytest.mark.parametrize("lang", languages())
@pytest.mark.parametrize("form_id", FORMS)
def test_every_column_is_explained_and_every_choice_stands_in_a_list(form_id: str, lang: str) -> None:
    form = organiser_forms()[form_id]
    book = register_xlsx(form, [], lang)
    _, about, chosen = sheets(book).values()
    assert [row[0] for row in about[1 : len(form.fields) + 1]] == [field.label(lang) for field in form.fields]
    assert all(row[2] for row in about[1 : len(form.fields) + 1])
    singles = [field for field in form.fields if field.type in ("single", "boolean")]
    assert packed(book, "sheet1.xml").count('type="list"') == len(singles)
    lists = list(map(list, zip(*chosen, strict=False)))
    for field in form.fields:
        if field.options:
            labels = [option.label(lang) for option in field.options]
            assert any(column[1 : len(labels) + 1] == labels for column in lists)


@pytest.mark.parametrize("form", organiser_forms().values(), ids=FORMS and list(organiser_forms()))
def test_choices_can_stand_side_by_side_in_a_cell_and_headings_are_told_apart(form: OrganiserForm) -> None:
    for lang in languages():
        assert all(";" not in option.label(lang) for field in form.fields for option in field.options)
        headings = [field.label(lang).casefold() for field in form.fields]
        assert len(set(headings)) == len(headings)


@pytest.mark.parametrize("title", ["", "a" * 40, "Kdo? [vsi]: mi / vi *", "'"])
def test_any_title_becomes_a_name_that_excel_allows(title: str) -> None:
    name = sheet_name(title)
    assert 1 <= len(name) <= 31
    assert not set(name) & set("[]:*?/\\'")
