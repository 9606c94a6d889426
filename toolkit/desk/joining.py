"""The door: open or closed, the days of an open house, tickets, and slips that look odd."""

from datetime import date
from html import escape
from random import SystemRandom

import streamlit as st

from carousel.workshop import Format
from toolkit.acts import admitting, hosting, joining
from toolkit.desk.flagged import flagged_slips
from toolkit.desk.frame import AtPress, Desk, carry_out
from toolkit.desk.navigation import page_path
from toolkit.i18n import Translator
from toolkit.paper import qr
from toolkit.store import admissions, flags
from toolkit.store.workshops import Situation

SPARE = "spare ticket"


def door(desk: Desk, where: Situation) -> None:
    """Whether newcomers can join, and the one gesture that changes it."""
    words, workshop = desk.words, where.workshop
    open_, said = state(words, where, desk.today)
    st.html(f"<div class=v-state><b class={'open' if open_ else 'shut'}>{escape(said)}</b></div>")
    desk.button(
        words("Close joining") if workshop.joining else words("Open joining"), joining.set_joining, workshop.id,
        not workshop.joining, look_key="joining", look_width="stretch",
        look_icon=":material/door_front:" if workshop.joining else ":material/meeting_room:",
    )  # fmt: skip
    if odd := desk.ask(flags.waiting, workshop.id):
        st.caption(":material/flag: " + words.ngettext("{n} slip is flagged.", "{n} slips are flagged.", odd))


def state(words: Translator, where: Situation, today: date) -> tuple[bool, str]:
    """Whether a newcomer comes in today, and how that is said."""
    workshop = where.workshop
    if workshop.takes_in(today):
        until = workshop.closes
        return True, words("Open until {day}", day=words.date(until, "long")) if until else words("Joining is open")
    if workshop.joining and workshop.opens and today < workshop.opens:
        return False, words("Opens {day}", day=words.date(workshop.opens, "long"))
    if workshop.joining and workshop.closes:
        return False, words("Over since {day}", day=words.date(workshop.closes, "long"))
    if workshop.closed is None:
        return False, words("Joining is closed")
    same_day = joining.local_day(workshop.closed) == today
    since = words.time(workshop.closed) if same_day else words.date(workshop.closed, "short")
    return False, words("Closed since {time}", time=since)


def joining_part(desk: Desk, where: Situation) -> None:
    """Everything about coming in, as a tab of the page Host."""
    left, right = st.columns([1, 1.35], gap="large")
    with left:
        _explained(desk, where)
        if where.workshop.format is Format.OPEN_HOUSE:
            _days(desk, where)
        _tickets(desk, where)
    with right:
        flagged_slips(desk, where)


def _explained(desk: Desk, where: Situation) -> None:
    words, workshop = desk.words, where.workshop
    st.subheader(state(words, where, desk.today)[1])
    if workshop.format is Format.CAROUSEL:
        st.caption(words("Joining closes by itself when the vote begins. Late comers may come until then."))
    st.caption(words("After closing, phones inside may deliver what waits for another day."))


def _days(desk: Desk, where: Situation) -> None:
    words, workshop = desk.words, where.workshop
    (first, last), (begin, end) = st.columns(2), (AtPress(f"{name} {workshop.id}") for name in ("opens", "closes"))
    with first:
        opens = st.date_input(words("First day"), workshop.opens, format="DD.MM.YYYY", key=begin.key)
    with last:
        closes = st.date_input(words("Last day"), workshop.closes, format="DD.MM.YYYY", key=end.key)
    if (opens, closes) != (workshop.opens, workshop.closes):
        desk.button(
            words("Keep these days"), joining.set_period, workshop.id, begin, end, look_type="primary",
            look_key="keep days", done=words("The days are kept."),
        )  # fmt: skip


def _tickets(desk: Desk, where: Situation) -> None:
    words, workshop = desk.words, where.workshop
    st.subheader(words("Tickets"))
    st.session_state["tickets on"] = workshop.tickets
    st.toggle(
        words("Each newcomer needs a ticket"), key="tickets on", on_change=_switch, args=(workshop.id,),
        help=words("A printed QR code that lets one phone in, once. Paper slips need none."),
    )  # fmt: skip
    made, used, _ended = desk.ask(admissions.counts, workshop.id)
    if not workshop.tickets and not made:
        return
    people = words.ngettext("{n} slip has been given out.", "{n} slips have been given out.", where.people)
    st.caption(words("{used} of {made} tickets are used.", used=used, made=made) + f" {people}")
    if not made and st.button(words("Print tickets"), icon=":material/print:", key="to print tickets"):
        st.switch_page(page_path("print"))
    with st.container(horizontal=True):
        st.button(
            words("Let somebody in without a ticket"), on_click=_spare, args=(workshop.id,), key="spare",
            icon=":material/confirmation_number:",
        )  # fmt: skip
        if made > used:
            desk.button(
                words("End unused tickets"), admitting.end_tickets, workshop.id, look_key="end tickets",
                look_type="tertiary", look_help=words("When printed tickets were lost. Then print new ones."),
                done=words("Tickets that nobody used are worth nothing now."),
            )  # fmt: skip
    _show_spare(desk, where)


def _switch(workshop_id: int) -> None:
    carry_out(hosting.set_setting, (workshop_id, "tickets", bool(st.session_state["tickets on"])), {})


def _spare(workshop_id: int) -> None:
    ticket = carry_out(admitting.spare_ticket, (workshop_id,), {"rng": SystemRandom()})
    st.session_state[SPARE] = (workshop_id, ticket)


def _show_spare(desk: Desk, where: Situation) -> None:
    """The newest ticket made here, to be scanned from this screen or typed."""
    made_for, ticket = st.session_state.get(SPARE, (0, None))
    if made_for != where.workshop.id or not ticket:
        return
    words, code = desk.words, admitting.spelled_out(ticket)
    with st.container(border=True):
        picture, said = st.columns([1, 1.6], vertical_alignment="center")
        address = f"{desk.address}/w/{where.workshop.code}?t={ticket}"
        picture.image(qr.svg(address, words("QR code of the ticket")), width=150)
        said.write(words("One ticket, for one person: scan it here, or type its code."))
        said.html(f"<div class=v-code style='font-size:1.6rem'>{escape(code)}</div>")
        if said.button(words("Done"), key="spare done"):
            del st.session_state[SPARE]
            st.rerun()
