"""The programme's own settings: the organiser in the privacy notice, the hall's Wi-Fi, the contacts' passphrase."""

import streamlit as st

from toolkit.acts import sealing, settling
from toolkit.desk.calling import choose_passphrase
from toolkit.desk.frame import Desk, carry_out
from toolkit.paper import qr
from toolkit.store.choices import choice


def organiser(desk: Desk) -> None:
    """Who is responsible for the data, as residents read it."""
    _ = desk.words
    st.subheader(_("Who is responsible"))
    st.write(_("Residents read this before they answer."))
    with st.form("organiser"):
        st.text_input(
            _("Organiser"), desk.ask(choice, "organiser") or "", key="organiser", max_chars=settling.LONGEST_NAME,
            placeholder=_("Name of the institution"),
        )  # fmt: skip
        st.text_input(
            _("For questions"), desk.ask(choice, "contact") or "", key="contact", max_chars=settling.LONGEST_NAME,
            placeholder=_("E-mail or phone number"),
        )  # fmt: skip
        st.form_submit_button(_("Keep"), on_click=_keep_organiser, args=(_("The organiser is kept."),))


def _keep_organiser(done: str) -> None:
    carry_out(settling.set_organiser, (st.session_state["organiser"], st.session_state["contact"]), {"done": done})


def wifi(desk: Desk) -> None:
    """The network that posters and the projector show as a QR code."""
    _ = desk.words
    name, password = desk.ask(choice, "wifi") or ("", "")
    st.subheader(_("Wi-Fi of the hall"))
    st.write(_("Posters and the projector show it as a QR code."))
    with st.form("wifi"):
        st.text_input(_("Name of the network"), name, key="wifi name", max_chars=settling.LONGEST_WIFI)
        st.text_input(_("Password of the network"), password, key="wifi password", max_chars=63, autocomplete="off")
        st.form_submit_button(_("Keep"), on_click=_keep_wifi, args=(_("The Wi-Fi is kept."),))
    if name:
        st.image(qr.svg(qr.wifi(name, password), name), width=150)
        st.caption(_("Try it with your phone. Reload an open projector window once."))


def _keep_wifi(done: str) -> None:
    carry_out(settling.set_wifi, (st.session_state["wifi name"], st.session_state["wifi password"]), {"done": done})


def passphrase(desk: Desk) -> None:
    """The passphrase for contacts, chosen once."""
    _ = desk.words
    st.subheader(_("Passphrase for contacts"))
    if desk.ask(sealing.can_seal):
        st.write(_("A passphrase is chosen. It cannot be changed, because it opens what is kept already."))
        return
    choose_passphrase(desk)
