"""Figures for the staff's screens: published values only, one template, colours from data/look.yaml."""

import re
from functools import cache
from textwrap import wrap
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from toolkit.compare.summary import Report
from toolkit.content.look import look
from toolkit.desk.style import tones
from toolkit.i18n import Translator

CONFIG = {
    "displaylogo": False, "displayModeBar": "hover", "modeBarButtons": [["toImage"]],
    "locale": "en",
    "toImageButtonOptions": {"format": "svg"},
}  # fmt: skip
TAG = re.compile(r"<[^>]*>")
WIDEST = 34  # letters of a label on one line


def template() -> go.layout.Template:
    """The one look of all figures, light or dark as the page is."""
    return _template(tones() is look().dark)


@cache
def _template(dark: bool) -> go.layout.Template:
    tones = look().dark if dark else look().light
    axis = {"gridcolor": tones["line"], "zerolinecolor": tones["line"], "ticks": "", "automargin": True}
    return go.layout.Template(
        layout={
            "font": {"family": "system-ui, sans-serif", "size": 15, "color": tones["ink"]},
            "paper_bgcolor": tones["card"], "plot_bgcolor": tones["card"],
            "colorway": [tones["ink"] if group.colour == "#000000" else group.colour for group in look().groups],
            "xaxis": axis, "yaxis": axis,
            "title": {
                "x": 0, "xanchor": "left", "y": 1, "yref": "container", "yanchor": "top", "font": {"size": 18},
                "pad": {"l": 8, "t": 20},
            },
            "legend": {"orientation": "h", "y": -0.12, "x": 0}, "margin": {"l": 10, "r": 20, "t": 84, "b": 40},
            "hoverlabel": {"bgcolor": tones["card"], "font": {"color": tones["ink"]}},
        }
    )  # fmt: skip


def theme_bars(words: Translator, found: Report) -> go.Figure:
    """Horizontal bars: notes by theme."""
    parts = list(reversed(found.themes))
    names = [wrapped(part.theme.shown(words.language)) for part in parts]
    counts = [part.notes.value for part in parts]
    bars = go.Bar(x=counts, y=names, orientation="h", text=counts, marker_color=tones()["act"])
    figure = go.Figure(bars)
    n = words.ngettext("{n} note", "{n} notes", len(found.notes))
    return titled(figure, words("Notes by theme"), f"{n}, {words.date(found.head.date, 'short')}", len(parts))


def needs_and_offers(words: Translator, found: Report) -> go.Figure:
    """A two-sided chart: clusters of needs to the left, of offers to the right."""
    sides = list(reversed(found.sides))
    names = [wrapped(side.theme.shown(words.language)) for side in sides]
    needs, offers = [len(side.needs) for side in sides], [len(side.offers) for side in sides]
    kinds = look().kinds
    figure = go.Figure(
        [
            go.Bar(name=f"{words('Needs')} ({sum(needs)})", y=names, x=[-n for n in needs], text=needs, orientation="h",
                   marker_color=kinds["need"], hoverinfo="skip"),
            go.Bar(name=f"{words('Offers')} ({sum(offers)})", y=names, x=offers, text=offers, orientation="h",
                   marker_color=kinds["offer"], hoverinfo="skip"),
        ]
    )  # fmt: skip
    figure.update_layout(barmode="overlay", xaxis={"showticklabels": False})
    said = words("clusters of notes, {date}", date=words.date(found.head.date, "short"))
    return titled(figure, words("Needs beside offers"), said, len(sides))


def alt(figure: go.Figure) -> str:
    """What the figure shows, as text for those who do not see it."""
    said = [str(figure.layout.title.text).replace("<br>", ". ")]
    for trace in figure.to_dict()["data"]:
        texts = [str(text) for text in _flat(trace.get("hovertext") or trace.get("text"))]
        said.append(" ".join(filter(None, (trace.get("name"), ", ".join(texts)))))
    return TAG.sub("", "; ".join(said))[:1500]


def _flat(texts: Any) -> list[Any]:
    if texts is None or isinstance(texts, str):
        return [texts] if texts else []
    return [one for text in texts for one in (text if isinstance(text, list | tuple) else [text])]


def titled(figure: go.Figure, title: str, said: str, rows: float, *, each: int = 42) -> go.Figure:
    """With a title that says what is shown and a height that leaves every row (of `each` pixels) readable."""
    figure.update_layout(
        template=template(), height=int(160 + each * max(rows, 2)),
        title={"text": f"<b>{title}</b><br><span style='font-size:14px'>{said}</span>"},
    )  # fmt: skip
    return figure


def wrapped(label: str, widest: int = WIDEST) -> str:
    """A label over several lines; never empty, since plotly would take that for no label."""
    return "<br>".join(wrap(label.replace("<", ""), widest)) or " "


def show(figure: go.Figure, key: str) -> None:
    """Draw a figure with its text alternative and a download as picture."""
    st.plotly_chart(figure, config=CONFIG, theme=None, key=key, alt=alt(figure))
