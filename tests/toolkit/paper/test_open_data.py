"""The open data are what their description says, rule by rule of the Data Package specification."""

import csv
import json
import re
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZipFile

import pytest

from tests.toolkit.paper.reports import empty, ordinary, strange
from toolkit.compare.summary import Report
from toolkit.paper import open_data

NOW = datetime(2026, 11, 27, 9, 30, tzinfo=UTC)
TYPES = {"string", "integer", "number", "boolean"}
REPORTS = pytest.mark.parametrize("value", [ordinary(), strange(), empty()], ids=["ordinary", "strange", "empty"])


def files(value: Report, lang: str = "sl") -> dict[str, bytes]:
    with ZipFile(BytesIO(open_data.package(value, lang, NOW))) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def described(found: dict[str, bytes]) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(found["datapackage.json"])
    return told


def rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_package_says_what_it_is_where_from_and_under_which_licence() -> None:
    told = described(files(ordinary()))
    assert re.fullmatch(r"[a-z0-9._/-]+", told["name"]) and told["title"] and told["description"]
    assert told["created"] == "2026-11-27T09:30:00Z"
    assert all(one["name"] and one["path"] for one in told["licenses"])
    assert all("Golnik (demo)" in one["title"] for one in told["sources"]) and "demo" in told["keywords"]


@REPORTS
def test_every_resource_is_there_with_its_size_and_hash(value: Report) -> None:
    found = files(value)
    told = described(found)["resources"]
    assert {one["path"] for one in told} | {"datapackage.json"} == set(found)
    assert len({one["name"] for one in told}) == len(told)
    for one in told:
        assert re.fullmatch(r"[a-z0-9._-]+", one["name"])
        assert one["bytes"] == len(found[one["path"]])
        assert one["hash"] == "sha256:" + sha256(found[one["path"]]).hexdigest()


@REPORTS
def test_every_table_is_as_its_schema_says(value: Report) -> None:
    found = files(value)
    for one in described(found)["resources"]:
        if "schema" not in one:
            continue
        head, *lines = rows(found[one["path"]])
        fields = one["schema"]["fields"]
        assert [field["name"] for field in fields] == head
        assert all(field["type"] in TYPES and field["title"] and field["description"] for field in fields)
        missing = set(one["schema"]["missingValues"])
        for line in lines:
            for field, cell in zip(fields, line, strict=True):
                assert cell in missing or fits(cell, field["type"]), (one["path"], field["name"], cell)
        keys = [tuple(line[head.index(name)] for name in one["schema"].get("primaryKey", [])) for line in lines]
        assert not any(keys) or len(set(keys)) == len(keys)


def fits(cell: str, kind: str) -> bool:
    if kind == "integer":
        return re.fullmatch(r"-?\d+", cell) is not None
    if kind == "number":
        return re.fullmatch(r"-?\d+(\.\d+)?", cell) is not None
    return kind == "string" or cell in ("true", "false")


def test_the_rows_are_those_of_the_report() -> None:
    value = ordinary()
    found = files(value)
    assert len(rows(found["notes.csv"])) == 1 + len(value.notes)
    assert len(rows(found["themes.csv"])) == 1 + len(value.themes)
    assert len(rows(found["log.csv"])) == 1 + len(value.log)
    whole = json.loads(found["workshop.json"])["workshop"]
    assert [note["text"] for note in whole["notes"]] == [note.text for note in value.notes]
    assert whole["people"] == 24 and whole["answers"][0]["question"]["en"] == "Is a community space needed here?"


def test_a_hidden_count_is_hidden_in_every_file() -> None:
    found = files(ordinary())
    told = json.loads(found["workshop.json"])["workshop"]
    assert told["core"] == 0 and {"hidden": "few"} not in [told["people"]]
    text = b"".join(found.values()).decode("utf-8", "replace")
    assert "Tega ne smete povedati" not in text


def test_no_cell_is_a_formula() -> None:
    for name, content in files(strange()).items():
        if name.endswith(".csv"):
            cells = [cell for line in rows(content) for cell in line]
            assert not [cell for cell in cells if cell[:1] in ("=", "+", "@") or re.match(r"-\D", cell)]


def test_the_description_speaks_the_language_and_the_names_do_not() -> None:
    slovenian, english = files(ordinary(), "sl"), files(ordinary(), "en")
    titles = [[one["title"] for one in described(found)["resources"]] for found in (slovenian, english)]
    assert titles[0] != titles[1]
    assert rows(slovenian["notes.csv"])[0] == rows(english["notes.csv"])[0]
