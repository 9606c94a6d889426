"""Slips that look odd, by the rule that found them: what hangs on them, and whether they count."""

from collections.abc import Sequence
from html import escape
from itertools import groupby

import streamlit as st

from carousel.stage import Stage
from toolkit.acts import flagging
from toolkit.compare.left_out import RULES
from toolkit.desk.frame import Desk
from toolkit.desk.style import table
from toolkit.harvest.clusters import of, votable
from toolkit.harvest.votes import Tally, tally
from toolkit.store.evening import evening
from toolkit.store.flags import Flagged, flagged
from toolkit.store.workshops import Situation

SHOWN, WORDS = 12, 3
FIRST = 5
AFTER_THE_VOTE = (Stage.INTEREST, Stage.CLOSING, Stage.RAFFLE, Stage.THANKS)


def flagged_slips(desk: Desk, where: Situation) -> None:
    """What was flagged and why; a person decides what counts, and can decide otherwise later."""
    _ = desk.words
    found = desk.ask(flagged, where.workshop.id)
    if not found:
        st.subheader(_("Flagged slips"))
        st.caption(_("None. Slips that look like ballot stuffing would stand here."))
        return
    st.subheader(_.ngettext("{n} slip is flagged", "{n} slips are flagged", len(found)))
    st.caption(_("Nothing is left out by itself. You decide, and can decide otherwise later."))
    for rule, slips in groupby(found, key=lambda one: one.rule):
        _of_rule(desk, where, rule, tuple(slips))
    if where.step.stage in AFTER_THE_VOTE and any(one.excluded for one in found):
        _both_results(desk, where)


def _of_rule(desk: Desk, where: Situation, rule: str, slips: Sequence[Flagged]) -> None:
    _ = desk.words
    counting, out = [one for one in slips if not one.excluded], [one for one in slips if one.excluded]
    with st.container(border=True):
        many = _.ngettext("{n} slip", "{n} slips", len(slips))
        left = _.ngettext("{n} does not count", "{n} do not count", len(out)) if out else _("all of them count")
        st.html(
            f"<b>{escape(_(RULES.get(rule, rule)))}</b><br>"
            f"<span class=v-soft>{escape(many)} · {escape(left)} · {escape(_hanging(desk, slips))}</span>"
        )
        with st.container(horizontal=True):
            for chosen, label, act in (
                (counting, _("Leave them out of the count"), flagging.leave_out),
                (out, _("Let them count again"), flagging.take_in),
            ):
                if chosen:
                    ids = [one.slip for one in chosen]
                    desk.button(label, act, where.workshop.id, ids, look_key=f"{act.__name__} {rule}")
        with st.expander(_("Slip by slip")):
            for one in slips[:SHOWN]:
                _one(desk, where, one)
            if len(slips) > SHOWN:
                st.caption(_.ngettext("and {n} more", "and {n} more", len(slips) - SHOWN))


def _hanging(desk: Desk, slips: Sequence[Flagged]) -> str:
    """How many votes and notes hang on them."""
    _ = desk.words
    votes, notes = sum(one.voted for one in slips), sum(len(one.notes) for one in slips)
    said = [_.ngettext("{n} vote", "{n} votes", votes), _.ngettext("{n} note", "{n} notes", notes)]
    return " · ".join(said)


def _one(desk: Desk, where: Situation, one: Flagged) -> None:
    _ = desk.words
    told, act = st.columns([3, 1.1], vertical_alignment="center")
    parts = [_("with a ticket")] if one.admitted else []
    parts += [_("has voted")] if one.voted else []
    parts += [_("does not count")] if one.excluded else []
    words = "".join(f"<div class=v-note>{escape(text)}</div>" for text in one.notes[:WORDS])
    told.html(f"<b>{escape(one.code)}</b> <span class=v-soft>{escape(' · '.join(parts))}</span>{words}")
    with act:
        label, deed = (_("Let it count"), flagging.take_in) if one.excluded else (_("Leave it out"), flagging.leave_out)
        desk.button(label, deed, where.workshop.id, [one.slip], look_key=f"{deed.__name__} {one.slip}")


def _both_results(desk: Desk, where: Situation) -> None:
    """The first places of the vote, and how many votes each would have with the slips that are left out."""
    _ = desk.words
    now = desk.ask(evening, where.workshop.id)
    clusters = {one.id: one for one in votable(of(now.notes_with_left_out))}
    without = tally(now.votes, votable(of(now.notes)), now.marks)
    whole = tally((*now.votes, *now.votes_left_out), tuple(clusters.values()))
    st.subheader(_("The vote with and without them"))
    rows = [
        [escape(clusters[key].name), str(without.residents.get(key, 0)), str(whole.residents.get(key, 0))]
        for key in _first(without, whole)
        if key in clusters
    ]
    st.html(table([escape(one) for one in (_("Cluster"), _("Without"), _("With"))], rows))


def _first(*results: Tally) -> list[int]:
    """The clusters at the top of either result, those of the first result first."""
    return [*dict.fromkeys(key for one in results for group in one.at_the_top(FIRST) for key in group)]
