"""The comparison of a programme as an Excel workbook: every figure of every community, one a row."""

from collections.abc import Iterator

from toolkit.compare.comparison import Comparison, Row
from toolkit.compare.figures import Value
from toolkit.compare.gate import Count, Number, Rate, Share
from toolkit.compare.questions import QUESTIONS
from toolkit.i18n import Translator, translator
from toolkit.paper.columns import figure_cells, figure_columns, people, protected, whole
from toolkit.paper.programme_report import names
from toolkit.paper.tables import INTEGER, NUMBER, Cell, Column, DataTable
from toolkit.paper.workbook import written


def xlsx(found: Comparison, lang: str) -> bytes:
    """An overview with the rules of fair reading, the tables, and a data dictionary."""
    _ = translator(lang)
    title = _("Communities side by side")
    facts = [
        (_("Communities"), ", ".join(names(found.heads))),
        *((_("How to read this"), one.said(lang)) for one in found.fairness),
    ]
    return written(_, title, facts, tables(_, found), max(head.date for head in found.heads))


def tables(_: Translator, found: Comparison) -> tuple[DataTable, ...]:
    """Every table in the order in which it is shown."""
    return (communities(_, found), differences(_, found), answers(_, found), figures(_, found), themes(_, found))


def communities(_: Translator, found: Comparison) -> DataTable:
    """Which workshops these are, and under which conditions they took place."""
    columns = (
        community_column(_),
        Column(id="workshop", label=_("Workshop"), meaning=_("The title of the workshop.")),
        Column(id="date", label=_("Date"), meaning=_("The day of the workshop as year-month-day.")),
        Column(id="people", label=_("People present"), kind=INTEGER, unit=_("people"), rule=protected(_),
               meaning=_("People checked in.")),
        Column(id="notes", label=_("Notes"), kind=INTEGER, unit=_("notes"), meaning=_("Published notes.")),
        Column(id="hosts", label=_("Table hosts"), kind=INTEGER, unit=_("people"), meaning=_("Table hosts planned.")),
        Column(id="host_mode", label=_("Host mode"), meaning=_("How the tables were led.")),
        Column(id="rounds", label=_("Rounds"), kind=INTEGER, unit=_("rounds"), meaning=_("Rounds of the carousel.")),
        Column(id="minutes", label=_("Minutes per round"), meaning=_("The minutes of each round, in order.")),
        Column(id="code", label=_("Code"), meaning=_("The code of the workshop.")),
    )  # fmt: skip
    rows = tuple(
        (name, head.title, head.date.isoformat(), people(how.people), whole(how.notes), whole(how.hosts),
         how.host_mode.shown(_.language), whole(how.rounds), " / ".join(one.shown(_.language) for one in how.minutes),
         head.code)
        for name, head, how in zip(names(found.heads), found.heads, found.conditions, strict=True)
    )  # fmt: skip
    about = _("The communities and the conditions of their evenings.")
    return DataTable(id="communities", title=_("Communities"), about=about, columns=columns, rows=rows, key=("code",))


def differences(_: Translator, found: Comparison) -> DataTable:
    """What can be said to differ."""
    columns = (Column(id="said", label=_("In words"), meaning=_("A difference whose interval leaves out zero.")),)
    rows = tuple((one.said(_.language),) for one in found.differences)
    return DataTable(id="differences", title=_("What differs"), about=_("Differences that can be confirmed."),
                     columns=columns, rows=rows)  # fmt: skip


def answers(_: Translator, found: Comparison) -> DataTable:
    """The six questions by community."""
    columns = (
        Column(id="asked", label=_("Question"), meaning=_("The question in words.")),
        community_column(_),
        Column(id="said", label=_("Answer"), meaning=_("A sentence of the answer.")),
        Column(id="question", label=_("Question (id)"), meaning=_("P1 to P6: which of the six questions.")),
    )
    rows = tuple(
        (question.said(_.language), name, sentence.said(_.language), id)
        for id, question in QUESTIONS.items()
        for name, said in zip(names(found.heads), found.said.get(id, ()), strict=False)
        for sentence in said
    )
    about = _("The six questions and what was heard.")
    return DataTable(id="answers", title=_("Answers"), about=about, columns=columns, rows=rows)


def figures(_: Translator, found: Comparison) -> DataTable:
    """Every indicator of every community."""
    columns = (
        Column(id="label", label=_("What"), meaning=_("The figure in words.")),
        community_column(_),
        Column(id="said", label=_("As it is shown"), meaning=_("The figure as the report shows it.")),
        *figure_columns(_),
        Column(id="meaning", label=_("Meaning"), meaning=_("How the figure is measured, and its denominator.")),
        Column(id="part", label=_("View (id)"), meaning=_("The question or view it belongs to.")),
        Column(id="id", label=_("Figure (id)"), meaning=_("The same in every language.")),
        Column(id="code", label=_("Code"), meaning=_("The code of the workshop.")),
    )
    rows = tuple(line for row in (*found.rows, *found.support_rows) for line in _lines(_, found, row))
    about = _("Every figure of every community with its denominator and interval.")
    return DataTable(id="figures", title=_("Figures"), about=about, columns=columns, rows=rows, key=("id", "code"))


def _lines(_: Translator, found: Comparison, row: Row) -> Iterator[tuple[Cell, ...]]:
    for name, head, value in zip(names(found.heads), found.heads, row.values, strict=True):
        said = value.shown(_.language) if value is not None else ""
        yield (row.label.shown(_.language), name, said, *_cells(_, value), row.meaning.said(_.language), row.part,
               row.id, head.code)  # fmt: skip


def _cells(_: Translator, value: Value) -> tuple[Cell, ...]:
    """What is no plain figure, such as a distance beside chance, stands in words only."""
    if isinstance(value, Number):
        return figure_cells(_, value, _("number"))
    return figure_cells(_, value if isinstance(value, Count | Share | Rate) else None)


def themes(_: Translator, found: Comparison) -> DataTable:
    """Notes by theme and community."""
    columns = (
        Column(id="theme_label", label=_("Theme"), meaning=_("The theme in words.")),
        community_column(_),
        Column(id="notes", label=_("Notes"), kind=NUMBER, unit=_("notes"), meaning=_("Notes under this theme.")),
        Column(id="theme", label=_("Theme (id)"), meaning=_("The theme, the same in every language.")),
        Column(id="code", label=_("Code"), meaning=_("The code of the workshop.")),
    )
    rows = tuple(
        (theme.shown(_.language), name, whole(cell), theme.id, head.code)
        for theme, cells in zip(found.notes.themes, found.notes.cells, strict=True)
        for name, head, cell in zip(names(found.heads), found.heads, cells, strict=True)
    )
    about = _("How many notes each theme has in each community.")
    return DataTable(id="themes", title=_("Themes"), about=about, columns=columns, rows=rows, key=("theme", "code"))


def community_column(_: Translator) -> Column:
    """The community's name."""
    return Column(id="community", label=_("Community"), meaning=_("The community; invented ones are marked."))
