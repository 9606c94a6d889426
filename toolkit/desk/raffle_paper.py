"""Tickets on paper that were handed out at the door: from which number to which, and taking them back."""

from collections.abc import Iterator, Sequence

import streamlit as st

from carousel.raffle import FIRST_ON_PAPER, LAST_ON_PAPER
from toolkit.acts.raffle import hand_out_tickets, take_back_tickets
from toolkit.desk.frame import Desk, carry_out
from toolkit.i18n import Translator
from toolkit.store.workshops import Situation

FIRST, LAST, FAULT = "paper tickets first", "paper tickets last", "paper tickets fault"
OF = "paper tickets of"  # the workshop whose numbers these are
SHARES = (1.5, 1.5, 1.4)


def paper_tickets(desk: Desk, where: Situation, on_paper: Sequence[int]) -> None:
    """Two numbers and a button; below, every range that takes part and how to take it back."""
    _ = desk.words
    if st.session_state.get(FIRST) is None or st.session_state.get(OF) != where.workshop.id:
        st.session_state[FIRST] = min(max(on_paper, default=FIRST_ON_PAPER - 1) + 1, LAST_ON_PAPER)
        st.session_state[LAST], st.session_state[OF] = None, where.workshop.id  # numbers of another hall mean nothing
    with st.form("paper tickets", border=False):
        first, last, act = st.columns(SHARES, vertical_alignment="bottom")
        first.number_input(_("First ticket on paper"), FIRST_ON_PAPER, LAST_ON_PAPER, None, key=FIRST)
        last.number_input(_("Last ticket handed out"), FIRST_ON_PAPER, LAST_ON_PAPER, None, key=LAST)
        act.form_submit_button(
            _("Add to the draw"), width="stretch", on_click=_hand_out, args=(_, where.workshop.id)
        )
        if fault := st.session_state.pop(FAULT, ""):
            st.error(fault)
    for begin, end in ranges(on_paper):
        said, *_rest, undo = st.columns(SHARES, vertical_alignment="center")
        said.write(_("On paper: {numbers}", numbers=f"{begin}–{end}" if end > begin else str(begin)))
        with undo:
            desk.button(
                _("Take back"), take_back_tickets, where.workshop.id, begin, end, look_key=f"take back {begin}",
                look_width="stretch",
            )  # fmt: skip


def ranges(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last of each unbroken run of rising numbers."""
    start = 0
    for place, number in enumerate(numbers):
        if place + 1 == len(numbers) or numbers[place + 1] != number + 1:
            yield numbers[start], number
            start = place + 1


def _hand_out(_: Translator, workshop_id: int) -> None:
    """What is refused is said at the fields, which keep what was typed."""
    first, last = st.session_state.get(FIRST), st.session_state.get(LAST)
    if first is None or last is None:
        st.session_state[FAULT] = _("Please type the first and the last number.")
        return
    carry_out(hand_out_tickets, (workshop_id, int(first), int(last)), {})
    if "told" in st.session_state:
        st.session_state[FAULT] = st.session_state.pop("told")[1]
    else:
        st.session_state[FIRST] = st.session_state[LAST] = None
