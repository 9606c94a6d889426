"""What is installed is exactly what was looked at: every requirement is pinned, and once."""

import re
import tomllib
from collections.abc import Iterable
from importlib.metadata import requires

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.bench.advisories import FILES, lines, pins
from tests.program import HERE


@pytest.mark.parametrize("file", FILES)
def test_every_requirement_names_one_exact_version(file: str) -> None:
    found = [one.name for one in pins(file)]
    assert found and len(found) == len(set(found))


def test_a_requirement_that_names_no_exact_version_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    for line in ("starlette", "starlette>=1.10", "starlette==1.*", "git+https://example.org/x", "./local.whl"):
        monkeypatch.setattr("tests.bench.advisories.lines", lambda file, line=line: iter([line]))
        with pytest.raises(ValueError, match="not pinned exactly"):
            pins("requirements.txt")


def test_all_files_agree() -> None:
    kept = {one.name: one.version for one in pins("constraints.txt")}
    for one in (one for file in FILES for one in pins(file)):
        assert kept.get(one.name, one.version) == one.version, one


def brought_along(names: Iterable[str]) -> set[str]:
    """These and everything that they need on this machine, by the metadata of what is installed."""
    found, left = set[str](), [Requirement(name) for name in names]
    while left:
        one = left.pop()
        name = canonicalize_name(one.name)
        if name not in found:
            found.add(name)
            needed = (Requirement(line) for line in requires(name) or ())
            extras = one.extras or {""}
            left += [one for one in needed if not one.marker or any(one.marker.evaluate({"extra": x}) for x in extras)]
    return found


def test_what_the_program_brings_along_is_pinned_too() -> None:
    pinned = {canonicalize_name(one.name) for file in ("requirements.txt", "constraints.txt") for one in pins(file)}
    asked = lines("requirements.txt")
    assert brought_along(asked) - pinned == set()


def test_nothing_is_fetched_from_anywhere_but_the_registry() -> None:
    for file in FILES:
        text = (HERE / file).read_text("utf-8")
        assert not re.search(r"(?m)^\s*(--|-i|-f|-e)|://", re.sub(r"(?m)#.*$", "", text)), file


def test_checks_of_unsafe_code_are_on_and_silenced_only_with_a_reason() -> None:
    settings = tomllib.loads((HERE / "pyproject.toml").read_text("utf-8"))["tool"]["ruff"]["lint"]
    assert "S" in settings["select"] and not [one for one in settings["ignore"] if one.startswith("S")]
    silenced = {where for where, rules in settings["per-file-ignores"].items() if "S" in "".join(rules)}
    assert silenced == {"tests/**", "run.py"}
    for path in (one for folder in ("carousel", "toolkit", "pages") for one in (HERE / folder).rglob("*.py")):
        for line in path.read_text("utf-8").splitlines():
            if "noqa: S" in line and "noqa: SIM" not in line:
                assert re.search(r"# noqa: S\d+ +(- )?\w+", line), f"{path.name}: {line.strip()}"
