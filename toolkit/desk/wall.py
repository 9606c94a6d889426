"""The whole harvest as a wall: a column for each theme, a card for each cluster, readable on a projector."""

from collections.abc import Sequence
from html import escape
from textwrap import shorten

import streamlit as st

from carousel.workshop import UNSORTED
from toolkit.content.vocabulary import label, vocabulary
from toolkit.desk.frame import Desk
from toolkit.desk.gathering import confirm_button, facts, merge_button, move_to, turn_pages
from toolkit.desk.style import plain
from toolkit.harvest.clusters import Cluster, by_theme
from toolkit.store.workshops import Situation

COLUMNS, CARDS, LONGEST = 4, 6, 150


def wall(desk: Desk, where: Situation, clusters: Sequence[Cluster]) -> None:
    """Four themes a page; cards can be moved with one choice, and merged when several are chosen."""
    gathered = by_theme(clusters)
    if not gathered:
        return
    themes = list(gathered)
    last = (len(themes) - 1) // COLUMNS
    page = min(st.session_state.get("wall page", 0), last)
    with st.container(horizontal=True, vertical_alignment="center"):
        merge_button(desk, where, [one.id for one in clusters if st.session_state.get(f"pick {one.id}")])
        if last:
            turn_pages(desk, "wall page", page, last)
    shown = themes[page * COLUMNS : (page + 1) * COLUMNS]
    for column, theme in zip(st.columns(max(len(shown), 2), gap="small"), shown, strict=False):
        with column:
            _column(desk, where, theme, gathered[theme])


def _column(desk: Desk, where: Situation, theme: str, inside: Sequence[Cluster]) -> None:
    words = desk.words
    many = words.ngettext("{n} note", "{n} notes", sum(len(one.notes) for one in inside))
    st.html(
        f"<div class=v-theme><b>{escape(label('themes', theme, words.language))}</b>"
        f"<span class=v-soft>{escape(many)}</span></div>"
    )
    ordered = sorted(inside, key=lambda one: (-len(one.notes), -one.ticks, one.id))
    for one in ordered[:CARDS]:
        _card(desk, where, one)
    if len(ordered) > CARDS:
        st.caption(words("{n} more under “One theme”", n=len(ordered) - CARDS))
    if theme != UNSORTED:
        confirm_button(desk, where, theme, inside)


def _card(desk: Desk, where: Situation, one: Cluster) -> None:
    words, key = desk.words, f"wall theme {one.id}"
    with st.container(border=True, gap="small"):
        st.checkbox(plain(shorten(one.name, LONGEST, placeholder=" …")), key=f"pick {one.id}")
        st.html(f"<div class=v-facts>{escape(facts(words, one, short=True))}</div>")
        others = [term.id for term in vocabulary().themes if term.id != one.theme]
        st.selectbox(
            words("Move to another theme"), others, index=None, key=key, label_visibility="collapsed",
            placeholder=words("Move to …"), format_func=lambda theme: label("themes", theme, words.language),
            on_change=lambda: move_to(where.workshop.id, [one.id], key),
        )  # fmt: skip
