"""The only place that calls Typst: data in, an accessible PDF out, the same on every computer and without network."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Literal

import typst

from toolkit.paper.clean import printable

DATA = Path(__file__).resolve().parents[2] / "data"
TEMPLATES = DATA / "print"


def pdf(template: str, data: Mapping[str, object], day: date) -> bytes:
    """Set `template` (a name in data/print, without .typ) with `data`; `day` is the document's date.

    Texts travel as JSON, so a note's `#`, `*` or `$` stays what it is. The PDF follows PDF/UA-1; a script that no
    shipped font can show is the only reason to fall back on an ordinary tagged PDF.
    """
    inputs = {"data": json.dumps(cleaned(data), ensure_ascii=False)}
    moment = datetime(day.year, day.month, day.day, tzinfo=UTC)
    try:
        return _compiled(template, inputs, moment, "ua-1")
    except typst.TypstError as error:
        if "could not be displayed" not in str(error):
            raise
        return _compiled(template, inputs, moment, "1.7")


def pictures(template: str, data: Mapping[str, object], day: date, ppi: float) -> list[bytes]:
    """Each page as a PNG of `ppi` dots per inch."""
    made = typst.compile(
        TEMPLATES / f"{template}.typ",
        root=TEMPLATES,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        format="png",
        ppi=ppi,
        sys_inputs={"data": json.dumps(cleaned(data), ensure_ascii=False)},
        timestamp=datetime(day.year, day.month, day.day, tzinfo=UTC),
    )
    return _listed(made)


def _listed(made: bytes | list[bytes]) -> list[bytes]:
    """Typst gives a single page bare."""
    return made if isinstance(made, list) else [made]


def _compiled(template: str, inputs: dict[str, str], moment: datetime, standard: Literal["ua-1", "1.7"]) -> bytes:
    made = typst.compile(
        TEMPLATES / f"{template}.typ",
        root=TEMPLATES,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs=inputs,
        pdf_standards=standard,
        timestamp=moment,
    )
    if not isinstance(made, bytes):
        raise TypeError("Typst gave no single PDF")
    return made


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[DATA / "fonts"])


def cleaned(value: object) -> object:
    """The data with every text made printable."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, Mapping):
        return {key: cleaned(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [cleaned(part) for part in value]
    return value
