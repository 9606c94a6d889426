"""A folder tells whether a program works on it, for as long as that program lives."""

from pathlib import Path

import pytest

from tests.program import serving
from toolkit.cli.restoring import restore
from toolkit.cli.running import said_to_run, who_runs
from toolkit.i18n import translator
from toolkit.settings import Settings


def test_nobody_runs_before_and_after(tmp_path: Path) -> None:
    assert who_runs(tmp_path) is None
    with said_to_run(tmp_path, 8501):
        assert (who_runs(tmp_path) or (0, 0))[1] == 8501
    assert who_runs(tmp_path) is None


def test_a_running_program_is_not_restored_over_and_a_killed_one_runs_no_more(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url = f"sqlite:///{(tmp_path / 'vrtiljak.sqlite').as_posix()}"
    with serving(tmp_path) as server:
        port = int(server.url.rpartition(":")[2])
        assert who_runs(tmp_path) == (server.process.pid, port)
        assert f"backups: {tmp_path / 'backups'}" in server.lines
        assert restore(Settings(tmp_path, url), tmp_path / "any", translator("en"), drill=False) == 1
        assert f"is running on this folder at port {port}. Stop it" in capsys.readouterr().err
        server.kill()
    assert who_runs(tmp_path) is None
