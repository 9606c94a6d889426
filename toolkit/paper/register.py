"""Records of an organiser form as a table of text to take away and to bring in again (CSV)."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from babel import Locale
from babel.numbers import get_decimal_symbol

from toolkit.content.organiser_forms import OrganiserField, OrganiserForm
from toolkit.i18n import translator
from toolkit.paper.csv_file import csv_file

Values = Mapping[str, Any]
NEEDED = " *"  # behind the name of a column that must be filled in
FORMULA = re.compile(r"'*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r\n]")  # a spreadsheet takes the wide signs for formulas too


def register_csv(form: OrganiserForm, rows: Iterable[Values], lang: str) -> bytes:
    """One row a record, separated by semicolons, decimals as `lang` writes them.

    A text that a spreadsheet would take for a formula gets an apostrophe, which `unquoted` takes off again.
    """
    head = [heading(field, lang) for field in form.fields]
    lines = ((said(field, row.get(field.id), lang) for field in form.fields) for row in rows)
    return csv_file(head, lines, mark=";", guard=quoted)


def heading(field: OrganiserField, lang: str) -> str:
    """What a column is called: the field's name, with a star where it must be filled in."""
    return field.label(lang) + NEEDED * field.required


def said(field: OrganiserField, value: Any, lang: str) -> str:
    """A value as a table of text says it; empty where there is none."""
    if value is None or value == []:
        return ""
    if field.type == "boolean":
        words = translator(lang)
        return words("Yes" if value else "No")
    if field.type in ("single", "multi"):
        labels = {option.id: option.label(lang) for option in field.options}
        return "; ".join(labels.get(one, str(one)) for one in (value if isinstance(value, list) else [value]))
    if field.type in ("integer", "number"):
        return f"{value:.15g}".replace(".", get_decimal_symbol(Locale.parse(lang)))
    return str(value)


def quoted(text: str) -> str:
    """The text so that no spreadsheet takes it for a formula; `unquoted` gives it back just as it was."""
    kept = text.replace("\0", "")
    return f"'{kept}" if FORMULA.match(kept) else kept


def unquoted(text: str) -> str:
    """The text without the apostrophe that kept it from being a formula."""
    return text[1:] if text.startswith("'") and FORMULA.match(text) else text
