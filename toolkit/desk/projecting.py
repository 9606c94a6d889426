"""Steering the projector's page: it follows the stage, or holds one view."""

from random import SystemRandom

import streamlit as st

from toolkit.acts import hosting
from toolkit.acts.passing import SCREEN, end_links, screen_pass
from toolkit.desk.frame import Desk, carry_out
from toolkit.i18n import _
from toolkit.phone.screen import screen_key
from toolkit.store.passes import standing
from toolkit.store.workshops import Situation

VIEWS = {
    "follow": _("Follow the evening"),
    "welcome": _("QR code and count"),
    "slides": _("Opening slides"),
    "groups": _("Group map"),
    "ring": _("Carousel with clock"),
    "notes": _("Notes arriving"),
    "themes": _("Themes"),
    "votes": _("Votes"),
    "raffle": _("Raffle"),
    "thanks": _("Thanks and what follows"),
    "blank": _("Calm blank screen"),
}


def steer_view(desk: Desk, where: Situation) -> None:
    """What the projector shows."""
    words, workshop = desk.words, where.workshop
    st.session_state["view"] = workshop.screen
    st.radio(
        words("The screen shows"), list(VIEWS), format_func=lambda view: words(VIEWS[view]), key="view",
        on_change=lambda: carry_out(hosting.steer_screen, (workshop.id, st.session_state["view"]), {}),
    )  # fmt: skip
    if workshop.screen != "follow":
        st.info(words("The screen holds this view until you let it follow again."))


def open_and_show(desk: Desk, where: Situation) -> None:
    """The link for the projector's own window, and a small live picture of it."""
    words, code = desk.words, where.workshop.code
    st.link_button(words("Open in a new window"), f"/screen/{code}", type="primary", icon=":material/open_in_new:")
    st.link_button(
        words("Open in dark colours"), f"/screen/{code}?look=dark", type="tertiary", icon=":material/dark_mode:"
    )
    with st.popover(words("Another laptop at the projector"), icon=":material/link:"):
        _link(desk, where)
    st.caption(words("Move the new window to the projector and press F11. It follows the evening by itself."))
    st.iframe(f"/screen/{code}", height=430, alt=words("What the projector shows now"))


def _link(desk: Desk, where: Situation) -> None:
    """The screen for a browser where nobody is signed in."""
    words, workshop = desk.words, where.workshop
    st.write(words("Open this link there. Nobody has to sign in, and it shows only the screen."))
    known = desk.ask(standing, workshop.id, SCREEN)
    way_in = known[0].id if known else desk.store.write(screen_pass, workshop.id, SystemRandom())
    key = screen_key(desk.settings, way_in)
    st.code(f"{desk.address}/screen/{workshop.code}?key={key}", language=None, wrap_lines=True)
    desk.button(
        words("End this link"), end_links, workshop.id, SCREEN, done=words("The link is ended. This is a new one."),
        look_key="end screen link", look_type="tertiary", look_icon=":material/link_off:",
    )  # fmt: skip
