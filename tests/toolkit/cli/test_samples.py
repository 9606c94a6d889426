"""`import`: a table makes an open house, from a workbook as from CSV."""

from pathlib import Path

import pytest

from tests.toolkit.spreadsheet.books import workbook
from toolkit.cli.samples import import_file
from toolkit.store import Store
from toolkit.store.notes import published
from toolkit.store.programme import workshops
from toolkit.store.workshops import situation


def test_a_workbook_is_imported_as_csv_is(store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "odgovori.xlsx"
    file.write_bytes(workbook([["id", "besedilo", "vrsta"], [1, "Klop pri poti", "need"], [2, "", "need"]]))
    assert import_file(store, file, "Vas", "sl") == 1
    (made,) = store.read(workshops)
    assert [note.text for note in store.read(published, store.read(situation, made.workshop.code))] == ["Klop pri poti"]
    said = capsys.readouterr()
    assert said.err.strip() == "Line 3: the answer is empty." and "1 answers" in said.out
