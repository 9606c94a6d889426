"""Figures for the staff's screens: published values only, one template, colours from data/look.yaml."""

import re
from collections.abc import Sequence
from functools import cache
from textwrap import wrap
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from toolkit.compare.comparison import Comparison, Row
from toolkit.compare.gate import Share
from toolkit.compare.summary import Report
from toolkit.content.look import look
from toolkit.i18n import Translator

CONFIG = {
    "displaylogo": False, "displayModeBar": "hover", "modeBarButtons": [["toImage"]],
    "locale": "en",
    "toImageButtonOptions": {"format": "svg"},
}  # fmt: skip
TAG = re.compile(r"<[^>]*>")
SCALE = (0, 20, 40, 60, 80, 100)
DARK = 70  # percent from which the paper's colour reads better on a cell than ink
WIDEST = 34  # letters of a label on one line


@cache
def template() -> go.layout.Template:
    """The one look of all figures."""
    tones = look().light
    axis = {"gridcolor": tones["line"], "zerolinecolor": tones["line"], "ticks": "", "automargin": True}
    return go.layout.Template(
        layout={
            "font": {"family": "system-ui, sans-serif", "size": 15, "color": tones["ink"]},
            "paper_bgcolor": tones["card"], "plot_bgcolor": tones["card"],
            "colorway": [group.colour for group in look().groups], "xaxis": axis, "yaxis": axis,
            "title": {
                "x": 0, "xanchor": "left", "y": 0.97, "yref": "container", "yanchor": "top", "font": {"size": 18},
                "pad": {"l": 8, "t": 8},
            },
            "legend": {"orientation": "h", "y": -0.12, "x": 0}, "margin": {"l": 10, "r": 20, "t": 84, "b": 40},
            "hoverlabel": {"bgcolor": tones["card"], "font": {"color": tones["ink"]}},
        }
    )  # fmt: skip


def theme_bars(words: Translator, found: Report) -> go.Figure:
    """Horizontal bars: notes by theme."""
    parts = list(reversed(found.themes))
    names = [_wrapped(part.theme.shown(words.language)) for part in parts]
    counts = [part.notes.value for part in parts]
    bars = go.Bar(x=counts, y=names, orientation="h", text=counts, marker_color=look().light["act"])
    figure = go.Figure(bars)
    n = words.ngettext("{n} note", "{n} notes", len(found.notes))
    return _titled(figure, words("Notes by theme"), f"{n}, {words.date(found.head.date, 'short')}", len(parts))


def needs_and_offers(words: Translator, found: Report) -> go.Figure:
    """A two-sided chart: clusters of needs to the left, of offers to the right."""
    sides = list(reversed(found.sides))
    names = [_wrapped(side.theme.shown(words.language)) for side in sides]
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
    return _titled(figure, words("Needs beside offers"), said, len(sides))


def dots(
    words: Translator, found: Comparison, rows: Sequence[Row], title: str, people: Sequence[str]
) -> go.Figure:
    """A dot with its interval for each community and indicator; `people` says of how many, by community."""
    figure, groups = go.Figure(), look().groups
    names = [_wrapped(row.label.shown(words.language)) for row in rows]
    apart = 0.62 / max(len(found.heads), 1)
    for place, head in enumerate(found.heads):
        shift = (place - (len(found.heads) - 1) / 2) * apart
        shares = [(y, row.values[place]) for y, row in enumerate(reversed(rows))]
        shown = [(y - shift, one) for y, one in shares if isinstance(one, Share) and one.percent is not None]
        figure.add_trace(
            go.Scatter(
                name=f"{head.community}: {people[place]}, {words.date(head.date, 'short')}", mode="markers",
                x=[one.percent for _, one in shown] or [None], y=[y for y, _ in shown] or [None],
                marker={"size": 12, "color": groups[place % 8].colour, "symbol": SYMBOLS[place % len(SYMBOLS)],
                        "line": {"width": 1, "color": look().light["ink"]}},
                error_x={"type": "data", "symmetric": False, "thickness": 2.5,
                         "array": [(one.high or 0) - (one.percent or 0) for _, one in shown],
                         "arrayminus": [(one.percent or 0) - (one.low or 0) for _, one in shown]},
                text=[one.shown(words.language) for _, one in shown],
                hovertemplate="%{text}<extra>%{fullData.name}</extra>",
            )
        )  # fmt: skip
    figure.update_layout(
        showlegend=True, xaxis={"range": [-2, 102], "tickvals": SCALE, "ticktext": [f"{at} %" for at in SCALE]},
        yaxis={"tickvals": list(range(len(rows))), "ticktext": list(reversed(names)), "range": [-0.6, len(rows) - 0.4]},
    )
    said = words("Share of those who answered, with the 95 % interval. Where there is no dot, too few answered.")
    return _titled(figure, title, said, len(rows) * 1.6)


def heat_map(words: Translator, found: Comparison) -> go.Figure:
    """Themes by community: share of voters; a hatched cell is too small a number to show."""
    language, tones = words.language, look().light
    themes = [_wrapped(theme.shown(language)) for theme in found.support.themes]
    voters = [_voters(line, language) for line in zip(*found.support.cells, strict=True)]
    places = [
        f"{_wrapped(head.community)}<br>{words.date(head.date, 'short')}{many}"
        for head, many in zip(found.heads, voters, strict=True)
    ]
    values = [[one.percent if one else None for one in line] for line in found.support.cells]
    texts: Any = [
        [one.shown(language) if one and one.percent is not None else "" for one in line] for line in found.support.cells
    ]
    figure = go.Figure(
        go.Heatmap(
            z=values, x=places, y=themes, text=texts, zmin=0, zmax=100, xgap=3, ygap=3,
            colorscale=[(0.0, tones["tint"]), (1.0, tones["act"])], colorbar={"ticksuffix": " %", "thickness": 12},
            hoverinfo="text", hoverongaps=False,
        )
    )  # fmt: skip
    marked = [(x, y, one) for y, line in enumerate(found.support.cells) for x, one in enumerate(line)]
    seen = [(x, y, one) for x, y, one in marked if one is not None and one.percent is not None]
    unseen = [(x, y) for x, y, one in marked if one is None or one.percent is None]
    # all at once: adding shapes one by one copies those before each time, which took seconds
    figure.update_layout(
        shapes=[line for x, y in unseen for line in _hatched(x, y, tones["edge"])],
        annotations=[_figure_of(x, y, one, language) for x, y, one in seen],
    )
    figure.update_layout(
        yaxis={"autorange": "reversed", "showgrid": False}, xaxis={"side": "top", "showgrid": False}, margin={"t": 125}
    )
    said = words("Voters with a mark on the theme. Hatched: too few to show, or no vote.")
    return _titled(figure, words("Support of themes"), said, len(themes))


SYMBOLS = ("circle", "square", "triangle-up", "diamond", "hexagon", "star", "pentagon", "cross")


def _voters(cells: Sequence[Share | None], language: str) -> str:
    """Of how many voters a column's shares are; nothing where nobody voted."""
    shares = [one for one in cells if one is not None]
    return f" · n = {shares[0].of.shown(language)}" if shares else ""


def _hatched(x: int, y: int, colour: str) -> list[dict[str, Any]]:
    """Slanting lines across a cell."""
    line = {"color": colour, "width": 1.5}
    return [
        {"type": "line", "x0": x + at - 0.05, "x1": x + at + 0.05, "y0": y + 0.4, "y1": y - 0.4, "line": line}
        for at in (-0.4, -0.24, -0.08, 0.08, 0.24, 0.4)
    ]


def _figure_of(x: int, y: int, one: Share, language: str) -> dict[str, Any]:
    """The percentage in a cell, in the colour that reads well on it."""
    colour = look().light["card" if (one.percent or 0) >= DARK else "ink"]
    said = one.percentage(language).split(" (")[0]
    return {"x": x, "y": y, "text": said, "showarrow": False, "font": {"size": 15, "color": colour}}


def alt(figure: go.Figure) -> str:
    """What the figure shows, as text for those who do not see it."""
    said = [str(figure.layout.title.text).replace("<br>", ". ")]
    for trace in figure.to_dict()["data"]:
        texts = [str(text) for text in _flat(trace.get("text"))]
        said.append(" ".join(filter(None, (trace.get("name"), ", ".join(texts)))))
    return TAG.sub("", "; ".join(said))[:1500]


def _flat(texts: Any) -> list[Any]:
    if texts is None or isinstance(texts, str):
        return [texts] if texts else []
    return [one for text in texts for one in (text if isinstance(text, list | tuple) else [text])]


def _titled(figure: go.Figure, title: str, said: str, rows: float) -> go.Figure:
    """With a title that says what is shown and a height that leaves every row readable."""
    figure.update_layout(
        template=template(), height=int(160 + 42 * max(rows, 2)),
        title={"text": f"<b>{title}</b><br><span style='font-size:14px'>{said}</span>"},
    )  # fmt: skip
    return figure


def _wrapped(label: str) -> str:
    return "<br>".join(wrap(label.replace("<", ""), WIDEST)) or " "


def show(figure: go.Figure, key: str) -> None:
    """Draw a figure with its text alternative and a download as picture."""
    st.plotly_chart(figure, config=CONFIG, theme=None, key=key, alt=alt(figure))
