"""Participation, levels and experience as tables with one shape: a figure, of how many, and its interval."""

from collections.abc import Iterable, Iterator

from toolkit.compare.parts import Measure
from toolkit.compare.summary import Report
from toolkit.i18n import Translator
from toolkit.paper.columns import Figure, figure_cells, figure_columns
from toolkit.paper.tables import Cell, Column, DataTable

Line = tuple[Cell, ...]
INDICATORS = "indicators"


def figures(_: Translator, report: Report) -> tuple[DataTable, ...]:
    """Three tables of figures."""
    return (
        _table(_, "participation", _("Participation"), _("Who took part, and how they heard of it."),
               participation(_, report)),
        _table(_, "levels", _("Ways to take part"),
               _("How people would take part. Several answers were possible, none is worth more."), levels(_, report)),
        _table(_, "experience", _("The evening"), _("The need before and after, the closing form, the conditions."),
               experience(_, report)),
    )  # fmt: skip


def indicators(_: Translator, report: Report) -> DataTable:
    """All figures in one table, for programs."""
    lines = (*participation(_, report), *levels(_, report), *experience(_, report))
    return _table(_, INDICATORS, _("Indicators"), _("Every figure of the report with its denominator."), lines)


def participation(_: Translator, report: Report) -> Iterator[Line]:
    """Present, per thousand, channels, age and gender where they can be published."""
    yield _line(_, "people", "", _("People present"), report.people)
    if report.turnout is not None:
        yield _line(_, "residents", "", _("Residents present"), report.turnout.count)
        yield _line(_, "turnout", "", _("Residents present per 1000"), report.turnout)
    yield from _measures(_, "channel", report.channels)
    yield from _measures(_, "age", report.ages)
    yield from _measures(_, "gender", report.genders)


def levels(_: Translator, report: Report) -> Iterator[Line]:
    """How people would take part."""
    yield from _measures(_, "level", report.levels)
    yield _line(_, "core", "", _("Ready for the start-up team"), report.core)


def experience(_: Translator, report: Report) -> Iterator[Line]:
    """Need before and after, smileys, conditions of the evening."""
    how, notes = report.method, _("notes")
    yield from _measures(_, "need", report.answers[0].measures)
    yield from _measures(_, "good", report.smileys)
    yield _line(_, "would_return", "", _("Would come again"), report.would_return)
    yield _line(_, "response", "", _("Closing forms"), how.response)
    for name, count in report.need_change.parts.counts.items() if report.need_change else ():
        said = {"up": _("Need rose"), "same": _("Need stayed the same"), "down": _("Need fell")}
        yield _line(_, "need_change", name, said[name], count)
    yield _line(_, "notes", "", _("Notes"), how.notes, notes)
    yield _line(_, "merged", "", _("After merging"), how.clusters, _("ideas"))
    yield _line(_, "held", "", _("Held and not shown"), how.held, notes)
    yield _line(_, "redacted", "", _("Shown without some words"), how.redacted, notes)
    yield from _measures(_, "source", how.sources, notes)
    yield _line(_, "rounds", "", _("Rounds"), how.rounds, _("rounds"))
    for turn, minutes in enumerate(how.minutes, start=1):
        yield _line(_, "minutes", str(turn), _("Minutes of round {n}", n=turn), minutes, _("minutes"))
    yield _line(_, "hosts", "", _("Table hosts"), how.hosts)


def _measures(_: Translator, group: str, measures: Iterable[Measure], unit: str = "") -> Iterator[Line]:
    for measure in measures:
        yield _line(_, group, measure.id, measure.label.shown(_.language), measure.value, unit)


def _line(_: Translator, group: str, item: str, label: str, value: Figure, unit: str = "") -> Line:
    return (label, *figure_cells(_, value, unit), group, item)


def _table(_: Translator, id: str, title: str, about: str, lines: Iterable[Line]) -> DataTable:
    columns = (
        Column(id="label", label=_("What"), meaning=_("The figure in words.")),
        *figure_columns(_),
        Column(id="group", label=_("Group (id)"), meaning=_("Which figures belong together.")),
        Column(id="item", label=_("Item (id)"), meaning=_("Which figure of the group; empty where there is one.")),
    )
    return DataTable(id=id, title=title, about=about, columns=columns, rows=tuple(lines), key=("group", "item"))
