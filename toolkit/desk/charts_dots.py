"""Shares of communities as dots with intervals: a panel for each indicator, a row for each community."""

from collections.abc import Sequence

import plotly.graph_objects as go
from plotly.subplots import make_subplots

from toolkit.compare.comparison import Row
from toolkit.compare.gate import Count, Share
from toolkit.compare.parts import Head
from toolkit.desk.charts import titled, wrapped
from toolkit.desk.charts_naming import FEW, names
from toolkit.desk.style import tones
from toolkit.i18n import Translator

ACROSS = 3
SCALE = (0, 50, 100)
BESIDE = 106  # where the figures stand, right of 100 %
END = 205


def dots(words: Translator, heads: Sequence[Head], rows: Sequence[Row], title: str) -> go.Figure:
    """A dot with its interval and its figures; no dot where too few answered."""
    across = min(ACROSS, len(rows))
    lines = -(-len(rows) // across)
    titles = [wrapped(row.label.shown(words.language), 34 if across > 1 else 80) for row in rows]
    apart = 48 + 19 * max(title.count("<br>") + 1 for title in titles)
    drawn = lines * (50 if len(heads) <= FEW else 27) * len(heads) + (lines - 1) * apart
    figure = make_subplots(
        rows=lines, cols=across, shared_yaxes=True, horizontal_spacing=0.02, subplot_titles=titles,
        vertical_spacing=apart / drawn if lines > 1 else 0,
    )  # fmt: skip
    labels = names(words, heads)
    for place, row in enumerate(rows):
        for trace in (_lines(labels), _figures(words, row, labels), _dots(words, row, labels)):
            figure.add_trace(trace, row=place // across + 1, col=place % across + 1)
    ticks = [f"{at} %" for at in SCALE]
    figure.update_xaxes(range=[-4, END], tickvals=SCALE, ticktext=ticks, zeroline=False)
    figure.update_yaxes(range=[len(labels) - 0.5, -0.5], categoryorder="array", categoryarray=labels, showgrid=False)
    figure.update_annotations(font={"size": 15})
    figure.update_layout(showlegend=False)
    said = words("Share of those who answered, with the 95 % interval. Where there is no dot, too few answered.")
    titled(figure, title, said, 0)
    return figure.update_layout(height=drawn + apart + 80, margin={"t": 36 + apart, "b": 44})


def _lines(labels: Sequence[str]) -> go.Scatter:
    """A faint line for each community that ends at 100 %: a grid line would strike the figures through."""
    return go.Scatter(
        mode="lines", hoverinfo="skip", line={"color": tones()["line"], "width": 1}, meta="lines",
        x=[each for _ in labels for each in (0, 100, None)], y=[each for one in labels for each in (one, one, None)],
    )  # fmt: skip


def _dots(words: Translator, row: Row, labels: Sequence[str]) -> go.Scatter:
    shown = [
        (label, one, one.percent, one.low or 0, one.high or 0)
        for label, one in zip(labels, row.values, strict=True)
        if isinstance(one, Share) and one.percent is not None
    ]
    return go.Scatter(
        name=row.label.shown(words.language), mode="markers",
        y=[label for label, *_ in shown], x=[percent for _, _, percent, _, _ in shown],
        marker={"size": 12, "color": tones()["act"], "line": {"width": 1, "color": tones()["ink"]}},
        error_x={"type": "data", "symmetric": False, "thickness": 2.5, "width": 5, "color": tones()["act"],
                 "array": [high - percent for _, _, percent, _, high in shown],
                 "arrayminus": [percent - low for _, _, percent, low, _ in shown]},
        text=[f"{label.split('<br>')[0]}: {one.shown(words.language)}" for label, one, *_ in shown],
        hovertemplate="%{text}<extra></extra>",
    )  # fmt: skip


def _figures(words: Translator, row: Row, labels: Sequence[str]) -> go.Scatter:
    """The percentage and of how many, beside the panel; the counts alone where there is no percentage."""
    return go.Scatter(
        mode="text", y=list(labels), x=[BESIDE] * len(labels), textposition="middle right",
        text=[_said(words, one) for one in row.values], textfont={"size": 13}, hoverinfo="skip", meta="figures",
    )  # fmt: skip


def _said(words: Translator, one: object) -> str:
    if not isinstance(one, Share):
        return one.shown(words.language) if isinstance(one, Count) else "–"
    counts = f"{one.count.shown(words.language)} / {one.of.shown(words.language)}".replace("<", "&lt;")
    if one.percent is None:
        return counts
    return f"<b>{one.percentage(words.language).split(' (')[0]}</b>  {counts}"
