"""The raffle: who takes part, how many prizes, one button, and how anyone can repeat the draw."""

import streamlit as st

from carousel.raffle import FIRST_ON_PAPER, LAST_ON_PAPER
from carousel.stage import Stage
from carousel.workshop import Workshop
from toolkit.acts import hosting
from toolkit.desk.frame import Desk, carry_out
from toolkit.desk.raffle_paper import paper_tickets
from toolkit.desk.style import plain
from toolkit.i18n import Translator
from toolkit.store.tickets import tickets
from toolkit.store.workshops import Situation


def raffle(desk: Desk, where: Situation) -> None:
    """Draw winners from the tickets given out on phones and on paper."""
    _, given = desk.words, desk.ask(tickets, where.workshop.id)
    on_paper = [number for number in given if FIRST_ON_PAPER <= number <= LAST_ON_PAPER]
    st.write(_taking_part(_, len(given), len(on_paper)))
    if where.winners:
        st.subheader(_("Winning tickets") + ": " + ", ".join(map(str, where.winners)))
        st.caption(_("Anyone can repeat the draw with the seed {seed}.", seed=plain(where.raffle_seed)))
    if not given:
        st.caption(_("Tickets are given out at check-in."))
    elif where.step.stage is not Stage.RAFFLE:
        st.caption(_("The draw opens when the evening comes to the raffle."))
    else:
        _draw(desk, where, len(given))
    if not where.winners:
        paper_tickets(desk, where, on_paper)


def _taking_part(_: Translator, given: int, on_paper: int) -> str:
    if not on_paper:
        return _.ngettext("{n} ticket takes part.", "{n} tickets take part.", given)
    return _.ngettext(
        "{n} ticket takes part, {paper} of them on paper.", "{n} tickets take part, {paper} of them on paper.", given,
        paper=on_paper,
    )  # fmt: skip


def _draw(desk: Desk, where: Situation, given: int) -> None:
    _ = desk.words
    prizes_at, seed_at, act = st.columns([1, 2, 1.4], vertical_alignment="bottom")
    keys = (f"seed {where.workshop.id}", f"prizes {where.workshop.id} {given}")
    called = _("Seed: a word or number that the hall calls out")
    seed_at.text_input(called, _("together"), max_chars=40, key=keys[0], on_change="ignore")
    prizes_at.number_input(_("Prizes"), 1, given, min(3, given), key=keys[1], on_change="ignore")
    act.button(
        _("Draw again") if where.winners else _("Draw on the screen"), key="draw", width="stretch",
        on_click=_drawn, args=(where.workshop, *keys),
    )  # fmt: skip


def _drawn(workshop: Workshop, seed: str, prizes: str) -> None:
    word = str(st.session_state[seed]).strip() or workshop.code
    carry_out(hosting.draw_raffle, (workshop.id, word, int(st.session_state[prizes])), {})
