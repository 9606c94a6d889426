"""Activities that the evening itself proposes: offers that a person found to serve a need."""

from collections.abc import Iterator
from functools import partial

import streamlit as st

from carousel.workshop import Match
from toolkit.desk.frame import Desk
from toolkit.desk.record_opening import open_new
from toolkit.desk.remembered import remembered
from toolkit.desk.style import plain
from toolkit.store.evening import evening
from toolkit.store.programme import Community
from toolkit.store.records import records
from toolkit.store.workshops import situation_of

MOST, LETTERS = 12, 120


def proposals(desk: Desk, community: Community) -> None:
    """Confirmed matches that are no activity yet, each with the button that makes one of it."""
    _, present = desk.words, {str(one.values["title"]) for one in desk.ask(records, community.id, "activity")}
    found = [(match, theme) for match, theme in _confirmed(desk, community) if _title(match) not in present][:MOST]
    if not found:
        return
    with st.expander(_.ngettext("{n} confirmed match to build on", "{n} confirmed matches to build on", len(found))):
        for match, theme in found:
            said, act = st.columns([6, 1.6], vertical_alignment="center")
            said.markdown(plain(match.offer.text))
            act.button(
                _("Make an activity"), key=f"activity of {match.need} {match.offer.id}", width="stretch",
                on_click=open_new, args=("activity", community.id),
                kwargs={"title": _title(match), "theme": theme},
            )  # fmt: skip


def _confirmed(desk: Desk, community: Community) -> Iterator[tuple[Match, str]]:
    """Each match with the theme of its need."""
    for one in desk.workshops():
        if one.workshop.community == community.name and one.notes:
            where = desk.ask(situation_of, one.workshop.id)
            found = remembered(desk, "evening", where, partial(desk.ask, evening, one.workshop.id))
            themes = {note.cluster or note.id: note.theme for note in found.notes}
            yield from ((match, themes.get(match.need, "")) for match in found.matches)


def _title(match: Match) -> str:
    return match.offer.text[:LETTERS]
