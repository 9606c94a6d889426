"""Needs beside offers: a two-sided chart for each community, themes in the same order everywhere."""

from collections.abc import Sequence

import plotly.graph_objects as go
from plotly.subplots import make_subplots

from toolkit.compare.comparison import Grid
from toolkit.compare.parts import Head
from toolkit.compare.sentence import Term
from toolkit.content.look import look
from toolkit.desk.charts import titled, wrapped
from toolkit.desk.charts_naming import names
from toolkit.desk.style import tones
from toolkit.i18n import Translator

ACROSS = 3
BETWEEN = 100  # pixels for the name of the community and the words below the one above


def sides(words: Translator, heads: Sequence[Head], needs: Grid, offers: Grid) -> go.Figure:
    """Ideas of needs to the left, of offers to the right."""
    themes = list(dict.fromkeys((*needs.themes, *offers.themes)))
    labels = [wrapped(theme.shown(words.language), 48) for theme in themes]
    across = min(ACROSS, len(heads))
    lines = -(-len(heads) // across)
    drawn = lines * 28 * len(themes) + (lines - 1) * BETWEEN
    figure = make_subplots(
        rows=lines, cols=across, shared_yaxes=True, horizontal_spacing=0.03, subplot_titles=names(words, heads),
        vertical_spacing=BETWEEN / drawn if lines > 1 else 0,
    )  # fmt: skip
    most = max((one.value for grid in (needs, offers) for line in grid.cells for one in line), default=1) or 1
    for place in range(len(heads)):
        for title, grid, sign, colour in (
            (words("Needs"), needs, -1, look().kinds["need"]), (words("Offers"), offers, 1, look().kinds["offer"]),
        ):  # fmt: skip
            values = _column(grid, themes, place)
            figure.add_trace(
                go.Bar(
                    name=title, y=labels, x=[sign * value for value in values], orientation="h", marker_color=colour,
                    text=[f"{value:.0f}" if value else "" for value in values], textposition="outside",
                    cliponaxis=False, hoverinfo="skip",
                ),
                row=place // across + 1, col=place % across + 1,
            )  # fmt: skip
    figure.update_xaxes(
        range=[-1.25 * most, 1.25 * most], showgrid=False, zerolinewidth=2, zerolinecolor=tones()["edge"],
        tickvals=[-0.6 * most, 0.6 * most], ticktext=[words("Needs"), words("Offers")],
    )  # fmt: skip
    figure.update_yaxes(range=[len(labels) - 0.5, -0.5], categoryorder="array", categoryarray=labels)
    said = words("Ideas by theme: needs to the left, offers to the right.")
    titled(figure, words("Needs beside offers"), said, 0)
    return figure.update_layout(
        barmode="overlay", bargap=0.3, showlegend=False, height=drawn + 190, margin={"t": 130, "b": 50}
    )


def _column(grid: Grid, themes: Sequence[Term], place: int) -> list[float]:
    known = {theme: line[place].value for theme, line in zip(grid.themes, grid.cells, strict=True)}
    return [known.get(theme, 0) for theme in themes]
