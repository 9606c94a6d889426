"""Records of an organiser form as a workbook: the records, what each column means, and the choices."""

import re
from collections.abc import Sequence
from datetime import date
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING, Any

from toolkit.content.look import look
from toolkit.content.organiser_forms import OrganiserField, OrganiserForm
from toolkit.i18n import _, translator
from toolkit.paper.register import Values, heading, said

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

ROWS = 2000  # rows with lists to choose from; as many as can be brought in at once
LINE = 15.75  # points from one line to the next
A4 = 9  # the number by which Excel knows it
SHEET = re.compile(r"[\[\]:*?/\\']")
WIDTHS = {"text": 28, "textarea": 40, "integer": 11, "number": 11, "date": 13, "single": 22, "multi": 28, "boolean": 9}
ABOUT = ((_("Column"), 34), (_("Must be filled in"), 20), (_("What to write"), 48), (_("Explanation"), 60))
TYPES = {
    "text": _("Text, at most {most} characters."), "textarea": _("Text, at most {most} characters."),
    "integer": _("A whole number."), "number": _("A number."),
    "date": _("A date, such as 22. 11. 2026."), "single": _("One choice from the list."),
    "multi": _("One or more choices, separated by ;"), "boolean": _("Yes or no."),
}  # fmt: skip


def register_xlsx(form: OrganiserForm, rows: Sequence[Values], lang: str) -> bytes:
    """A workbook: the records with lists to choose from, what each column means, and the choices.

    Dates are dates, numbers are numbers, text is never a formula. Without rows it is the template to fill in.
    """
    from xlsxwriter import Workbook

    made, words = BytesIO(), translator(lang)
    with Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"title": form.title.of(lang)})
        table = book.add_worksheet(sheet_name(form.title.of(lang)))
        about = book.add_worksheet(sheet_name(words("Columns")))
        chosen = book.add_worksheet(sheet_name(words("Choices")))
        _table(book, table, form, rows, lang)
        _columns(book, about, form, lang)
        ranges = _choices(book, chosen, form, lang)
        for place, field in enumerate(form.fields):
            _checked(table, place, field, ranges.get(field.id, ""), lang)
    return made.getvalue()


def sheet_name(title: str) -> str:
    """A title as Excel allows it for a sheet: at most 31 letters, without []:*?/\\'."""
    return SHEET.sub(" ", title)[:31].strip() or "1"


def _table(book: "Workbook", sheet: "Worksheet", form: OrganiserForm, rows: Sequence[Values], lang: str) -> None:
    head = {need: book.add_format(_head(need)) for need in (False, True)}
    day = book.add_format({"num_format": "d. m. yyyy", "valign": "top", "align": "left"})
    text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    number = book.add_format({"valign": "top", "align": "left"})
    looks = {"date": day, "integer": number, "number": number}
    for place, field in enumerate(form.fields):
        sheet.set_column(place, place, WIDTHS[field.type], looks.get(field.type, text))
        sheet.write_string(0, place, heading(field, lang), head[field.required])
        for line, row in enumerate(rows, start=1):
            value = row.get(field.id)
            if value is None:
                continue
            if field.type == "date":
                sheet.write_datetime(line, place, date.fromisoformat(value), day)
            elif field.type in ("integer", "number"):
                sheet.write_number(line, place, value, number)
            else:
                sheet.write_string(line, place, said(field, value, lang), text)
    for line, row in enumerate([{field.id: heading(field, lang) for field in form.fields}, *rows]):
        sheet.set_row(line, LINE * _lines(form, row, lang if line else ""))
    sheet.autofilter(0, 0, max(len(rows), 1), len(form.fields) - 1)
    _paged(sheet, 1)


def _lines(form: OrganiserForm, row: Values, lang: str) -> int:
    """How many lines the longest cell takes in its column; `lang` is empty where the cells are text already."""
    cells = ((field, said(field, row.get(field.id), lang) if lang else row[field.id]) for field in form.fields)
    return max(
        sum(ceil(max(len(part), 1) / (WIDTHS[field.type] - 2)) for part in cell.split("\n")) for field, cell in cells
    )


def _columns(book: "Workbook", sheet: "Worksheet", form: OrganiserForm, lang: str) -> None:
    """What to write into each column."""
    words = translator(lang)
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    head = book.add_format(_head(False))
    about = ABOUT if any(field.hint for field in form.fields) else ABOUT[:-1]
    for place, (title, width) in enumerate(about):
        sheet.set_column(place, place, width, wrapped)
        sheet.write_string(0, place, words(title), head)
    for line, field in enumerate(form.fields, start=1):
        cells = (field.label(lang), words("Yes") if field.required else "", _how(field, lang), field.hint.of(lang))
        for place, cell in enumerate(cells[: len(about)]):
            sheet.write_string(line, place, cell, wrapped)
    sheet.merge_range(len(form.fields) + 2, 0, len(form.fields) + 2, len(about) - 1, form.intro.of(lang), wrapped)
    _paged(sheet)


def _how(field: OrganiserField, lang: str) -> str:
    words = translator(lang)
    how = words(TYPES[field.type], most=field.max_length) if "{most}" in TYPES[field.type] else words(TYPES[field.type])
    if field.least is not None and field.most is not None:
        how += " " + words("From {least} to {most}.", least=words.number(field.least), most=words.number(field.most))
    return how


def _choices(book: "Workbook", sheet: "Worksheet", form: OrganiserForm, lang: str) -> dict[str, str]:
    """Each field's choices beneath each other; where they stand, by field."""
    from xlsxwriter.utility import xl_range_abs

    ranges, head = {}, book.add_format(_head(False))
    for place, field in enumerate(one for one in form.fields if _offered(one, lang)):
        labels = _offered(field, lang)
        sheet.set_column(place, place, min(max(map(len, (*labels, field.label(lang)))) + 2, 100))
        sheet.write_string(0, place, field.label(lang), head)
        for line, label in enumerate(labels, start=1):
            sheet.write_string(line, place, label)
        ranges[field.id] = f"='{sheet.get_name()}'!{xl_range_abs(1, place, len(labels), place)}"
    _paged(sheet)
    return ranges


def _offered(field: OrganiserField, lang: str) -> list[str]:
    words = translator(lang)
    if field.type == "boolean":
        return [words("Yes"), words("No")]
    return [option.label(lang) for option in field.options]


def _checked(sheet: "Worksheet", place: int, field: OrganiserField, choices: str, lang: str) -> None:
    """What Excel offers and refuses while somebody fills the column in."""
    words = translator(lang)
    rule: dict[str, Any] = {"error_title": words("Please check"), "error_message": _how(field, lang)[:255]}
    if field.type in ("single", "boolean"):
        rule |= {"validate": "list", "source": choices}
    elif field.type == "date":
        rule |= {"validate": "date", "criteria": "between", "minimum": date(1990, 1, 1), "maximum": date(2100, 12, 31)}
    elif field.type in ("integer", "number") and field.least is not None and field.most is not None:
        kind = "integer" if field.type == "integer" else "decimal"
        rule |= {"validate": kind, "criteria": "between", "minimum": field.least, "maximum": field.most}
    else:
        return
    sheet.data_validation(1, place, ROWS, place, rule)


def _paged(sheet: "Worksheet", columns: int = 0) -> None:
    """The header and so many columns stay while scrolling; on paper A4 across, as wide as the page."""
    sheet.freeze_panes(1, columns)
    sheet.set_paper(A4)
    sheet.set_landscape()
    sheet.repeat_rows(0)
    sheet.fit_to_pages(1, 0)


def _head(required: bool) -> dict[str, Any]:
    tones = look().light
    ground, ink = ("act", "act_ink") if required else ("tint", "ink")
    return {
        "bold": True, "text_wrap": True, "valign": "top", "bottom": 1,
        "font_color": tones[ink], "bg_color": tones[ground],
    }  # fmt: skip
