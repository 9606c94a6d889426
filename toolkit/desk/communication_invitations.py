"""Invitations as files: what they say is shown, copied and taken away; the flyer is made for the printer."""

from datetime import time
from functools import partial
from typing import TypeVar

import streamlit as st

from carousel.refusal import Refusal
from carousel.workshop import Workshop
from toolkit.desk.frame import Desk
from toolkit.desk.printing_order import Wish, open_house, ordered
from toolkit.desk.style import plain
from toolkit.i18n import languages, say, translator
from toolkit.paper import pack
from toolkit.paper.export import file_name
from toolkit.paper.invitations import Invitation, invitation
from toolkit.store.choices import choice
from toolkit.store.preparation import preparation
from toolkit.store.programme import Community
from toolkit.store.workshops import situation_of

T = TypeVar("T")
FIRST_TIME = time(18, 0)


def invitations(desk: Desk, community: Community, workshop: Workshop) -> None:
    """Left when and where, right what goes out: texts with a copy button and files."""
    _ = desk.words
    left, right = st.columns([1, 2], gap="large")
    said: dict[str, str] = {}
    with left:
        language = str(st.segmented_control(
            _("Language"), languages(), default=_.language, required=True, key="invitation language",
            format_func=lambda one: translator(one).name,
        ))  # fmt: skip
        key = f"invitation of {workshop.id}"
        start = st.time_input(_("Begins at"), _kept(workshop, "start", FIRST_TIME), step=900, key=f"{key} start")
        for name, label, usual in (
            ("place", _("Where"), _place(desk, community)),
            ("contact", _("Whom to ask"), _contact(desk)),
            ("address", _("Address for those who cannot come"), _address(desk, workshop)),
        ):
            said[name] = st.text_input(label, _kept(workshop, name, usual), max_chars=100, key=f"{key} {name}")
    st.session_state[f"invitation {workshop.id}"] = {"start": start, **said}
    with right:
        try:
            made = invitation(
                workshop, start=start, place=said["place"], contact=said["contact"], address=said["address"],
                lang=language, made=desk.now,
            )  # fmt: skip
        except Refusal as refusal:
            st.warning(plain(say(refusal, _.language)))
            return
        _texts(desk, workshop, made)
        _files(desk, workshop, made, Wish(0, 1, (language,), start, said["place"]))


def _texts(desk: Desk, workshop: Workshop, made: Invitation) -> None:
    _ = desk.words
    shown = {
        _("Newspaper, short"): made.newspaper_short,
        _("Newspaper, long"): made.newspaper_long,
        _("Text message"): made.message,
    }
    for tab, text in zip(st.tabs(list(shown)), shown.values(), strict=True):
        with tab:
            st.code(text, language=None, wrap_lines=True)
            st.caption(_.ngettext("{n} character", "{n} characters", len(text)))


def _files(desk: Desk, workshop: Workshop, made: Invitation, wish: Wish) -> None:
    _ = desk.words
    texts = f"{made.newspaper_long}\n\n---\n\n{made.newspaper_short}\n\n---\n\n{made.message}\n"
    order = ordered(desk, desk.ask(situation_of, workshop.id), wish)
    flyer = partial(pack.pdf, order, ["flyer"], wish.langs)
    files: tuple[tuple[str, bytes | partial[bytes], str, str, str, str], ...] = (
        (_("E-mail"), made.email, "invitation", "eml", "message/rfc822", "mail"),
        (_("Calendar"), made.calendar, "invitation", "ics", "text/calendar", "event"),
        (_("Texts"), texts.encode("utf-8-sig"), "invitation", "txt", "text/plain", "description"),
        (_("Flyer (PDF)"), flyer, "flyer", "pdf", "application/pdf", "picture_as_pdf"),
    )
    for column, (label, content, kind, ending, mime, icon) in zip(st.columns(4), files, strict=True):
        column.download_button(
            label, content, file_name(workshop.code, workshop.date, kind, ending), mime, width="stretch",
            on_click="ignore", key=f"invitation {ending}", icon=f":material/{icon}:",
        )  # fmt: skip
    st.caption(_("The e-mail opens as a draft: add the addresses and send it from your own mail program."))


def _kept(workshop: Workshop, name: str, first: T) -> T:
    kept: T = st.session_state.get(f"invitation {workshop.id}", {}).get(name, first)
    return kept


def _place(desk: Desk, community: Community) -> str:
    """The only room of the community, if there is just one."""
    rooms = desk.ask(preparation, community.id).premises
    return ", ".join(filter(None, (rooms[0].name, rooms[0].address)))[:100] if len(rooms) == 1 else ""


def _contact(desk: Desk) -> str:
    said = (desk.ask(choice, "organiser", ""), desk.ask(choice, "contact", ""))
    return ", ".join(filter(None, map(str, said)))[:100]


def _address(desk: Desk, workshop: Workshop) -> str:
    code = desk.ask(open_house, workshop)
    return f"{desk.address}/w/{code}" if code else ""
