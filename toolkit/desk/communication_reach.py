"""What each channel brought, as people said at check-in: a picture, a table with costs, and what it does not say."""

from collections.abc import Sequence
from html import escape

import plotly.graph_objects as go
import streamlit as st

from carousel.workshop import Workshop
from toolkit.compare.ledger import ledger
from toolkit.compare.reach import Reach, answered, plan_for, reach
from toolkit.desk.charts import show, template
from toolkit.desk.communication import channel_name, euros
from toolkit.desk.frame import Desk
from toolkit.desk.style import plain, table, tones
from toolkit.i18n import Translator, _
from toolkit.store.evening import evening
from toolkit.store.programme import Community

FEWEST = 10
HEAD = (_("Channel"), _("Named by"), _("Share"), _("Cost"), _("For one person"))
SCALE = (0, 20, 40, 60, 80, 100)


def reach_of(desk: Desk, community: Community, workshop: Workshop) -> None:
    """The channels of the plan and those that people named besides, at the check-in of one workshop."""
    words = desk.words
    held = desk.ask(evening, workshop.id)
    kept = [name for name, why in ledger(held).hidden.items() if why == "kept"]
    days = [one.workshop.date for one in desk.workshops() if one.workshop.community == community.name]
    found = reach(plan_for(held.preparation.outreach, workshop.date, days), held.check_ins, kept)
    of = answered(held.check_ins)
    if of.value == 0:
        st.info(words("Nobody has answered yet. At check-in people say how they heard of the workshop."))
        return
    if any(one.share.percent is not None for one in found):
        show(figure(words, found, workshop), "reach")
    st.html(table([escape(words(each)) for each in HEAD], [_row(words, one) for one in found]))
    notes = [words("Answered: {n}. People may name several channels, so shares may add up to more than 100 %.",
                   n=of.shown(words.language))]  # fmt: skip
    if of.value is None or of.value < FEWEST:
        notes.append(words("Fewer than 10 answered: no percentages."))
    notes.append(words("Costs only where each message of the channel has one. “<5” has no cost for one person."))
    st.caption(plain(" ".join(notes)))


def figure(words: Translator, found: Sequence[Reach], workshop: Workshop) -> go.Figure:
    """Bars of the share that named each channel, with the interval; below five only what it could be."""
    rows = [one for one in reversed(found) if one.share.high is not None]
    look = tones()
    names = [escape(channel_name(words, one.channel).partition(" (")[0]) for one in rows]
    shown = [one.share.percent if one.share.percent is not None else None for one in rows]
    labels = [
        one.share.percentage(words.language) if one.share.percent is not None else one.share.count.shown(words.language)
        for one in rows
    ]
    made = go.Figure(
        go.Bar(
            x=shown, y=names, orientation="h", width=0.5,
            marker={"color": look["tint"], "line": {"color": look["act"], "width": 2}}, hoverinfo="skip", text=labels,
            textposition="none",
            error_x={"type": "data", "symmetric": False, "thickness": 2.5, "color": look["ink"],
                     "array": [(one.share.high or 0) - (one.share.percent or 0) for one in rows],
                     "arrayminus": [(one.share.percent or 0) - (one.share.low or 0) for one in rows]},
        )
    )  # fmt: skip
    made.update_layout(
        annotations=[
            {"x": one.share.high if one.share.percent is not None else 0, "y": place, "text": escape(label),
             "xanchor": "left", "xshift": 8, "showarrow": False}
            for place, (one, label) in enumerate(zip(rows, labels, strict=True))
        ],
        template=template(), height=130 + 44 * max(len(rows), 3), bargap=0.4,
        xaxis={"range": [0, 118], "tickvals": SCALE, "ticktext": [f"{at} %" for at in SCALE]},
        yaxis={"tickvals": names, "range": [-0.6, len(rows) - 0.4]},
        title={"text": f"<b>{words('How people heard of the workshop')}</b><br><span style='font-size:14px'>"
                       f"{_subtitle(words, rows, workshop)}</span>"},
    )  # fmt: skip
    return made


def _subtitle(words: Translator, rows: Sequence[Reach], workshop: Workshop) -> str:
    said = words(
        "Share of {n} who answered, with the 95 % interval, {date}",
        n=rows[0].share.of.shown(words.language), date=words.date(workshop.date, "short"),
    )  # fmt: skip
    return escape(said)


def _row(words: Translator, one: Reach) -> list[str]:
    name = escape(channel_name(words, one.channel))
    if not one.planned:
        name += f" <span class=v-soft>({escape(words('not in the plan'))})</span>"
    language = words.language
    each = words("1 person for {cost}", cost=euros(words, one.per_person.value)) if one.per_person else "–"
    cost = euros(words, one.cost.value) if one.cost else "–"
    counted = f"{one.share.count.shown(language)} / {one.share.of.shown(language)}"
    return [name, *map(escape, (counted, one.share.percentage(language), cost, each))]
