"""The hall: who is where, who came late, who left, and the doors of the table hosts."""

from datetime import datetime
from html import escape

import streamlit as st

from carousel.refusal import Refusal
from toolkit.acts import seating
from toolkit.content.question_set import question_set
from toolkit.desk.frame import Desk, carry_out
from toolkit.desk.planning import rotation
from toolkit.desk.style import mark, plain, table
from toolkit.phone.tokens import Tokens
from toolkit.store import Transaction
from toolkit.store.slips import slip_with_code
from toolkit.store.workshops import Situation


def groups_and_stations(desk: Desk, where: Situation) -> None:
    """Each group with its people and place, and the whole rotation."""
    _, carousel = desk.words, where.carousel
    if carousel is None:
        st.info(_("Groups are formed after the opening, from everybody who has checked in."))
        return
    round = where.step.round
    rows = [
        [
            mark(group.index, group.letter),
            escape(_.ngettext("{n} person", "{n} people", group.size)),
            "" if round is None else escape(_("station {number}", number=carousel.station(group.index, round))),
        ]
        for group in where.groups
    ]
    now, turns = st.columns([1, 1.8], gap="large")
    now.html(table([_("Group"), _("People"), _("Now at")], rows))
    turns.html(rotation(_, carousel, where.step.lengths))


def late_and_leaving(desk: Desk, where: Situation) -> None:
    """Latecomers check in as everybody does; leavers and volunteers are moved by the code on their slip."""
    _ = desk.words
    late, leaving, changing = st.columns(3, gap="large")
    with late:
        st.subheader(_("Came late"))
        st.write(_("They scan the same QR code. The phone shows them their group."))
        st.caption(_("They join the smallest group at its station."))
    with leaving:
        st.subheader(_("Went home"))
        st.text_input(_("Code on the slip"), key="leaver", max_chars=8, placeholder="ABC23")
        st.button(_("Has left"), on_click=_left, args=(where.workshop.id,), key="has left")
    with changing:
        st.subheader(_("Changes group"))
        if not where.groups:
            st.caption(_("There are no groups yet."))
            return
        st.text_input(_("Code on the slip"), key="changer", max_chars=8, placeholder="ABC23")
        st.segmented_control(_("New group"), [group.index for group in where.groups], key="new group",
                             format_func=lambda index: where.groups[index].letter)  # fmt: skip
        st.button(_("Change group"), on_click=_changed, args=(where.workshop.id,), key="change group")


def _left(workshop_id: int) -> None:
    carry_out(_leave, (workshop_id, st.session_state["leaver"]), {})
    st.session_state["leaver"] = ""


def _leave(tx: Transaction, workshop_id: int, code: str, now: datetime) -> None:
    row = slip_with_code(tx, workshop_id, code.strip().upper())
    if row is None:
        raise Refusal(seating.NO_SLIP, status=404)
    seating.leave(tx, row.id, now)


def _changed(workshop_id: int) -> None:
    group = st.session_state.get("new group")
    if group is not None:
        carry_out(seating.change_group, (workshop_id, st.session_state["changer"].strip().upper(), group), {})
        st.session_state["changer"] = ""


def table_hosts(desk: Desk, where: Situation) -> None:
    """A link for each station; whoever has it types for others."""
    _, workshop = desk.words, where.workshop
    st.write(_("Open the link on the host's device. Notes typed there count like all others."))
    tokens = Tokens(desk.settings.secret, secure=desk.settings.https)
    asked = question_set(workshop.question_set, desk.settings.question_sets)
    stations = where.carousel.stations if where.carousel else tuple((one.id,) for one in asked.questions)
    places: list[tuple[int | None, str]] = [(None, _("All stations"))]
    for number, ids in enumerate(stations, start=1):
        short = " · ".join(one.short.of(_.language) for one in map(asked.question, ids) if one)
        places.append((number, _("Station {number}", number=number) + f": {short}"))
    for place, name in places:
        label, link = st.columns([1.2, 3], vertical_alignment="center")
        label.markdown(f"**{plain(name)}**")
        link.code(f"{desk.address}/h/{tokens.host_token(workshop.id, place)}", language=None)
