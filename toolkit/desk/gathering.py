"""The board of one theme: clusters to merge, part, name and move, a page at a time."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from toolkit.acts import harvesting
from toolkit.content.vocabulary import label, vocabulary
from toolkit.desk.frame import Desk, carry_out
from toolkit.harvest.clusters import Cluster
from toolkit.harvest.likeness import suggestions
from toolkit.i18n import Translator, _
from toolkit.store.log import last_gesture
from toolkit.store.workshops import Situation

A_PAGE = 12
PAIRS = 3
LIKELY = 0.3


GESTURES = {
    "moved": _("moved to another theme"),
    "confirmed": _("themes confirmed"),
    "merged": _("merged"),
    "unmerged": _("taken apart"),
    "named": _("named"),
}


def undo_button(desk: Desk, where: Situation) -> None:
    """Take the last gesture back, by its name."""
    words, last = desk.words, desk.ask(last_gesture, where.workshop.id)
    if last is not None:
        what = words(GESTURES.get(last.what, last.what))
        desk.button(
            words("Undo ({what})", what=what), harvesting.undo_last, where.workshop.id,
            look_icon=":material/undo:", look_key="undo gesture",
        )  # fmt: skip


def board(desk: Desk, where: Situation, theme: str | None, clusters: Sequence[Cluster]) -> None:
    """The clusters of the theme; ticking several opens what can be done with them together."""
    inside = sorted((one for one in clusters if one.theme == theme), key=lambda one: (-len(one.notes), one.id))
    if theme is None or not inside:
        return
    last = (len(inside) - 1) // A_PAGE
    page = min(st.session_state.get("board page", 0), last)
    shown = inside[page * A_PAGE : (page + 1) * A_PAGE]
    picked = [one.id for one in inside if st.session_state.get(f"pick {one.id}")]
    _together(desk, where, theme, inside, picked)
    for one in shown:
        _row(desk, where, one)
    if last:
        with st.container(horizontal=True, vertical_alignment="center"):
            turn_pages(desk, "board page", page, last)


def turn_pages(desk: Desk, key: str, page: int, last: int) -> None:
    """Buttons that turn the page kept under `key`; pages count from 0 to `last`."""
    words = desk.words

    def turn(by: int) -> None:
        st.session_state[key] = max(0, min(page + by, last))

    st.button(words("Earlier ones"), on_click=turn, args=(-1,), disabled=page == 0, key=f"{key} back")
    st.write(words("Page {page} of {pages}", page=page + 1, pages=last + 1))
    st.button(words("More"), on_click=turn, args=(1,), disabled=page == last, key=f"{key} on")


def _row(desk: Desk, where: Situation, one: Cluster) -> None:
    words = desk.words
    with st.container(border=True):
        pick, text, act = st.columns([0.35, 4.6, 1.5], vertical_alignment="center")
        pick.checkbox(words("choose"), key=f"pick {one.id}", label_visibility="collapsed")
        text.html(
            f"<div class=v-note><b>{escape(one.name)}</b></div><span class=v-soft>{escape(facts(words, one))}</span>"
        )
        with act.popover(words("Change"), width="stretch"):
            _change(desk, where, one)
        if len(one.notes) > 1:
            with st.expander(words("The original notes")):
                _originals(desk, where, one)


def facts(words: Translator, one: Cluster, *, short: bool = False) -> str:
    """Kind, notes and agreement; unless short, whether the theme is only suggested."""
    return " · ".join(
        filter(
            None,
            (
                label("note_kinds", one.kind, words.language),
                "" if short and len(one.notes) == 1 else words.ngettext("{n} note", "{n} notes", len(one.notes)),
                words("{ticks} of {exposed} agree", ticks=one.ticks, exposed=one.exposed) if one.exposed else "",
                "" if short or one.notes[0].theme_confirmed else words("theme suggested"),
            ),
        )
    )


def _change(desk: Desk, where: Situation, one: Cluster) -> None:
    words, language = desk.words, desk.words.language
    key = f"name {one.id}"
    st.text_input(words("Name of the cluster"), "" if one.name == one.notes[0].text else one.name, key=key,
                  max_chars=120, on_change=lambda: _name(where.workshop.id, one.id, key))  # fmt: skip
    themes = [term.id for term in vocabulary().themes]
    at = f"theme {one.id}"
    st.selectbox(words("Theme"), themes, themes.index(one.theme) if one.theme in themes else None, key=at,
                 format_func=lambda theme: label("themes", theme, language),
                 on_change=lambda: move_to(where.workshop.id, [one.id], at))  # fmt: skip


def _name(workshop_id: int, note_id: int, key: str) -> None:
    carry_out(harvesting.name_cluster, (workshop_id, note_id, st.session_state[key]), {})


def move_to(workshop_id: int, ids: Sequence[int], key: str) -> None:
    """Move clusters to the theme chosen in the widget `key`; they are no longer chosen afterwards."""
    theme = st.session_state.get(key)
    for note_id in ids if theme else ():
        carry_out(harvesting.move_note, (workshop_id, note_id, theme), {})
        st.session_state[f"pick {note_id}"] = False


def _originals(desk: Desk, where: Situation, one: Cluster) -> None:
    words = desk.words
    for note in one.notes:
        text, act = st.columns([5, 1.3], vertical_alignment="center")
        text.html(f"<div class=v-note>{escape(note.text)}</div>")
        with act:
            desk.button(
                words("Take out"), harvesting.unmerge, where.workshop.id, note.id,
                look_key=f"out {note.id}", look_type="tertiary",
            )  # fmt: skip


def _together(desk: Desk, where: Situation, theme: str, inside: Sequence[Cluster], picked: list[int]) -> None:
    words, language = desk.words, desk.words.language
    with st.container(horizontal=True, vertical_alignment="bottom"):
        merge_button(desk, where, picked)
        others = [term.id for term in vocabulary().themes if term.id != theme]
        st.selectbox(
            words("Move the chosen ones to"), others, index=None, disabled=not picked, key="move to", width=320,
            placeholder=words("another theme"), format_func=lambda one: label("themes", one, language),
            on_change=lambda: move_to(where.workshop.id, picked, "move to"),
        )  # fmt: skip
        confirm_button(desk, where, theme, inside)


def merge_button(desk: Desk, where: Situation, picked: list[int]) -> None:
    """Bring the chosen clusters together."""
    st.button(
        desk.words("Merge the chosen ones ({n})", n=len(picked)), disabled=len(picked) < 2, type="primary",
        on_click=_merge, args=(where.workshop.id, picked), key="merge chosen",
    )  # fmt: skip


def confirm_button(desk: Desk, where: Situation, theme: str, inside: Sequence[Cluster]) -> None:
    """Take every suggestion of a theme as right in one gesture; nothing where none is open."""
    doubtful = {one.id: theme for one in inside if not one.notes[0].theme_confirmed}
    if doubtful:
        desk.button(
            desk.words("These themes are right ({n})", n=len(doubtful)), harvesting.confirm_themes,
            where.workshop.id, doubtful, look_key=f"confirm {theme}",
        )  # fmt: skip


def _merge(workshop_id: int, picked: list[int]) -> None:
    carry_out(harvesting.merge, (workshop_id, picked[0], picked[1:]), {})
    for note_id in picked:
        st.session_state[f"pick {note_id}"] = False


def pairs(desk: Desk, where: Situation, theme: str | None, clusters: Sequence[Cluster]) -> None:
    """Clusters of the theme that may say the same, as suggestions; a person merges."""
    words = desk.words
    heads = {one.notes[0].id: one for one in clusters if one.theme == theme}
    likely = [pair for pair in suggestions(one.notes[0] for one in heads.values()) if pair.score >= LIKELY]
    found = [pair for pair in likely if (pair.one, pair.other) not in _kept_apart()][:PAIRS]
    if not found:
        return
    with st.expander(words("Do these say the same? ({n})", n=len(likely))):
        for pair in found:
            text, yes, no = st.columns([4.4, 1.1, 1.5], vertical_alignment="center")
            one, other = heads[pair.one], heads[pair.other]
            text.html(
                f"<div class=v-note>{escape(one.name)}</div><div class=v-note>{escape(other.name)}</div>"
                f"<span class=v-soft>{escape(words('Suggested: both say {words}', words=', '.join(pair.words)))}</span>"
            )
            with yes:
                desk.button(
                    words("Merge"), harvesting.merge, where.workshop.id, pair.one, [pair.other],
                    look_key=f"merge {pair.one} {pair.other}", look_width="stretch",
                )  # fmt: skip
            no.button(words("Not the same"), key=f"not {pair.one} {pair.other}", width="stretch",
                      on_click=lambda pair=pair: _kept_apart().add((pair.one, pair.other)))  # fmt: skip


def _kept_apart() -> set[tuple[int, int]]:
    """Suggestions that this person has set aside for now."""
    apart: set[tuple[int, int]] = st.session_state.setdefault("kept apart", set())
    return apart
