"""The raffle: how many prizes, one button, and how anyone can repeat the draw."""

import streamlit as st

from carousel.stage import Stage
from toolkit.acts import hosting
from toolkit.desk.frame import Desk
from toolkit.desk.style import plain
from toolkit.store.slips import tickets
from toolkit.store.workshops import Situation


def raffle(desk: Desk, where: Situation) -> None:
    """Draw winners from the tickets given out."""
    _ = desk.words
    given = len(desk.ask(tickets, where.workshop.id))
    st.write(_.ngettext("{n} ticket was given out.", "{n} tickets were given out.", given))
    if where.winners:
        st.subheader(_("Winning tickets") + ": " + ", ".join(map(str, where.winners)))
        st.caption(_("Anyone can repeat the draw with the seed {seed}.", seed=plain(where.raffle_seed)))
    if not given:
        st.caption(_("Tickets are given out at check-in."))
        return
    if where.step.stage is not Stage.RAFFLE:
        st.caption(_("The draw opens when the evening comes to the raffle."))
        return
    prizes_at, seed_at, act = st.columns([1, 2, 1.4], vertical_alignment="bottom")
    prizes = prizes_at.number_input(_("Prizes"), 1, given, min(3, given))
    seed = seed_at.text_input(_("Seed: a word or number that the hall calls out"), _("together"), max_chars=40)
    with act:
        desk.button(
            _("Draw again") if where.winners else _("Draw on the screen"), hosting.draw_raffle, where.workshop.id,
            seed.strip() or where.workshop.code, int(prizes), look_key="draw", look_width="stretch",
        )  # fmt: skip
