"""Readiness profiles beside each other: a line through the scores of the rubric for each community, never a sum."""

from collections.abc import Mapping, Sequence

import plotly.graph_objects as go
from plotly.subplots import make_subplots

from toolkit.compare.comparison import Readiness
from toolkit.compare.parts import Head
from toolkit.content.vocabulary import vocabulary
from toolkit.desk.charts import titled, wrapped
from toolkit.desk.charts_naming import names
from toolkit.desk.style import tones
from toolkit.i18n import Translator, _

ACROSS = 4
BETWEEN = 130  # pixels for the scale, the community's name and its state
STATES: Mapping[str, str] = {
    "ready": _("ready"),
    "conditions": _("with conditions"),
    "not_yet": _("not yet"),
    "unrated": _("not rated yet"),
}


def profiles(words: Translator, heads: Sequence[Head], found: Sequence[Readiness]) -> go.Figure:
    """Scores 0 to 3 by criterion; a criterion without an agreed score has no dot and the line is broken there."""
    terms = vocabulary().readiness_criteria
    labels = [wrapped(term.label(words.language), 28) for term in terms]
    across = min(ACROSS, len(heads))
    lines = -(-len(heads) // across)
    drawn = lines * 44 * len(terms) + (lines - 1) * BETWEEN
    titles = [
        f"{name}<br><b>{words(STATES.get(one.state, one.state))}</b>"
        for name, one in zip(names(words, heads), found, strict=True)
    ]
    figure = make_subplots(rows=lines, cols=across, shared_yaxes=True, horizontal_spacing=0.03,
                           vertical_spacing=BETWEEN / drawn if lines > 1 else 0, subplot_titles=titles)  # fmt: skip
    for place, one in enumerate(found):
        scores = [one.scores.get(term.id) for term in terms]
        row, col = place // across + 1, place % across + 1
        figure.add_trace(_line(labels, scores), row=row, col=col)
        apart = [label for label, term in zip(labels, terms, strict=True) if term.id in one.disagree]
        figure.add_trace(_apart(words, apart), row=row, col=col)
    figure.update_xaxes(range=[-0.4, 3.6], tickvals=[0, 1, 2, 3], side="top", zeroline=False)
    figure.update_yaxes(range=[len(labels) - 0.5, -0.5], categoryorder="array", categoryarray=labels)
    figure.update_layout(showlegend=False)
    figure.update_annotations(yshift=22)
    said = words("Scores from 0 to 3 by criterion. No dot: no agreed score. A profile, never a sum.")
    titled(figure, words("Readiness profiles"), said, 0)
    return figure.update_layout(height=drawn + 210, margin={"t": 180, "b": 30})


def _line(labels: Sequence[str], scores: Sequence[int | None]) -> go.Scatter:
    return go.Scatter(
        mode="lines+markers+text", x=list(scores), y=list(labels), connectgaps=False, textposition="middle right",
        text=["" if score is None else f"  {score}" for score in scores], hoverinfo="skip",
        line={"color": tones()["act"], "width": 3}, marker={"size": 13, "color": tones()["act"]},
    )  # fmt: skip


def _apart(words: Translator, labels: Sequence[str]) -> go.Scatter:
    """Criteria in which the raters still stand apart, in words."""
    return go.Scatter(
        mode="markers+text", x=[-0.2] * len(labels) or [None], y=list(labels) or [None], hoverinfo="skip",
        marker={"symbol": "diamond-open", "size": 11, "color": tones()["warn"], "line": {"width": 2}},
        text=[words("raters differ") for _each in labels], textposition="middle right",
        textfont={"color": tones()["warn"], "size": 13},
    )  # fmt: skip
