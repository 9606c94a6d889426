"""Themes by community as a grid of cells with their figures: shares of voters, or how many ideas."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from toolkit.compare.comparison import Grid, HeatMap
from toolkit.compare.gate import Number, Share
from toolkit.compare.parts import Head
from toolkit.content.look import look
from toolkit.desk.charts import titled, wrapped
from toolkit.desk.charts_naming import names
from toolkit.desk.style import tones
from toolkit.i18n import Translator

UPRIGHT = 8  # with more communities than this each has its own row
LONGEST = 34  # letters of a theme's name that stands upright
SLANTS = (-0.4, -0.24, -0.08, 0.08, 0.24, 0.4)


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell says, and how strong its colour is from 0 to 1; None is hatched."""

    said: str
    strength: float | None


def heat_map(words: Translator, heads: Sequence[Head], support: HeatMap) -> go.Figure:
    """Share of voters with a mark on the theme; a hatched cell is too small a number to show."""
    cells = [[_supported(words, one) for one in line] for line in support.cells]
    many = [_voters(words, line) for line in zip(*support.cells, strict=True)]
    said = words("Voters with a mark on the theme, in percent. Hatched: too few to show, or no vote.")
    return _grid(words, heads, [each.shown(words.language) for each in support.themes], cells, many,
                 words("Support of themes"), said)  # fmt: skip


def counts(words: Translator, heads: Sequence[Head], grid: Grid, title: str, said: str) -> go.Figure:
    """How many notes or ideas each theme has; `said` tells which."""
    most = max((one.value for line in grid.cells for one in line), default=0) or 1
    cells = [[Cell(one.shown(words.language), one.value / most) for one in line] for line in grid.cells]
    many = [f"n = {_sum(line):.0f}" for line in zip(*grid.cells, strict=True)]
    return _grid(words, heads, [each.shown(words.language) for each in grid.themes], cells, many, title, said)


def _sum(line: Sequence[Number]) -> float:
    return sum(one.value for one in line)


def _supported(words: Translator, one: Share | None) -> Cell:
    if one is None or one.percent is None:
        return Cell("", None)
    return Cell(one.percentage(words.language).split(" (")[0], one.percent / 100)


def _voters(words: Translator, line: Sequence[Share | None]) -> str:
    """Of how many voters a column's shares are; nothing where nobody voted."""
    shares = [one for one in line if one is not None]
    return f"n = {shares[0].of.shown(words.language)}" if shares else ""


def _grid(
    words: Translator, heads: Sequence[Head], themes: Sequence[str], cells: Sequence[Sequence[Cell]],
    many: Sequence[str], title: str, said: str,
) -> go.Figure:  # fmt: skip
    """Themes down and communities across; the other way round where there are many communities."""
    upright = len(heads) <= UPRIGHT
    places = [f"{name} · {n}" if n else name for name, n in zip(names(words, heads), many, strict=True)]
    down, across = (themes, places) if upright else (places, themes)
    turned = cells if upright else list(zip(*cells, strict=True))
    figure = go.Figure([_heat(down, across, turned), _hatches(turned)])
    rows = [f"{wrapped(each) if upright else each}<br>".replace("<br>", "  <br>").removesuffix("<br>") for each in down]
    columns = [each if upright else _short(each) for each in across]
    figure.update_layout(
        yaxis={"range": [len(down) - 0.5, -0.5], "tickvals": list(range(len(down))), "showgrid": False,
               "zeroline": False, "ticktext": rows},
        xaxis={"side": "top", "showgrid": False, "zeroline": False, "tickangle": 0 if upright else -90,
               "range": [-0.5, len(across) - 0.5],
               "tickvals": list(range(len(across))), "ticktext": columns},
        showlegend=False,
    )  # fmt: skip
    titled(figure, title, said, 0)
    room, each = (132, 38) if upright else (300, 28)
    return figure.update_layout(height=room + 40 + each * max(len(down), 2), margin={"t": room})


def _short(theme: str) -> str:
    return theme if len(theme) <= LONGEST else theme[: LONGEST - 1] + "…"


def _full() -> str:
    """The deep end of the tones, on which the page's ink still reads well: what the other mode acts with."""
    return (look().light if tones() is look().dark else look().dark)["act"]


def _heat(down: Sequence[str], across: Sequence[str], cells: Sequence[Sequence[Cell]]) -> go.Heatmap:
    """Cells with their figures, in tones on which ink reads well; narrow cells leave out the percent sign."""
    told: Any = [
        [f"{row}, {place}: {cell.said or '–'}".replace("<br>", " ") for place, cell in zip(across, line, strict=True)]
        for row, line in zip(down, cells, strict=True)
    ]
    narrow = len(across) > UPRIGHT
    said: Any = [[cell.said.removesuffix(" %") if narrow else cell.said for cell in line] for line in cells]
    return go.Heatmap(
        z=[[cell.strength for cell in line] for line in cells], zmin=0, zmax=1, xgap=3, ygap=3, showscale=False,
        colorscale=[(0.0, tones()["tint"]), (1.0, _full())], hoverongaps=False,
        text=said, texttemplate="%{text}", textfont={"size": 14, "color": tones()["ink"]},
        hovertext=told, hoverinfo="text",
    )  # fmt: skip


def _hatches(cells: Sequence[Sequence[Cell]]) -> go.Scatter:
    """Slanting lines across every cell that shows nothing, as one trace: shapes of their own took seconds."""
    empty = [(x, y) for y, line in enumerate(cells) for x, cell in enumerate(line) if cell.strength is None]
    strokes = [(x + at, y) for x, y in empty for at in SLANTS]
    return go.Scatter(
        mode="lines", hoverinfo="skip", line={"color": tones()["edge"], "width": 1.5}, meta="hatched",
        x=[each for x, _ in strokes for each in (x - 0.05, x + 0.05, None)],
        y=[each for _, y in strokes for each in (y + 0.4, y - 0.4, None)],
    )  # fmt: skip
