"""Residents by age and gender as a two-sided chart."""

import plotly.graph_objects as go

from toolkit.compare.population import ALL, Cells, ages, genders, persons, total
from toolkit.content.look import look
from toolkit.content.organiser_forms import organiser_forms
from toolkit.desk.charts import template
from toolkit.desk.style import tones
from toolkit.i18n import Translator
from toolkit.store.programme import Community

Bar = tuple[str, int, int]  # age, side, persons
TONES = (2, 5)  # the groups whose colours women and men have: apart for the colour-blind


def residents(words: Translator, cells: Cells, community: Community) -> go.Figure:
    """Women to the left, men to the right, the youngest at the bottom; ages of which only the whole is known to the
    right in grey."""
    form = organiser_forms()["population"]
    names = {each.id: each.label(words.language) for each in form.field("age").options}
    titles = {each.id: each.label(words.language) for each in form.field("gender").options}
    figure = go.Figure()
    for side, gender, tone in zip((-1, 1), genders(), TONES, strict=True):
        bars = [(names[age], side, many) for age in ages() if (many := persons(cells, age, gender)) is not None]
        _bar(figure, words, titles[gender], bars, (look().groups[tone].colour, look().groups[tone].ink))
    apart = [age for age in ages() if any(persons(cells, age, gender) is None for gender in genders())]
    whole = [(names[age], 1, many) for age in apart if (many := persons(cells, age, ALL)) is not None]
    _bar(figure, words, titles[ALL], whole, (tones()["line"], tones()["ink"]))
    number = total(cells)
    n = words("{number} residents", number=words.number(number)) if number is not None else words("total unknown")
    said = ", ".join((community.name, n, words("source: {source}", source=community.population_source or "?")))
    figure.update_layout(
        template=template(), height=400, barmode="overlay", xaxis={"showticklabels": False},
        yaxis={"categoryorder": "array", "categoryarray": [names[age] for age in ages()]},
        title={"text": f"<b>{words('Residents by age and gender')}</b><br>"
                       f"<span style='font-size:14px'>{said.replace('<', '')}</span>"},
    )  # fmt: skip
    return figure


def _bar(figure: go.Figure, words: Translator, name: str, bars: list[Bar], tones: tuple[str, str]) -> None:
    """Add a side; `tones` are its colour and that of its numbers."""
    colour, ink = tones
    if bars:
        figure.add_trace(
            go.Bar(
                name=name, y=[age for age, _, _ in bars], x=[side * many for _, side, many in bars], orientation="h",
                text=[words.number(many) for _, _, many in bars], marker_color=colour, textfont={"color": ink},
                textposition="inside", insidetextanchor="end", textangle=0, hoverinfo="skip",
            )
        )  # fmt: skip
