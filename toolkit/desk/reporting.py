"""The parts of the report's page."""

from html import escape

import streamlit as st

from toolkit.acts import mentoring
from toolkit.compare.gate import PublishedCluster, Share
from toolkit.compare.parts import Measure
from toolkit.compare.sentence import Term
from toolkit.compare.summary import Report
from toolkit.desk.charts import needs_and_offers, show, theme_bars
from toolkit.desk.frame import Desk, carry_out
from toolkit.store.workshops import Situation

CLUSTERS = 5


def answers(desk: Desk, found: Report) -> None:
    """The six questions of the workshop with what was heard."""
    language = desk.words.language
    for answer in found.answers:
        # Names stand in the list below; shares that a sentence gives already need no list.
        told = (sentence.said(language) for sentence in answer.said if "names" not in sentence.data)
        said = "".join(f"<p>{escape(one)}</p>" for one in told)
        measures = "".join(
            f"<li>{escape(one.label.shown(language))}: <b>{escape(one.value.shown(language))}</b></li>"
            for one in answer.measures
            if answered(one) and isinstance(one.label, Term)
        )
        nobody = answer.measures and not any(map(answered, answer.measures))
        if nobody and all(isinstance(one.label, Term) for one in answer.measures):
            said += f"<p class=v-soft>{escape(desk.words('There are no interest forms yet.'))}</p>"
        clusters = "".join(_cluster(desk, one) for one in answer.clusters[:CLUSTERS])
        st.html(
            f"<div class=v-card><h3>{escape(answer.id)} · {escape(answer.question.said(language))}</h3>"
            f"{said}<ul>{measures}</ul><ul>{clusters}</ul></div>"
        )


def answered(measure: Measure) -> bool:
    """Whether anybody was asked: a share of nobody says nothing."""
    return not isinstance(measure.value, Share) or measure.value.of.value != 0


def _cluster(desk: Desk, one: PublishedCluster) -> str:
    many = desk.words.ngettext("{n} note", "{n} notes", len(one.notes))
    votes = f" · {one.votes.shown(desk.words.language)}" if one.votes else ""
    return f"<li class=v-note>{escape(one.name)} <span class=v-soft>{escape(many + votes)}</span></li>"


def themes(desk: Desk, found: Report) -> None:
    """Notes by theme, and needs beside offers."""
    show(theme_bars(desk.words, found), "themes")
    if any(side.offers for side in found.sides):
        show(needs_and_offers(desk.words, found), "sides")


def share_switch(desk: Desk, where: Situation) -> None:
    """Whether residents may read the report."""
    _, workshop = desk.words, where.workshop
    st.session_state["share"] = workshop.report_shared
    st.toggle(
        _("Share with participants"), key="share",
        on_change=lambda: carry_out(mentoring.share_report, (workshop.id, bool(st.session_state["share"])), {}),
    )  # fmt: skip
    if workshop.report_shared:
        st.caption(_("Residents read it at:"))
        st.code(f"{desk.address}/w/{workshop.code}/results", language=None)
    else:
        st.caption(_("Only staff see the report now."))
