"""run.py, with nothing installed: what it decides before it hands over."""

import ast
import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

HERE = Path(__file__).resolve().parent.parent


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A fresh copy of run.py that believes it lives in an empty folder."""
    spec = importlib.util.spec_from_file_location("run_alone", HERE / "run.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name in ("requirements.txt", "requirements-test.txt", "constraints.txt"):
        (tmp_path / name).write_text("")
    monkeypatch.setattr(module, "HERE", tmp_path)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(module, "PYTHON", tmp_path / ".venv" / "python")
    (tmp_path / ".venv").mkdir()
    return module


def test_it_needs_only_the_standard_library() -> None:
    tree = ast.parse((HERE / "run.py").read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in names} <= sys.stdlib_module_names


def test_an_old_python_gets_a_sentence_not_a_syntax_error() -> None:
    ast.parse((HERE / "run.py").read_text(encoding="utf-8"), feature_version=(3, 8))


def test_an_old_python_is_told_which_one_is_needed(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "OLDEST", (99, 0))
    with pytest.raises(SystemExit) as stopped:
        run.main([])
    assert stopped.value.code == 1


def test_nothing_is_installed_in_an_empty_folder(run: ModuleType) -> None:
    assert not run.installed("requirements.txt")


def test_a_second_start_finds_everything_installed(run: ModuleType) -> None:
    run.PYTHON.touch()
    run.stamp("requirements.txt").write_text(run.fingerprint("requirements.txt"))
    assert run.installed("requirements.txt")


def test_changed_requirements_are_installed_again(run: ModuleType) -> None:
    run.PYTHON.touch()
    run.stamp("requirements.txt").write_text(run.fingerprint("requirements.txt"))
    (run.HERE / "constraints.txt").write_text("one==1\n")
    assert not run.installed("requirements.txt")


def test_a_named_browser_is_taken_before_all_others(
    run: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = tmp_path / "my-chromium"
    named.touch()
    monkeypatch.setenv("VRTILJAK_CHROMIUM", str(named))
    assert run.find_browser() == str(named)


def test_a_python_without_venv_is_told_what_to_install(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "has_ensurepip", lambda: False)
    monkeypatch.setattr(run, "root_on_debian", lambda: False)
    with pytest.raises(SystemExit):
        run.make_venv()
    assert "apt install python3-venv" in capsys.readouterr().err


def test_a_failed_install_is_not_remembered(run: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    run.PYTHON.symlink_to(sys.executable)
    (run.HERE / "requirements.txt").write_text("./is-not-there\n")
    with pytest.raises(SystemExit):
        run.install("requirements.txt")
    assert not run.installed("requirements.txt")
    assert "Check the internet connection" in capsys.readouterr().err


def test_the_ci_script_calls_the_test_command() -> None:
    assert "python3 run.py test" in (HERE / ".ci" / "run").read_text(encoding="utf-8")
    assert subprocess.run(["bash", "-n", str(HERE / ".ci" / "run")]).returncode == 0
