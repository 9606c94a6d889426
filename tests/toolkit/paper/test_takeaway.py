"""Everything is written side by side under names made of code, date and kind."""

from datetime import UTC, datetime
from pathlib import Path
from zipfile import is_zipfile

import pytest

from tests.toolkit.paper.reports import evening, ordinary
from toolkit.compare.comparison import comparison
from toolkit.i18n import languages, translator
from toolkit.paper.takeaway import of_programme, of_workshop, write_programme, write_workshop

NOW = datetime(2026, 11, 27, 9, 30, tzinfo=UTC)


def test_a_workshop_is_written_in_every_format_and_language(tmp_path: Path) -> None:
    written = write_workshop(ordinary(), tmp_path / "out", NOW)
    kinds = ("report_{}.pdf", "report_{}.docx", "tables_{}.xlsx", "open_data_{}.zip")
    names = [f"K7M2QX_2026-11-26_{kind.format(lang)}" for lang in ("sl", "en") for kind in kinds]
    assert [path.name for path in written] == [*names, "K7M2QX_2026-11-26_notes.csv", "K7M2QX_2026-11-26_log.csv"]
    assert all(is_zipfile(path) for path in written if path.suffix in (".docx", ".xlsx", ".zip"))
    assert all(path.read_bytes().startswith(b"%PDF") for path in written if path.suffix == ".pdf")


def test_a_programme_is_written_in_every_format_and_language(tmp_path: Path) -> None:
    found = comparison([evening(("ena", "dve", "tri")), evening(("štiri", "pet"))])
    written = write_programme(found, tmp_path)
    kinds = ("report_{}.pdf", "report_{}.docx", "tables_{}.xlsx")
    names = [f"programme_2026-11-26_{kind.format(lang)}" for lang in ("sl", "en") for kind in kinds]
    assert [path.name for path in written] == names


@pytest.mark.parametrize("lang", languages())
def test_what_a_file_is_can_be_said_in_every_language(lang: str) -> None:
    found = comparison([evening(("ena",)), evening(("dve",))])
    for one in (*of_workshop(ordinary(1), "sl", NOW), *of_programme(found, "sl")):
        assert translator(lang)(one.title) and one.mime
