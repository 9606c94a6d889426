"""The readiness of one community as a profile line with both raters as marks; never a sum, never a radar."""

from collections.abc import Sequence
from datetime import datetime
from textwrap import wrap

import plotly.graph_objects as go

from toolkit.compare.readiness import Profile, criteria
from toolkit.content.look import look
from toolkit.desk.charts import template
from toolkit.desk.communities import criterion_name
from toolkit.desk.style import tones
from toolkit.i18n import Translator

APART = 0.2  # of a row: how far the marks of raters stand off the line
WIDEST = 27
SYMBOLS = ("square", "diamond", "triangle-up", "star")  # of the raters; the line has the circles
FIRST = 2  # the first group's colour for a rater: ink and teal belong to the line


def profile_line(words: Translator, found: Profile, names: Sequence[str], community: str, now: datetime) -> go.Figure:
    """The scores that count as a line from criterion to criterion, the present score of each rater as a mark; a gap
    where they must talk first."""
    titles = ["<br>".join(wrap(criterion_name(words, name).replace("<", ""), WIDEST)) for name in criteria()]
    counting = [found.scores[name] for name in criteria()]
    figure = go.Figure(
        go.Scatter(
            name=words("Counts (the lower score)"), x=counting, y=list(range(len(titles))), mode="lines+markers",
            line={"color": tones()["act"], "width": 4}, marker={"size": 9}, connectgaps=False, hoverinfo="skip",
            text=_texts(words, counting),
        )
    )  # fmt: skip
    for place, rater in enumerate(names):
        figure.add_trace(_marks(words, found, rater, place, len(names)))
    n = words.ngettext("{n} rater", "{n} raters", found.raters)
    said = f"{community.replace('<', '')}, {n}, {words.date(now, 'short')}"
    figure.update_layout(
        template=template(), height=500, showlegend=True,
        xaxis={"range": [-0.2, 3.2], "tickvals": [0, 1, 2, 3], "side": "top"},
        yaxis={"tickvals": list(range(len(titles))), "ticktext": titles, "range": [len(titles) - 0.5, -0.5]},
        legend={"y": -0.04}, margin={"t": 110},
        title={"text": f"<b>{words('Readiness profile, scores 0 to 3')}</b><br>"
                       f"<span style='font-size:14px'>{said}</span>"},
    )  # fmt: skip
    return figure


def _marks(words: Translator, found: Profile, rater: str, place: int, raters: int) -> go.Scatter:
    """The present scores of one rater, a little off the line so that equal ones do not cover each other."""
    scores = [dict(enumerate(found.last[name])).get(place) for name in criteria()]
    off = (place - (raters - 1) / 2) * 2 * APART
    return go.Scatter(
        name=rater.replace("<", ""), x=scores, y=[at + off for at in range(len(scores))], mode="markers",
        text=_texts(words, scores), hovertemplate="%{x}<extra>%{fullData.name}</extra>",
        marker={"size": 11, "symbol": SYMBOLS[place % len(SYMBOLS)],
                "color": look().groups[(FIRST + place * 3) % 8].colour,
                "line": {"width": 1, "color": tones()["ink"]}},
    )  # fmt: skip


def _texts(words: Translator, scores: Sequence[int | None]) -> list[str]:
    """Each score with its criterion, for those who do not see the picture."""
    return [
        f"{criterion_name(words, name)} {words('to be talked about') if score is None else score}"
        for name, score in zip(criteria(), scores, strict=True)
    ]
