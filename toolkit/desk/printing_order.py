"""From what a facilitator wishes to the order for the printer: the plan, the open house, codes nobody has yet."""

from dataclasses import dataclass, replace
from datetime import time
from ipaddress import ip_address
from random import SystemRandom
from urllib.parse import urlsplit

import streamlit as st

from carousel.carousel import Carousel
from carousel.stage import Step
from carousel.workshop import Format, Workshop
from toolkit.acts.admitting import new_tickets
from toolkit.acts.reserving import free_codes, printed_erasure, reserve_codes
from toolkit.content.question import QuestionSet
from toolkit.content.question_set import question_set
from toolkit.desk.frame import Desk
from toolkit.desk.planning import preview
from toolkit.paper.admission import full_pages
from toolkit.paper.order import Order, Stub
from toolkit.paper.slips import stubs
from toolkit.store import Transaction
from toolkit.store.admissions import counts
from toolkit.store.choices import choice
from toolkit.store.programme import open_workshops
from toolkit.store.workshops import Situation


@dataclass(frozen=True, slots=True)
class Wish:
    """What is chosen on the page: slips for each language, the first raffle ticket, languages, doors and venue."""

    slips: int
    first_ticket: int
    langs: tuple[str, ...]
    opens: time | None = None
    venue: str = ""
    separate: bool = False


def ordered(desk: Desk, where: Situation, wish: Wish) -> Order:
    """The order, with the rotation as it stands, else as planned for the people expected."""
    workshop = where.workshop
    asked = question_set(workshop.question_set, desk.settings.question_sets)
    wifi = desk.ask(choice, "wifi")
    order = Order(
        workshop=workshop,
        questions=asked,
        address=desk.address,
        wifi=(wifi[0], wifi[1]) if wifi else None,
        organiser=desk.ask(choice, "organiser", ""),
        contact=desk.ask(choice, "contact", ""),
        venue=wish.venue,
        opens=wish.opens,
        open_house=desk.ask(open_house, workshop),
        stubs=kept_stubs(desk, workshop, wish),
        tickets=tickets_to_print(desk, workshop, wish) if workshop.tickets else (),
    )
    if workshop.format is Format.OPEN_HOUSE:
        return order
    step, carousel = _turning(where, asked)
    return replace(order, carousel=carousel, lengths=step.lengths, move=step.move_seconds)


def _turning(where: Situation, asked: QuestionSet) -> tuple[Step, Carousel]:
    if where.carousel is not None:
        return where.step, where.carousel
    shown = preview(where.workshop, asked)
    return shown.step, shown.carousel


def open_house(tx: Transaction, workshop: Workshop) -> str:
    """The code of another open house of the same community; empty where none is open."""
    found = (one for one in open_workshops(tx) if one.format is Format.OPEN_HOUSE and one.id != workshop.id)
    return next((one.code for one in found if one.community == workshop.community), "")


def kept_stubs(desk: Desk, workshop: Workshop, wish: Wish) -> tuple[Stub, ...]:
    """Codes and tickets, the same as long as this session asks for the same: what is looked at is what is printed."""
    count, key = wish.slips * len(wish.langs), _stubs(workshop, wish)
    if key not in st.session_state:
        rng = SystemRandom()
        made = stubs(desk.ask(free_codes, workshop.id, count, rng), wish.first_ticket, rng)
        st.session_state[key] = tuple(replace(one, erasure=printed_erasure(workshop.id, one.code)) for one in made)
    kept: tuple[Stub, ...] = st.session_state[key]
    return kept


def _stubs(workshop: Workshop, wish: Wish) -> str:
    return f"stubs {workshop.id} {wish.slips * len(wish.langs)} {wish.first_ticket}"


def tickets_to_print(desk: Desk, workshop: Workshop, wish: Wish) -> tuple[str, ...]:
    """As many tickets as slips, the same as long as this session asks for as many and none was ended; valid once they
    are printed."""
    key = f"tickets {workshop.id} {wish.slips * len(wish.langs)} {desk.ask(counts, workshop.id).ended}"
    if key not in st.session_state:
        st.session_state[key] = new_tickets(full_pages(wish.slips) * len(wish.langs), SystemRandom())
    made: tuple[str, ...] = st.session_state[key]
    return made


def kept_for_paper(desk: Desk, order: Order, wish: Wish) -> Order:
    """The order with its codes kept from phones; they are made anew when a phone has got one of them meanwhile."""
    while not desk.store.write(reserve_codes, order.workshop.id, [one.code for one in order.stubs]):
        del st.session_state[_stubs(order.workshop, wish)]
        order = replace(order, stubs=kept_stubs(desk, order.workshop, wish))
    return order


def only_in_the_hall(address: str) -> bool:
    """Whether an address is one that nobody reaches from home."""
    host = urlsplit(address).hostname or ""
    try:
        return not ip_address(host).is_global
    except ValueError:
        return "." not in host or host.endswith(".local")
