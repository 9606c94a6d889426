"""How the communities of a whole programme spread in a few indicators: bars of how many lie where, nobody named."""

from collections.abc import Sequence

import plotly.graph_objects as go
from plotly.subplots import make_subplots

from toolkit.compare.programme import Spread
from toolkit.desk.charts import titled, wrapped
from toolkit.desk.style import tones
from toolkit.i18n import Translator

ACROSS = 3


def spread(words: Translator, found: Sequence[Spread], communities: int) -> go.Figure:
    """A panel for each indicator: communities by tenths of the share."""
    lines = -(-len(found) // ACROSS)
    titles = [
        f"{wrapped(one.label.shown(words.language), 32)}<br>"
        f"<span style='font-size:13px'>{words.ngettext('{n} community', '{n} communities', one.shown)}</span>"
        for one in found
    ]
    figure = make_subplots(rows=lines, cols=ACROSS, subplot_titles=titles, vertical_spacing=0.26,
                           horizontal_spacing=0.08)  # fmt: skip
    for place, one in enumerate(found):
        bars = go.Bar(
            x=[bin.low + bin.width / 2 for bin in one.bins], y=[bin.communities for bin in one.bins],
            width=[bin.width * 0.92 for bin in one.bins], marker_color=tones()["act"], cliponaxis=False,
            text=[str(bin.communities or "") for bin in one.bins], textposition="outside", hoverinfo="skip",
            name=one.label.shown(words.language),
        )  # fmt: skip
        figure.add_trace(bars, row=place // ACROSS + 1, col=place % ACROSS + 1)
        most = one.bins[-1].low + one.bins[-1].width
        figure.update_xaxes(
            range=[-0.04 * most, 1.04 * most], tickvals=[0, most / 2, most], zeroline=False,
            ticktext=[f"{words.number(at)} {one.unit}" for at in (0, most / 2, most)],
            row=place // ACROSS + 1, col=place % ACROSS + 1,
        )  # fmt: skip
    figure.update_yaxes(showticklabels=False, showgrid=False)
    figure.update_layout(showlegend=False)
    n = words.ngettext("{n} community", "{n} communities", communities)
    said = words("{n}. Bars count communities; those with too few answers are left out.", n=n)
    titled(figure, words("How the communities spread"), said, 0)
    return figure.update_layout(height=150 + 230 * lines, margin={"t": 140})
