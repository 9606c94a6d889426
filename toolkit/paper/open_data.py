"""Open data: tables as CSV and the whole report as JSON, described by a Frictionless data package.

Source: https://specs.frictionlessdata.io (Data Package, Tabular Data Resource, Table Schema, version 1).
"""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from hashlib import sha256
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from toolkit.compare.summary import Report
from toolkit.i18n import Translator, translator
from toolkit.paper.csv_file import csv_file
from toolkit.paper.figure_tables import indicators
from toolkit.paper.front import community
from toolkit.paper.portable import whole_json
from toolkit.paper.report_tables import tables
from toolkit.paper.tables import Cell, Column, DataTable

HIDDEN = ("", "<5", "·")  # what stands for a number that is not there, or may not be shown
LICENCE = {"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/",
           "title": "Creative Commons Attribution 4.0"}  # fmt: skip
JOINED = ("participation", "levels", "experience")  # they are one table here, the indicators


def package(report: Report, lang: str, made: datetime) -> bytes:
    """A ZIP with datapackage.json, a CSV for each table and workshop.json; `made` is aware, when this is done."""
    files = contents(report, lang, made)
    kept = BytesIO()
    with ZipFile(kept, "w", ZIP_DEFLATED) as packed:
        for name, content in files.items():
            info = ZipInfo(name, made.astimezone(UTC).timetuple()[:6])
            info.compress_type = ZIP_DEFLATED
            packed.writestr(info, content)
    return kept.getvalue()


def contents(report: Report, lang: str, made: datetime) -> dict[str, bytes]:
    """The files of the package by name."""
    _ = translator(lang)
    shown = open_tables(_, report)
    files = {f"{table.id}.csv": table_csv(table) for table in shown}
    files["workshop.json"] = whole_json({"workshop": report})
    resources = [*(_tabular(table, files[f"{table.id}.csv"]) for table in shown), _whole(_, files["workshop.json"])]
    about = json.dumps(_described(_, report, made, resources), ensure_ascii=False, indent=1)
    return {"datapackage.json": about.encode(), **files}


def open_tables(_: Translator, report: Report) -> tuple[DataTable, ...]:
    """The workbook's tables, all figures joined in one."""
    return (indicators(_, report), *(table for table in tables(_, report) if table.id not in JOINED))


def table_csv(table: DataTable) -> bytes:
    """A table under the ids of its columns; yes and no as the description of the package says them."""
    return csv_file([column.id for column in table.columns], (map(_cell, row) for row in table.rows))


def _cell(cell: Cell) -> str | int | float | None:
    return str(cell).lower() if isinstance(cell, bool) else cell


def _described(
    _: Translator, report: Report, made: datetime, resources: Sequence[Mapping[str, Any]]
) -> dict[str, object]:
    head = report.head
    place = community(head)
    source = _("{workshop}, {date}, {place}", workshop=head.title, date=_.date(head.date, "long"), place=place)
    return {
        "profile": "data-package",
        "name": f"vrtiljak-{_slug(head.code)}-{head.date.isoformat()}",
        "title": f"{_('What we heard, what happens next')} · {place}",
        "description": " ".join([*(limit.said(_.language) for limit in report.method.limits), _hidden(_)]),
        "version": _version(head.date),
        "created": made.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        "licenses": [LICENCE],
        "sources": [{"title": source}],
        "contributors": [{"title": "Vrtiljak", "role": "wrangler"}],
        "keywords": ["community space", "participation", "workshop", *(["demo"] if head.demo else [])],
        "resources": list(resources),
    }


def _hidden(_: Translator) -> str:
    return _("An apostrophe before = + - @ keeps spreadsheets from computing a text.")


def _tabular(table: DataTable, content: bytes) -> dict[str, object]:
    schema: dict[str, object] = {
        "fields": [_field(table, column) for column in table.columns],
        "missingValues": list(HIDDEN),
    }
    if table.key and all(_filled(table, name) for name in table.key):
        schema["primaryKey"] = list(table.key)
    return {
        "profile": "tabular-data-resource",
        "name": table.id.replace("_", "-"),
        "path": f"{table.id}.csv",
        "title": table.title,
        "description": table.about,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "schema": schema,
    }


def _field(table: DataTable, column: Column) -> dict[str, object]:
    return {
        "name": column.id,
        "type": column.kind,
        "title": column.label,
        "description": " ".join(part for part in (column.meaning, column.rule) if part),
        **({"unit": column.unit} if column.unit else {}),
        **({"constraints": {"required": True}} if column.id in table.key and _filled(table, column.id) else {}),
    }


def _filled(table: DataTable, name: str) -> bool:
    """Whether every row has a value there: only then can the column be a key."""
    place = [column.id for column in table.columns].index(name)
    return all(row[place] not in (None, "") for row in table.rows)


def _whole(_: Translator, content: bytes) -> dict[str, object]:
    return {
        "profile": "data-resource",
        "name": "workshop",
        "path": "workshop.json",
        "title": _("The whole report"),
        "description": _("Every published value with its sentences in all languages."),
        "format": "json",
        "mediatype": "application/json",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
    }


def _slug(code: str) -> str:
    return "".join(char for char in code.lower() if char.isascii() and char.isalnum()) or "workshop"


def _version(day: date) -> str:
    """The workshop's day as a version: "2026.11.26"."""
    return f"{day.year}.{day.month}.{day.day}"
