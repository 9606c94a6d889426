"""The passphrase of the contacts on the page Settings: chosen once, changed with the old one."""

import streamlit as st

from carousel.refusal import Refusal
from toolkit.acts import sealing
from toolkit.desk.calling import REFUSED, choose_passphrase, same
from toolkit.desk.contacts_key import relocked
from toolkit.desk.frame import Desk, carry_out
from toolkit.i18n import Translator, say
from toolkit.settings import settings
from toolkit.store import opened

FIELDS = ("old phrase", "next phrase", "next phrase again")


def passphrase(desk: Desk) -> None:
    """Choose the passphrase, or change it."""
    _ = desk.words
    st.subheader(_("Passphrase for contacts"))
    if not desk.ask(sealing.can_seal):
        choose_passphrase(desk)
        return
    st.write(_("A passphrase is chosen. Only it opens the contacts; nobody can restore it."))
    with st.expander(_("Change the passphrase")), st.form("change passphrase", border=False):
        labels = (_("Present passphrase"), _("New passphrase"), _("The new one once more"))
        for key, label in zip(FIELDS, labels, strict=True):
            st.text_input(label, type="password", autocomplete="off", key=key)
        if refused := st.session_state.pop(REFUSED, ""):
            st.warning(refused)
        st.form_submit_button(_("Change the passphrase"), on_click=_change, args=(_,))
        st.caption(_("Older backups still open with the old one, until they are deleted."))


def _change(words: Translator) -> None:
    old, new, again = (str(st.session_state.get(key, "")) for key in FIELDS)
    lock = opened(settings()).read(sealing.lock_of) or {}
    try:
        same(new, again)
        changed = relocked(lock, old, new)
    except Refusal as refusal:
        st.session_state[REFUSED] = say(refusal, words.language)
        return
    for key in FIELDS:
        st.session_state[key] = ""
    carry_out(sealing.change_lock, (changed,), {"done": words("The passphrase is changed. Write it on paper.")})
