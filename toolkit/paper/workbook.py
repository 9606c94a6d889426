"""The report as an Excel workbook: one table a sheet, frozen heads, and a sheet that explains every column."""

from collections.abc import Iterable, Sequence
from datetime import date

from toolkit.compare.summary import Report
from toolkit.i18n import Translator, translator
from toolkit.paper.front import community
from toolkit.paper.report_tables import tables
from toolkit.paper.tables import Cell, Column, DataTable


def xlsx(report: Report, lang: str) -> bytes:
    """The whole report; XlsxWriter is loaded here, since few need it."""
    _ = translator(lang)
    head = report.head
    title = _("What we heard, what happens next")
    facts = [
        (_("Community"), community(head)),
        (_("Workshop"), head.title),
        (_("Date"), _.date(head.date)),
        (_("Code"), head.code),
        (_("People present"), report.people.shown(lang)),
        (_("Notes"), report.method.notes.shown(lang)),
        *((_("How to read this"), limit.said(lang)) for limit in report.method.limits),
    ]
    return written(_, f"{title} · {community(head)}", facts, tables(_, report), head.date)


def written(
    _: Translator, title: str, facts: Sequence[tuple[str, str]], shown: Sequence[DataTable], day: date
) -> bytes:
    """A workbook: an overview with `facts` and what each sheet holds, the tables, the data dictionary."""
    from toolkit.paper.workbook_sheets import Book

    book = Book(title, day)
    whole = (*shown, dictionary(_, shown))
    book.overview(_("Overview"), title, facts, (_("Sheet"), _("What it holds"), _("Rows")), whole)
    for table in whole:
        book.sheet(table, {True: _("yes"), False: _("no")})
    return book.finished()


def dictionary(_: Translator, shown: Iterable[DataTable]) -> DataTable:
    """Every column of every sheet: what it means, its unit, and how small numbers are protected."""
    columns = (
        Column(id="sheet", label=_("Sheet"), meaning=_("The sheet the column is on.")),
        Column(id="column", label=_("Column"), meaning=_("The head of the column.")),
        Column(id="id", label=_("Name in the open data"), meaning=_("The same in every language.")),
        Column(id="kind", label=_("Kind of value"), meaning=_("Text, whole number, number, or yes and no.")),
        Column(id="unit", label=_("Unit"), meaning=_("What the figure counts.")),
        Column(id="meaning", label=_("Meaning"), meaning=_("What stands in the column.")),
        Column(id="rule", label=_("Protection"), meaning=_("How small numbers are protected.")),
    )
    kinds = {"string": _("text"), "integer": _("whole number"), "number": _("number"), "boolean": _("yes or no")}
    rows: list[tuple[Cell, ...]] = [
        (table.title, column.label, column.id, kinds[column.kind], column.unit, column.meaning, column.rule)
        for table in shown
        for column in table.columns
    ]
    about = _("Every column of every sheet explained.")
    return DataTable(id="dictionary", title=_("Data dictionary"), about=about, columns=columns, rows=tuple(rows))
