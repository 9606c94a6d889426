"""The program's own table to fill in: a column for each question of a set, as CSV or as a workbook with choices."""

from collections.abc import Sequence
from io import BytesIO

from toolkit.acts.importing_columns import Aim, aims
from toolkit.content.form import Field
from toolkit.content.question_set import QuestionSet
from toolkit.i18n import _, translator
from toolkit.paper.csv_file import csv_file

ID, TIME = _("Id"), _("Date and time")
FILLED = 2000  # rows that offer choices
A4 = 9  # the number by which Excel knows it
CHOICES = _("Choices")
PARTS = ("checkin", "note", "closing")


def columns(asked: QuestionSet, language: str) -> tuple[tuple[str, Field | None], ...]:
    """The names of the columns, each with its field: id, time, check-in, a question a column, closing form."""
    words, every = translator(language), aims(asked).values()
    found: list[tuple[str, Field | None]] = [(words(ID), None), (words(TIME), None)]
    for part in PARTS:
        found += [(_name(aim, language), aim.field) for aim in every if aim.part == part]
    names = [name for name, _field in found]
    return tuple(
        (f"{name} ({names[: place + 1].count(name)})" if name in names[:place] else name, field)
        for place, (name, field) in enumerate(found)
    )


def _name(aim: Aim, language: str) -> str:
    if aim.question is not None:
        return aim.question.text.of(language)
    return aim.field.label(language) if aim.field is not None else aim.id


def template_csv(asked: QuestionSet, language: str) -> bytes:
    """The header alone, separated by semicolons as spreadsheets here expect."""
    return csv_file([name for name, _ in columns(asked, language)], (), mark=";")


def template_xlsx(asked: QuestionSet, language: str) -> bytes:
    """A workbook whose cells offer the choices of their question; the choices stand on a sheet of their own."""
    from xlsxwriter import Workbook

    words, given = translator(language), columns(asked, language)
    made = BytesIO()
    with Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        cell = book.add_format({"text_wrap": True, "valign": "top"})
        sheet = book.add_worksheet(words(_("Answers")))
        lists = book.add_worksheet(words(CHOICES))
        sheet.freeze_panes(1, 0)
        sheet.set_row(0, 62)
        for place, (name, field) in enumerate(given):
            options = [option.label(language) for option in field.options] if field else []
            sheet.write_string(0, place, name, head)
            sheet.set_column(place, place, _width(field, options), cell)
            if options:
                lists.write_string(0, place, name, head)
                lists.write_column(1, place, options)
                lists.set_column(place, place, max(18, 2 + max(map(len, options))))
            if field and options and not field.several:
                sheet.data_validation(1, place, FILLED, place, _offered(lists.get_name(), place, len(options)))
        for each in (sheet, lists):  # on paper A4 across, as wide as the page
            each.set_paper(A4)
            each.set_landscape()
            each.fit_to_pages(1, 0)
    return made.getvalue()


def _width(field: Field | None, options: Sequence[str]) -> int:
    if field is None or not options:
        return 36 if field is None or field.type in ("text", "textarea") else 14
    return max(14, min(34, max(map(len, options)) + 2))


def _offered(sheet: str, place: int, count: int) -> dict[str, object]:
    from xlsxwriter.utility import xl_col_to_name

    column = xl_col_to_name(place, col_abs=True)
    return {
        "validate": "list", "source": f"='{sheet}'!{column}$2:{column}${count + 1}", "error_type": "warning",
    }  # fmt: skip
