"""`bench advisories`: known weaknesses of exactly what is pinned, where the public list can be reached.

Source: OSV, https://google.github.io/osv.dev/post-v1-querybatch/ . Run by a person with internet; the program never is.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import httpx

from tests.bench.figures import Row, tell
from tests.program import HERE

LIST = "https://api.osv.dev/v1/querybatch"
FILES = ("requirements.txt", "requirements-test.txt", "requirements-meaning.txt", "constraints.txt")
PINNED = re.compile(r"(?P<name>[A-Za-z0-9._-]+)(\[[\w,-]+\])?==(?P<version>[A-Za-z0-9.!+]+)(\s*;.*)?")
PATIENCE = 20.0  # seconds


@dataclass(frozen=True, slots=True)
class Pin:
    """One line of a file of requirements: exactly one version."""

    name: str
    version: str


def lines(file: str) -> Iterator[str]:
    """The lines that ask for something."""
    for line in (HERE / file).read_text("utf-8").splitlines():
        asked = line.split(" #")[0].strip()
        if asked and not asked.startswith(("#", "-r ", "-c ")):
            yield asked


def pins(file: str) -> tuple[Pin, ...]:
    """What a file asks for; ValueError with the line that does not name one exact version."""
    found = []
    for line in lines(file):
        exact = PINNED.fullmatch(line)
        if exact is None:
            raise ValueError(f"{file}: {line} is not pinned exactly")
        found.append(Pin(exact["name"].lower().replace("_", "-"), exact["version"]))
    return tuple(found)


def known(asked: Iterable[Pin]) -> Mapping[Pin, tuple[str, ...]]:
    """The names of the advisories for each pin that has any; httpx.HTTPError when the list cannot be reached."""
    wanted = tuple(asked)
    queries = [{"package": {"name": one.name, "ecosystem": "PyPI"}, "version": one.version} for one in wanted]
    answer = httpx.post(LIST, json={"queries": queries}, timeout=PATIENCE)
    answer.raise_for_status()
    results: list[dict[str, Any]] = answer.json()["results"]
    return {
        one: tuple(each["id"] for each in found["vulns"])
        for one, found in zip(wanted, results, strict=True)
        if found.get("vulns")
    }


def main(as_json: bool, sizes: tuple[int, ...]) -> None:
    """Print a row for each pinned version with an advisory, or say plainly that nobody could be asked."""
    asked = sorted({one for file in FILES for one in pins(file)}, key=lambda one: one.name)
    try:
        found = known(asked)
    except (httpx.HTTPError, ValueError, KeyError) as problem:
        kind = type(problem).__name__
        note = f"NOT CHECKED: the public list of advisories cannot be reached from here ({kind})"
        tell("advisories", [{"pinned": len(asked), "checked": 0}], as_json, note)
        return
    rows: list[Row] = [{"name": one.name, "version": one.version, "known": ", ".join(found[one])} for one in found]
    rows = rows or [{"pinned": len(asked), "checked": len(asked)}]
    tell("advisories", rows, as_json, f"{len(found)} with advisories")
