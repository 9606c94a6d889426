"""The vote on the harvest's page: what can be voted on, how many have voted, and the result."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from carousel.stage import Stage
from carousel.votes import marks_for
from toolkit.compare.gate import PublishedCluster
from toolkit.compare.parts import VotePart
from toolkit.desk.frame import Desk
from toolkit.desk.remembered import report_of
from toolkit.desk.style import table
from toolkit.harvest.clusters import Cluster, votable
from toolkit.store.workshops import Situation

BEFORE = (Stage.PREPARED, Stage.CHECKIN, Stage.OPENING, Stage.GROUPS, Stage.ROUND, Stage.MOVING, Stage.BREAK,
          Stage.GALLERY, Stage.HARVEST)  # fmt: skip


def vote_part(desk: Desk, where: Situation, clusters: Sequence[Cluster]) -> None:
    """Before the vote its rules, during it the count, afterwards the result."""
    _ = desk.words
    offered = votable(clusters)
    marks = marks_for(len(offered))
    st.write(_.ngettext("{n} cluster can be voted on.", "{n} clusters can be voted on.", len(offered)))
    if marks:
        st.write(_.ngettext("Everybody has {n} mark.", "Everybody has {n} marks, at most one for a cluster.", marks))
    else:
        st.write(_("Fewer than five: talk instead of voting."))
    if where.step.stage in BEFORE:
        st.caption(_("The vote starts on the page Host."))
        return
    vote = report_of(desk, where).vote
    if vote is None:
        st.info(_("Nobody has voted yet."))
    elif where.step.stage is Stage.VOTE:
        st.metric(_("Voters so far"), vote.voters.shown(_.language), width=220)
        st.caption(_("The result is shown when the vote is over, so that it sways nobody."))
    else:
        _result(desk, vote)


def _result(desk: Desk, vote: VotePart) -> None:
    _ = desk.words
    st.subheader(_("Result"))
    st.caption(_("Clusters with equally many marks stand together. Officials are counted apart."))
    rows = []
    for group in vote.ranks:
        top = _("at the top") if group in vote.top else ""
        rows += [[escape(top), escape(one.name), _votes(desk, one), _officials(desk, one)] for one in group]
    st.html(table([escape(one) for one in ("", _("Cluster"), _("Residents"), _("Officials"))], rows))


def _votes(desk: Desk, one: PublishedCluster) -> str:
    return escape(one.votes.shown(desk.words.language)) if one.votes else ""


def _officials(desk: Desk, one: PublishedCluster) -> str:
    return escape(one.officials.shown(desk.words.language)) if one.officials else ""
