"""What takes seconds is made once, and made again when what it came from changed or the file is damaged."""

from pathlib import Path

import pytest

from toolkit.content import kept as module
from toolkit.content.kept import kept, mark


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(module, "FOLDER", tmp_path / "learned")
    return tmp_path / "learned"


def test_it_is_made_once_and_older_ones_go(folder: Path) -> None:
    made: list[int] = []

    def make() -> int:
        made.append(1)
        return len(made)

    assert [kept("themes", "a", make), kept("themes", "a", make), kept("themes", "b", make)] == [1, 1, 2]
    assert [file.name for file in folder.iterdir()] == ["themes-b.joblib"]


def test_a_damaged_file_is_made_again(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    kept("themes", "a", lambda: 1)
    (folder / "themes-a.joblib").write_bytes(b"half")
    assert kept("themes", "a", lambda: 2) == 2
    assert "made again" in caplog.text


def test_a_folder_that_cannot_be_written_costs_only_time(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    folder.write_text("a file stands where the folder should be")
    assert kept("themes", "a", lambda: 3) == 3
    assert "could not be" in caplog.text


def test_another_content_has_another_mark(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_text("one")
    before = mark([file], "1")
    assert before == mark([file], "1") != mark([file], "2")
    file.write_text("two")
    assert before != mark([file], "1")
