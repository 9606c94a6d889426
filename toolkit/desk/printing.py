"""The parts of the page that prints: what is wished, what it looks like, and the files."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import time
from typing import Literal

import streamlit as st

from carousel.workshop import Workshop
from toolkit.acts.admitting import keep_tickets
from toolkit.desk.frame import Desk
from toolkit.desk.printing_order import Wish, kept_for_paper, only_in_the_hall
from toolkit.desk.remembered import remembered
from toolkit.desk.style import plain
from toolkit.i18n import languages, translator
from toolkit.paper import export, pack
from toolkit.paper.order import Order
from toolkit.paper.slips import A_PAGE, FIRST_TICKET, full_pages
from toolkit.store.workshops import Situation

IN_A_ROW = 4
MOST_SLIPS = 400
RESERVE = 4  # one slip in reserve for so many people
Looks = Mapping[str, tuple[bytes, int]]


def wishes(desk: Desk, workshop: Workshop) -> Wish:
    """How many slips, in which languages, when and where the doors open, one file or several."""
    _, kept = desk.words, _kept(workshop)
    langs = st.segmented_control(
        _("Languages"), languages(), selection_mode="multi", default=list(kept.langs),
        key=f"print languages {workshop.id}", format_func=lambda one: translator(one).name,
    )  # fmt: skip
    opens = st.time_input(_("Doors open at"), kept.opens, step=900, key=f"print opens {workshop.id}")
    venue = st.text_input(
        _("Where"), kept.venue, max_chars=80, placeholder=_("Hall and address"), key=f"print venue {workshop.id}"
    )
    many, first = st.columns(2, vertical_alignment="bottom")
    slips = many.number_input(
        _("Slips"), A_PAGE, MOST_SLIPS, kept.slips, A_PAGE, help=_("Eight fit on a page. So many in each language."),
        key=f"print slips {workshop.id}",
    )  # fmt: skip
    ticket = first.number_input(
        _("First ticket"), FIRST_TICKET, 9999 - MOST_SLIPS, kept.first_ticket,
        help=_("Printing more slips later? Begin after the last ticket."), key=f"print ticket {workshop.id}",
    )  # fmt: skip
    spoken = tuple(one for one in languages() if one in (langs or [])) or (workshop.language,)
    wish = Wish(int(slips), int(ticket), spoken, opens if isinstance(opens, time) else None, venue.strip())
    st.session_state[_place(workshop)] = wish
    return replace(wish, separate=_separate(desk))


def _separate(desk: Desk) -> bool:
    _ = desk.words
    names = {False: _("One PDF"), True: _("Several")}
    chosen = st.segmented_control(
        _("Files"), list(names), default=False, required=True, format_func=names.__getitem__, key="print files"
    )
    return bool(chosen)


def _place(workshop: Workshop) -> str:
    return f"wish {workshop.id}"


def _kept(workshop: Workshop) -> Wish:
    """What was chosen before on this page; at first slips for the people expected and some in reserve."""
    people = workshop.expected + -(-workshop.expected // RESERVE)
    first = Wish(min(full_pages(people), MOST_SLIPS), FIRST_TICKET, (workshop.language,))
    wish: Wish = st.session_state.get(_place(workshop), first)
    return wish


def address_hint(desk: Desk) -> None:
    """Flyers are read at home, where the hall's own network does not reach."""
    if only_in_the_hall(desk.address):
        _ = desk.words
        said = _("Phones at home cannot open {address}. Flyers need a public address.", address=desk.address)
        st.caption(plain(said))


def gallery(desk: Desk, where: Situation, order: Order, wish: Wish) -> tuple[str, ...]:
    """A picture of the first page of each part, with a box to tick; the parts that are ticked."""
    _ = desk.words
    names, looks = pack.names(_), _looks(desk, where, order, wish)
    chosen = []
    parts = pack.offered(order)
    for start in range(0, len(parts), IN_A_ROW):
        for place, part in zip(st.columns(IN_A_ROW), parts[start : start + IN_A_ROW], strict=False):
            picture, pages = looks[part]
            with place.container(border=True):
                st.image(picture, width="stretch", alt=_("First page: {name}", name=names[part]))
                if st.checkbox(names[part], True, key=f"print {part}"):
                    chosen.append(part)
                st.caption(_.ngettext("{n} page", "{n} pages", pages))
    return tuple(chosen)


def _looks(desk: Desk, where: Situation, order: Order, wish: Wish) -> Looks:
    """The first page of each part in the first language, and how many pages it has in all languages."""
    _ = desk.words

    def make() -> Looks:
        with st.spinner(_("Making the pages")):
            return {part: _look(order, part, wish.langs) for part in pack.offered(order)}

    return remembered(desk, f"print {wish} {desk.address}", where, make)


def _look(order: Order, part: str, langs: Sequence[str]) -> tuple[bytes, int]:
    found = pack.pictures(order, part, langs)
    return found[0], len(found)


def files(desk: Desk, order: Order, parts: Sequence[str], wish: Wish) -> None:
    """Make what is ticked, with its progress, then hand it out."""
    _, mark = desk.words, (order.workshop.id, wish, tuple(parts), desk.address)
    if not parts:
        st.info(_("Tick what you need."))
        return
    made_for, content = st.session_state.get("printed", (None, b""))
    label, ready = _("Make the files") if wish.separate else _("Make the PDF"), made_for == mark
    look: Literal["primary", "secondary"] = "secondary" if ready else "primary"
    if st.button(label, type=look, width="stretch", icon=":material/print:", key="make"):
        st.session_state["printed"] = (mark, _made(desk, order, parts, wish))
        st.rerun()
    if ready:
        ending, mime = ("zip", "application/zip") if wish.separate else ("pdf", "application/pdf")
        name = export.file_name(order.workshop.code, order.workshop.date, "print", ending)
        st.download_button(
            _("Download ({size} MB)", size=_.number(len(content) / 1e6)), content, name, mime, type="primary",
            width="stretch", on_click="ignore", icon=":material/download:", key="download print",
        )  # fmt: skip


def _made(desk: Desk, order: Order, parts: Sequence[str], wish: Wish) -> bytes:
    if "slips" in parts:
        order = kept_for_paper(desk, order, wish)
    if "tickets" in parts:
        desk.store.write(keep_tickets, order.workshop.id, order.tickets)
    bar, made = st.progress(0.0, desk.words("Making the pages")), b""
    for done, so_far in _steps(order, parts, wish):
        bar.progress(done, desk.words("Making the pages"))
        made = so_far
    bar.empty()
    return made


def _steps(order: Order, parts: Sequence[str], wish: Wish) -> Iterator[tuple[float, bytes]]:
    if wish.separate:
        return pack.archive(order, parts, wish.langs)
    return pack.document(order, parts, wish.langs)
