"""The staff's own accounts: a name, and a password of one's own."""

import streamlit as st

from carousel.refusal import Refusal
from toolkit.acts import entering, settling
from toolkit.desk.doors import HASHER, HASHING, matches
from toolkit.desk.frame import Desk
from toolkit.desk.style import plain
from toolkit.i18n import say


def own_account(desk: Desk) -> None:
    """Change the password, or choose a name and password after coming by a link."""
    _, name = desk.words, desk.staff.name
    st.subheader(_("Your account"))
    if name:
        st.write(_("You are signed in as {name}.", name=plain(name)))
    else:
        st.write(_("You came by a link. With a name and a password you can come again."))
    with st.form("account", clear_on_submit=True):
        first = (
            st.text_input(_("Password until now"), type="password", autocomplete="current-password")
            if name
            else st.text_input(_("Your name"), max_chars=80, autocomplete="username")
        )
        new = st.text_input(_("New password"), type="password", autocomplete="new-password",
                            help=_("At least {least} characters.", least=entering.LEAST))  # fmt: skip
        again = st.text_input(_("The same once more"), type="password", autocomplete="new-password")
        kept = st.form_submit_button(_("Change the password") if name else _("Keep the account"))
    if kept and new != again:
        st.warning(_("The two are not the same."))
    elif kept:
        _keep(desk, first, new)


def _keep(desk: Desk, first: str, new: str) -> None:
    _, name, session = desk.words, desk.staff.name, str(st.session_state["staff_token"])
    try:
        if len(new) < entering.LEAST:
            raise Refusal(entering.SHORT, least=entering.LEAST)
        if name:
            _confirm(desk, first)
        hashed = HASHING.submit(HASHER.hash, new).result()
        if name:
            desk.store.write(settling.change_password, session, new, hashed, desk.now)
        else:
            desk.store.write(settling.keep_account, session, first, new, hashed, desk.now)
    except Refusal as refusal:
        st.warning(say(refusal, _.language))
        return
    st.session_state["told"] = ("done", _("The password is changed.") if name else _("The account is kept."))
    st.rerun()


def _confirm(desk: Desk, password: str) -> None:
    """Refuses a wrong password; failures count as at the door, so that an open laptop gives no free guesses."""
    found = desk.ask(entering.account, desk.staff.name, desk.now)
    if found is None or not HASHING.submit(matches, found.password_hash, password).result():
        desk.store.write(entering.fail, desk.staff.name, desk.now)
        raise Refusal(entering.WRONG, status=401)
