"""The hall: who is where, who came late, who left, and the doors of the table hosts."""

from html import escape
from random import SystemRandom

import streamlit as st

from carousel.carousel import Carousel
from carousel.groups import imbalance
from carousel.stage import Stage
from toolkit.acts import seating
from toolkit.acts.passing import HOST, end_links, host_passes
from toolkit.content.question_set import question_set
from toolkit.desk.frame import Desk, carry_out
from toolkit.desk.planning import rotation
from toolkit.desk.style import mark, plain, table
from toolkit.phone.tokens import Tokens
from toolkit.store.passes import standing
from toolkit.store.workshops import Situation, present


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
        if where.carousel is not None and where.step.stage in seating.AROUND:
            _latecomers(desk, where, where.carousel)
    with leaving:
        st.subheader(_("Went home"))
        st.text_input(_("Code on the slip"), key="leaver", max_chars=8, placeholder="ABC23", on_change="ignore")
        st.button(_("Has left"), on_click=_left, args=(where.workshop.id,), key="has left")
    with changing:
        st.subheader(_("Changes group"))
        if not where.groups:
            st.caption(_("There are no groups yet."))
            return
        st.text_input(_("Code on the slip"), key="changer", max_chars=8, placeholder="ABC23", on_change="ignore")
        st.segmented_control(_("New group"), [group.index for group in where.groups], key="new group",
                             format_func=lambda index: where.groups[index].letter, on_change="ignore")  # fmt: skip
        st.button(_("Change group"), on_click=_changed, args=(where.workshop.id,), key="change group")


def _latecomers(desk: Desk, where: Situation, carousel: Carousel) -> None:
    """Those who found no group, and a new group where a station rests."""
    _ = desk.words
    lost = desk.ask(present, where.workshop.id).get(None, 0)
    if lost:
        st.warning(_.ngettext("{n} person has no group.", "{n} people have no group.", lost))
        desk.button(_("Seat them"), seating.seat_together, where.workshop.id, (), look_key="seat them")
    if carousel.has_free_station:
        st.text_input(
            _("Three or more came together? Their codes:"), key="together", placeholder="ABC23 DEF45 GHJ67",
            on_change="ignore", help=_("One station is free. They become a group of their own."),
        )  # fmt: skip
        st.button(_("Seat them together"), on_click=_seated, args=(where.workshop.id,), key="seat together")


def _seated(workshop_id: int) -> None:
    codes = st.session_state["together"].replace(",", " ").split()
    if codes and carry_out(seating.seat_together, (workshop_id, codes), {}) is not None:
        st.session_state["together"] = ""


def uneven(desk: Desk, where: Situation) -> None:
    """Between rounds only: when groups have become unequal, ask for volunteers."""
    _ = desk.words
    held = [group for group in where.groups if group.size > 0]
    if where.step.stage not in (Stage.MOVING, Stage.BREAK) or not imbalance([group.size for group in where.groups]):
        return
    most, least = max(held, key=lambda group: group.size), min(held, key=lambda group: group.size)
    st.info(
        _("Group {most} has {many}, group {least} only {few}. Ask for volunteers to change.",
          most=most.letter, many=most.size, least=least.letter, few=least.size)
        + " " + _("Enter their codes under “Late and leaving”.")
    )  # fmt: skip


def _left(workshop_id: int) -> None:
    carry_out(seating.leave_by_code, (workshop_id, st.session_state["leaver"]), {})
    st.session_state["leaver"] = ""


def _changed(workshop_id: int) -> None:
    group = st.session_state.get("new group")
    if group is not None:
        carry_out(seating.change_group, (workshop_id, st.session_state["changer"].strip().upper(), group), {})
        st.session_state["changer"] = ""


def table_hosts(desk: Desk, where: Situation) -> None:
    """A link for each station; whoever has it types for others."""
    _, workshop = desk.words, where.workshop
    st.write(_("Open the link on the host's device. Notes typed there count like all others."))
    tokens = Tokens(desk.settings.secret)
    asked = question_set(workshop.question_set, desk.settings.question_sets)
    stations = where.carousel.stations if where.carousel else tuple((one.id,) for one in asked.questions)
    places: list[tuple[int | None, str]] = [(None, _("All stations"))]
    for number, ids in enumerate(stations, start=1):
        short = " · ".join(one.short.of(_.language) for one in map(asked.question, ids) if one)
        places.append((number, _("Station {number}", number=number) + f": {short}"))
    passes = _ways_in(desk, workshop.id, [place for place, said in places])
    for place, name in places:
        label, link = st.columns([1.2, 3], vertical_alignment="center")
        label.markdown(f"**{plain(name)}**")
        link.code(f"{desk.address}/h/{tokens.host_token(passes[place])}", language=None)
    desk.button(
        _("End these links"), end_links, workshop.id, HOST, done=_("The links are ended. These are new ones."),
        look_key="end host links", look_type="tertiary", look_icon=":material/link_off:",
        look_help=_("A device that was lost or lent can type no longer. Hand out the new links."),
    )  # fmt: skip


def _ways_in(desk: Desk, workshop_id: int, places: list[int | None]) -> dict[int | None, str]:
    known = {one.station: one.id for one in desk.ask(standing, workshop_id, HOST)}
    if known.keys() >= set(places):
        return known
    return desk.store.write(host_passes, workshop_id, places, SystemRandom())
