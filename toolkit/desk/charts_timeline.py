"""Evenings as timelines: what was planned above what was held, in minutes since the opening."""

from collections.abc import Sequence

import plotly.graph_objects as go

from carousel.stage import Stage
from toolkit.compare.parts import Head
from toolkit.compare.timelines import Bar
from toolkit.desk.charts import titled
from toolkit.desk.charts_naming import names
from toolkit.desk.runsheet import name
from toolkit.desk.style import tones
from toolkit.i18n import Translator

LETTERS = 95  # of a bar's name that fit into the whole width
THICK, APART, EACH = 0.34, 0.19, 92


def timelines(words: Translator, heads: Sequence[Head], found: Sequence[Sequence[Bar]]) -> go.Figure:
    """Two rows for each community; rounds carry their number, other parts their name where it fits."""
    ends = [bar.began.value + bar.held.value for timeline in found for bar in timeline]
    fit = LETTERS / max(ends, default=1.0)
    figure = go.Figure([_planned(words, found, fit), _held(words, found, fit)])
    figure.update_layout(barmode="overlay", showlegend=False, uniformtext={"minsize": 11, "mode": "show"})
    title = {"text": words("minutes since the opening"), "font": {"size": 15}}
    figure.update_xaxes(title=title, zeroline=False)
    figure.update_yaxes(
        tickvals=list(range(len(heads))), ticktext=names(words, heads), range=[len(heads) - 0.4, -0.6], showgrid=False
    )
    said = words("Above, framed: as planned. Below, filled: as held. Rounds are dark and numbered.")
    titled(figure, words("The evenings, planned and held"), said, 0)
    return figure.update_layout(height=170 + EACH * len(heads), margin={"b": 60})


def _planned(words: Translator, found: Sequence[Sequence[Bar]], fit: float) -> go.Bar:
    bars = [(place, bar, bar.due.value, bar.planned.value)
            for place, timeline in enumerate(found) for bar in timeline if bar.due and bar.planned]  # fmt: skip
    shown = tones()
    return _bars(words, bars, words("planned"), fit, -APART, {
        "color": shown["card"], "line": {"color": shown["edge"], "width": 1.5},
    }, [shown["ink"]] * len(bars))  # fmt: skip


def _held(words: Translator, found: Sequence[Sequence[Bar]], fit: float) -> go.Bar:
    bars = [(place, bar, bar.began.value, bar.held.value)
            for place, timeline in enumerate(found) for bar in timeline if bar.held.value]  # fmt: skip
    shown = tones()
    rounds = [bar.stage == Stage.ROUND for _, bar, _, _ in bars]
    return _bars(words, bars, words("held"), fit, APART, {
        "color": [shown["act"] if each else shown["tint"] for each in rounds],
        "line": {"color": shown["act"], "width": 1},
    }, [shown["act_ink"] if each else shown["ink"] for each in rounds])  # fmt: skip


def _bars(
    words: Translator, bars: Sequence[tuple[int, Bar, float, float]], title: str, fit: float, shift: float,
    marker: object, inks: Sequence[str],
) -> go.Bar:  # fmt: skip
    return go.Bar(
        name=title, orientation="h", width=THICK, y=[place + shift for place, *_ in bars] or [None],
        base=[begin for _, _, begin, _ in bars], x=[length for *_, length in bars] or [None], marker=marker,
        text=[_label(words, bar, length * fit) for _, bar, _, length in bars], textposition="inside",
        insidetextanchor="middle", textfont={"color": list(inks), "size": 13}, textangle=0, constraintext="none",
        customdata=[f"{title}: {part_name(words, bar)}, {length:g} min" for _, bar, _, length in bars],
        hovertemplate="%{customdata}<extra></extra>",
    )  # fmt: skip


def _label(words: Translator, bar: Bar, letters: float) -> str:
    said = str((bar.round or 0) + 1) if bar.stage == Stage.ROUND else part_name(words, bar)
    return said if len(said) <= letters else ""


def part_name(words: Translator, bar: Bar) -> str:
    """What the facilitator calls this part: "Round 2"."""
    return name(words, Stage(bar.stage), bar.round)
