"""The figures behind the charts as tables to read and to take away: published values only."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from toolkit.compare.comparison import Comparison, Row
from toolkit.compare.figures import Value
from toolkit.compare.gate import Count, Number, Rate, Share
from toolkit.compare.parts import Head
from toolkit.compare.sentence import Sentence
from toolkit.desk.charts_naming import names
from toolkit.desk.frame import Desk
from toolkit.desk.style import scrolling, table
from toolkit.paper.csv_file import csv_file

NOTHING = "–"
FEW = "&lt;5"  # as the gate shows 1 to 4 people, in HTML
UPRIGHT = 6  # with more communities than this each has its own row
COLUMNS = (
    "indicator", "label", "community", "code", "date", "value", "count", "of", "percent", "low", "high", "measured",
)  # fmt: skip


def figures(desk: Desk, found: Comparison, rows: Sequence[Row], key: str) -> None:
    """The table, how each figure is measured, and the download."""
    _, language = desk.words, desk.words.language
    drawn = as_table(desk, found, rows)
    st.html(scrolling(drawn, desk.words("Table")))
    if FEW in drawn:
        st.caption(_("<5 means 1 to 4 people. A dot stands for a number that would give such a one away."))
    meanings = list(dict.fromkeys((_heading(row, language, rows), row.meaning.said(language)) for row in rows))
    with st.expander(_("How these figures are measured"), icon=":material/straighten:"):
        lines = (f"<li><b>{escape(label)}</b>: {escape(said)}</li>" for label, said in meanings)
        st.html(f"<ul>{''.join(lines)}</ul>")
    st.download_button(
        _("These figures as a table (CSV)"), lambda: as_csv(found, rows, language),
        f"{_('comparison')}_{key}.csv", "text/csv", key=f"csv {key}", on_click="ignore", icon=":material/table:",
    )  # fmt: skip


def as_table(desk: Desk, found: Comparison, rows: Sequence[Row]) -> str:
    """Communities across; where there are many, each has its own row."""
    language = desk.words.language
    labels = [escape(row.label.shown(language)) for row in rows]
    cells = [[shown(value, language) for value in row.values] for row in rows]
    if len(found.heads) <= UPRIGHT:
        upright = [[label, *line] for label, line in zip(labels, cells, strict=True)]
        return table(["", *community_heads(desk, found.heads)], upright)
    places = community_cells(desk, found.heads)
    turned = [list(line) for line in zip(*cells, strict=True)]
    return table(["", *labels], [[place, *line] for place, line in zip(places, turned, strict=True)])


def shown(value: Value, language: str) -> str:
    """A value as HTML; what cannot be said is said in a lesser tone."""
    if value is None:
        return NOTHING
    said = escape(value.shown(language))
    if isinstance(value, Sentence):
        return f"<span class=v-soft>{said}</span>"
    return kept_together(said) if isinstance(value, Share) else said


def community_cells(desk: Desk, heads: Sequence[Head]) -> list[str]:
    """The communities as HTML, each on one line with its date."""
    return [f"<span style='white-space:nowrap'>{name.replace('<br>', ' ')}</span>" for name in names(desk.words, heads)]


def community_heads(desk: Desk, heads: Sequence[Head]) -> list[str]:
    """The communities as HTML above columns, with the date on a line of its own."""
    return [f"<span style='white-space:nowrap'>{name}</span>" for name in names(desk.words, heads)]


def kept_together(said: str) -> str:
    """A share breaks only between its counts and its percentage, a difference not at all."""
    return " · ".join(f"<span style='white-space:nowrap'>{part}</span>" for part in said.split(" · "))


def _heading(row: Row, language: str, rows: Sequence[Row]) -> str:
    """The indicator's name; one name for all that are measured alike."""
    alike = [each for each in rows if each.meaning == row.meaning]
    return ", ".join(each.label.shown(language) for each in alike)


def as_csv(found: Comparison, rows: Sequence[Row], language: str) -> bytes:
    """One line for each indicator and community."""
    lines = (
        [row.id, row.label.shown(language), head.community, head.code, head.date.isoformat(),
         value.shown(language) if value else "", *_numbers(value), row.meaning.said(language)]
        for row in rows
        for head, value in zip(found.heads, row.values, strict=True)
    )  # fmt: skip
    return csv_file(COLUMNS, lines)


def _numbers(value: Value) -> list[float | None]:
    """Count, of, percent, low and high, as far as they are published."""
    if isinstance(value, Share):
        return [value.count.value, value.of.value, value.percent, value.low, value.high]
    if isinstance(value, Rate):
        return [value.count.value, value.population, None, None, None]
    return [value.value if isinstance(value, Count | Number) else None, None, None, None, None]
