"""The workbook holds the report's figures as figures, hides what is hidden, and computes nothing."""

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from tests.toolkit.paper.office import converted, needs_office
from tests.toolkit.paper.reports import empty, ordinary, strange
from toolkit.compare.gate import Share
from toolkit.compare.summary import Report
from toolkit.i18n import translator
from toolkit.paper import workbook
from toolkit.paper.report_tables import tables
from toolkit.paper.workbook_sheets import LONGEST, cut, sheet_name, unlike


def sheets(content: bytes) -> dict[str, list[list[object]]]:
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    return {name: [[*row] for row in book.get_sheet_by_name(name).to_python()] for name in book.sheet_names}


def records(rows: list[list[object]]) -> list[dict[object, object]]:
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


@pytest.mark.parametrize("lang", ["sl", "en"])
def test_sheets_are_named_in_the_language_and_begin_with_an_overview(lang: str) -> None:
    _, found = translator(lang), sheets(workbook.xlsx(ordinary(), lang))
    expected = [_("Overview"), _("Answers"), _("Participation"), _("Ways to take part"), _("The evening"), _("Themes"),
                _("Needs and offers"), _("Matches"), _("Votes"), _("What happens next"), _("Notes"),
                _("Log of changes"), _("Data dictionary")]  # fmt: skip
    assert list(found) == expected


def test_figures_are_those_of_the_report() -> None:
    value = ordinary()
    found = sheets(workbook.xlsx(value, "en"))
    channels = [row for row in records(found["Participation"]) if row["Group (id)"] == "channel"]
    shown = [(row["Item (id)"], row["Figure"], row["Out of"], row["Percent"]) for row in channels]
    expected = [
        (one.id, one.value.count.value, one.value.of.value, one.value.percent)
        for one in value.channels
        if isinstance(one.value, Share)
    ]
    assert shown == expected
    assert [row["Words"] for row in records(found["Notes"])] == [note.text for note in value.notes]
    assert sum(int(str(row["Notes"]).split(".")[0]) for row in records(found["Themes"])) == len(value.notes)


def test_a_small_count_stands_as_text() -> None:
    votes = records(sheets(workbook.xlsx(strange(), "en"))["Participation"])
    assert {str(row["Figure"]) for row in votes if row["Group (id)"] == "people"} == {"24.0"}
    core = records(sheets(workbook.xlsx(ordinary(), "en"))["Ways to take part"])
    assert "<5" not in {str(row["Figure"]) for row in core if row["Group (id)"] == "core"}


def test_every_column_is_in_the_dictionary() -> None:
    _ = translator("en")
    found = records(sheets(workbook.xlsx(ordinary(), "en"))["Data dictionary"])
    explained = [(row["Sheet"], row["Column"]) for row in found]
    assert explained == [(table.title, column.label) for table in tables(_, ordinary()) for column in table.columns]
    assert all(row["Meaning"] and row["Kind of value"] for row in found)


def test_no_text_is_a_formula_or_a_link() -> None:
    content = workbook.xlsx(strange(), "sl")
    with ZipFile(BytesIO(content)) as packed:
        inside = {name: packed.read(name).decode() for name in packed.namelist() if name.startswith("xl/worksheets/")}
    assert not any("<f>" in text for text in inside.values())
    assert not any("http://example.org" in text for text in inside.values())
    words = [row["Besedilo" if "Besedilo" in row else "Words"] for row in records(sheets(content)["Listki"])]
    assert "=1+1" in words and "@SUM(A1)" in words and "http://example.org" in words


def test_a_cell_is_never_longer_than_excel_takes() -> None:
    assert len(cut("d" * 40_000)) == LONGEST and cut("d" * 40_000).endswith("…")
    assert len(cut("😀" * 20_000).encode("utf-16-le")) // 2 <= LONGEST
    assert cut("kratko\x00\x0b") == "kratko"


def test_names_of_sheets_and_heads_are_what_excel_takes() -> None:
    assert sheet_name("Kaj/kdo: [dolgo] 'ime' lista, ki se ne konča nikoli") == "Kaj kdo dolgo ime lista, ki se"
    assert unlike(["Tema", "tema", "Tema"]) == ["Tema", "tema (2)", "Tema (3)"]


def test_heads_are_frozen_and_every_sheet_is_a_table() -> None:
    content = workbook.xlsx(ordinary(), "sl")
    with ZipFile(BytesIO(content)) as packed:
        named = [name for name in packed.namelist() if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name)]
        texts = [packed.read(name).decode() for name in named]
        assert sum('state="frozen"' in text for text in texts) == sum("<tablePart " in text for text in texts)
    assert sum("<tablePart " in text for text in texts) == len(texts) - 1  # the overview is none


def test_an_evening_without_anything_still_becomes_a_workbook() -> None:
    assert len(sheets(workbook.xlsx(empty(), "en"))) == 13


@needs_office
@pytest.mark.parametrize("value", [ordinary(), strange()], ids=["ordinary", "strange"])
def test_libreoffice_opens_it_without_a_repair(value: Report, tmp_path: Path) -> None:
    file = tmp_path / "tables.xlsx"
    file.write_bytes(workbook.xlsx(value, "sl"))
    again = sheets(converted(file, "xlsx").read_bytes())
    ours = sheets(file.read_bytes())
    assert list(again) == list(ours)
    for name, rows in ours.items():
        assert [[str(cell) for cell in row] for row in again[name]] == [[str(cell) for cell in row] for row in rows]
