"""What is left over: needs nothing was found for yet, and offers no need was found for."""

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from toolkit.content.vocabulary import label
from toolkit.desk.frame import Desk
from toolkit.desk.matching_reading import Reading, Sides
from toolkit.harvest.clusters import Cluster
from toolkit.store.workshops import Situation

SHOWN = 30


def left_over(desk: Desk, where: Situation) -> None:
    """Both lists beside each other; a suggestion that waits is counted."""
    _ = desk.words
    sides = Reading().shown(desk, where.workshop.id)
    left, right = st.columns(2, gap="large")
    with left:
        st.subheader(_("Needs nothing was found for yet ({n})", n=len(sides.unmet)), anchor=False)
        _listed(desk, "needs", sides.unmet, open_links(sides, "need"), _("Every need has a confirmed match."))
    with right:
        unused = tuple(one.cluster for one in sides.unused)
        st.subheader(_("Offers no need was found for ({n})", n=len(unused)), anchor=False)
        _listed(desk, "offers", unused, open_links(sides, "offer"), _("Every offer has a confirmed match."))


def open_links(sides: Sides, side: str) -> Mapping[int, int]:
    """How many suggestions wait for a decision, by the cluster on one side ("need" or "offer")."""
    counted: dict[int, int] = {}
    for one in sides.likely:
        if (one.need, one.offer) not in sides.declined and (one.need, one.offer) not in sides.confirmed:
            end = one.need if side == "need" else one.offer
            counted[end] = counted.get(end, 0) + 1
    return counted


def _listed(desk: Desk, key: str, found: Sequence[Cluster], waiting: Mapping[int, int], nothing: str) -> None:
    _ = desk.words
    if not found:
        st.caption(nothing)
        return
    most = len(found) if st.session_state.get(f"all {key}") else SHOWN
    st.html("".join(_line(desk, one, waiting.get(one.id, 0)) for one in found[:most]))
    if len(found) > most:
        st.button(
            _("Show all ({n})", n=len(found)), key=f"show all {key}",
            on_click=lambda: st.session_state.update({f"all {key}": True}),
        )  # fmt: skip


def _line(desk: Desk, one: Cluster, waiting: int) -> str:
    _ = desk.words
    facts = [label("themes", one.theme, _.language)]
    if waiting:
        facts.append(_.ngettext("{n} suggestion waits", "{n} suggestions wait", waiting))
    return (
        f"<div class=v-card><div class=v-note>{escape(one.name)}</div>"
        f"<span class=v-soft>{escape(' · '.join(facts))}</span></div>"
    )
