"""What import-linter cannot say: the carousel stands alone, pages stay thin, files stay short and introduced."""

import ast
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent.parent
ROOMS = ("carousel", "toolkit", "pages")
OURS = sorted(path for room in ROOMS for path in (HERE / room).rglob("*.py"))
MOST_LINES = 300


def imported(path: Path) -> set[str]:
    """Names of the top-level packages a file imports."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    return {name.partition(".")[0] for name in names}


def short(path: Path) -> str:
    return path.relative_to(HERE).as_posix()


@pytest.mark.parametrize("path", [p for p in OURS if short(p).startswith("carousel/")], ids=short)
def test_the_carousel_imports_only_the_standard_library(path: Path) -> None:
    assert imported(path) <= sys.stdlib_module_names | {"carousel"}


@pytest.mark.parametrize("path", [p for p in OURS if short(p).startswith("pages/")], ids=short)
def test_pages_know_no_sql(path: Path) -> None:
    assert not imported(path) & {"sqlmodel", "sqlalchemy", "alembic", "sqlite3"}


@pytest.mark.parametrize("path", OURS, ids=short)
def test_every_file_is_short_and_says_what_it_is(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= MOST_LINES
    assert ast.get_docstring(ast.parse(text)) or "/versions/" in short(path)
