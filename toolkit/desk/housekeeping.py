"""The programme's own settings: the hall's Wi-Fi."""

import streamlit as st

from toolkit.acts import settling
from toolkit.desk.frame import Desk, carry_out
from toolkit.paper import qr
from toolkit.store.choices import choice


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
        st.image(qr.svg(qr.wifi(name, password), name), width=150, alt=_("QR code of the Wi-Fi {name}", name=name))
        st.caption(_("Try it with your phone. Reload an open projector window once."))


def _keep_wifi(done: str) -> None:
    carry_out(settling.set_wifi, (st.session_state["wifi name"], st.session_state["wifi password"]), {"done": done})
