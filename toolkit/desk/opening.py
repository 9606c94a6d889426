"""The parts of the opening's page: slides in their order, one of them as it will look, and the assurances."""

from hashlib import sha256
from html import escape
from urllib.parse import urlencode

import streamlit as st

from toolkit.acts.opening import MOST_IN_A_NOTE, begin_anew, move_slide, show_slide, slides, write_note
from toolkit.content.opening import Opening, Shown, screens
from toolkit.desk.frame import AtPress, Desk, carry_out
from toolkit.desk.recording import record_list
from toolkit.desk.style import plain
from toolkit.i18n import languages
from toolkit.store.opening import opening
from toolkit.store.workshops import Situation, community_of


def order_slides(desk: Desk, where: Situation) -> str:
    """Every slide with its place and whether it is shown; the key of the chosen one."""
    _, workshop, held = desk.words, where.workshop, desk.ask(slides, where.workshop.id)
    chosen = str(st.session_state.get("opening slide", held[0].key))
    chosen = chosen if chosen in [one.key for one in held] else held[0].key
    with st.container(gap="xsmall"):
        for place, one in enumerate(held):
            _row(desk, where, one, place, len(held), chosen == one.key)
    minutes = sum(one.minutes for one in held if one.shown)
    many = _.ngettext("{n} screen", "{n} screens", len(screens(held)))
    st.caption(f"{many} · {_('{minutes} min', minutes=_.number(minutes))}")
    if desk.ask(opening, workshop.id) != Opening():
        desk.button(
            _("Begin with the usual slides again"), begin_anew, workshop.id, look_type="tertiary",
            look_icon=":material/restart_alt:",
        )  # fmt: skip
    return chosen


def _row(desk: Desk, where: Situation, one: Shown, place: int, many: int, chosen: bool) -> None:
    _, workshop = desk.words, where.workshop
    name, up, down, seen = st.columns([6, 1, 1, 1.3], vertical_alignment="center", gap="small")
    title = one.title.of(_.language, community=workshop.community)
    name.button(
        plain(f"{place + 1}. {title}"), key=f"slide {one.key}", type="primary" if chosen else "secondary",
        width="stretch", on_click=st.session_state.update, kwargs={"opening slide": one.key},
    )  # fmt: skip
    for column, by, icon, said in ((up, -1, "arrow_upward", _("Earlier")), (down, 1, "arrow_downward", _("Later"))):
        with column:
            desk.button(
                "", move_slide, workshop.id, one.key, by, look_key=f"move {by} {one.key}", look_help=said,
                look_icon=f":material/{icon}:", look_width="stretch", look_type="tertiary",
                look_disabled=not 0 <= place + by < many,
            )  # fmt: skip
    wanted = AtPress(f"shown {one.key}")
    st.session_state[wanted.key] = one.shown
    seen.toggle(
        _("Show: {title}", title=title), key=wanted.key, label_visibility="collapsed",
        on_change=carry_out, args=(show_slide, (workshop.id, one.key, wanted), {}),
    )  # fmt: skip


def preview(desk: Desk, where: Situation, key: str) -> None:
    """The chosen slide as the projector will show it, and what the presenter wants to say."""
    _, workshop, held = desk.words, where.workshop, desk.ask(slides, where.workshop.id)
    one = next(one for one in held if one.key == key)
    places = [place for place, screen in enumerate(screens(held), start=1) if screen.slide.key == key]
    with st.container(horizontal=True):
        spoken = st.segmented_control(
            _("Language of the preview"), languages(), key="opening language", default=workshop.language,
            format_func=str.upper, required=True, label_visibility="collapsed", width="content",
        )  # fmt: skip
        place = places[0] if places else 0
        if len(places) > 1:
            names = dict(zip(places, (_("What happens there"), _("What we can learn")), strict=True))
            place = st.segmented_control(
                _("Screen"), places, key=f"opening screen {key}", default=places[0], required=True,
                format_func=names.__getitem__, label_visibility="collapsed", width="content",
            )  # fmt: skip
    if place:
        version = sha256(repr(held).encode()).hexdigest()[:8]  # another one loads the preview anew
        asked = urlencode({"view": f"slides:{place}", "lang": spoken, "v": version})
        st.iframe(f"/screen/{workshop.code}?{asked}", height=430, alt=_("How the slide will look"))
    else:
        st.info(_("This slide is left out."))
    _notes(desk, where, one)


def _notes(desk: Desk, where: Situation, one: Shown) -> None:
    _, workshop, key = desk.words, where.workshop, f"note {where.workshop.id} {one.key} {hash(one.own_note)}"
    if said := one.notes.of(_.language):
        st.html(f"<div class='v-card v-bare'><ul>{''.join(f'<li>{escape(line)}</li>' for line in said)}</ul></div>")
    st.text_area(
        _("Your note for this slide"), one.own_note, key=key, max_chars=MOST_IN_A_NOTE, height=90,
        help=_("Only the presenter sees it, on the host's page and on the remote control."),
        on_change=lambda: carry_out(write_note, (workshop.id, one.key, st.session_state[key]), {"done": _("Kept.")}),
    )  # fmt: skip


def assurances(desk: Desk, where: Situation) -> None:
    """What the municipality assured the community; only what is public leaves this page."""
    _ = desk.words
    st.markdown(plain(_("Public assurances stand on a slide and in the report. The others only staff can see.")))
    record_list(desk, desk.ask(community_of, where.workshop.id), "assurance", "text", ("who", "public"))
