"""A prepared workshop: its code and QR, what to print, and the button that opens check-in."""

from html import escape

import streamlit as st

from carousel.stage import Stage, Verb
from toolkit.acts import hosting
from toolkit.content.question_set import question_set
from toolkit.desk.frame import Desk
from toolkit.desk.navigation import page_path
from toolkit.paper import export, pack, qr
from toolkit.paper.order import Order
from toolkit.store.choices import choice
from toolkit.store.workshops import Situation, situation


def show_ready(desk: Desk, code: str) -> None:
    """Everything needed before people come."""
    _, where = desk.words, desk.ask(situation, code)
    about, picture, act = st.columns([1.3, 1, 1.2], gap="large")
    address = f"{desk.address}/w/{code}"
    about.html(
        f"<b>{escape(where.workshop.community)}: {escape(where.workshop.title)}</b><br>"
        f"{escape(_.date(where.workshop.date))}<p class=v-soft>{escape(_('Code'))}</p>"
        f"<div class=v-code>{escape(code)}</div><p class=v-soft>{escape(_('Address for residents'))}</p>"
        f"<b>{escape(address)}</b>"
    )
    named = _("QR code of the page")
    picture.image(qr.svg(address, named), width=240, alt=named)
    with act:
        _prints(desk, where)
        if where.step.stage is Stage.OPEN:
            st.success(_("The house is open. People can answer now."))
        if where.step.stage is Stage.PREPARED:
            desk.button(
                _("Open check-in"), hosting.move, where.workshop.id, Verb.NEXT, where.version,
                look_type="primary", look_width="stretch", look_key="open check-in", done=_("Check-in is open."),
            )  # fmt: skip
        if st.button(_("To the host's page"), width="stretch"):
            st.session_state.pop("prepared", None)
            st.switch_page(page_path("host"))
        if st.button(_("Prepare another one"), type="tertiary", width="stretch"):
            st.session_state.pop("prepared", None)
            st.rerun()


def _prints(desk: Desk, where: Situation) -> None:
    _, workshop = desk.words, where.workshop
    wifi = desk.ask(choice, "wifi")
    order = Order(
        workshop=workshop,
        questions=question_set(workshop.question_set, desk.settings.question_sets),
        address=desk.address,
        wifi=(wifi[0], wifi[1]) if wifi else None,
    )
    st.download_button(
        _("Poster with the QR code (PDF)"),
        lambda: pack.pdf(order, ["poster"], [workshop.language]),
        export.file_name(workshop.code, workshop.date, "poster", "pdf"),
        "application/pdf", width="stretch", icon=":material/print:", on_click="ignore",
    )  # fmt: skip
    if st.button(_("Flyer, slips, forms and all other paper"), width="stretch", key="to print"):
        st.switch_page(page_path("print"))
