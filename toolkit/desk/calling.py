"""The page Contacts: locked until the passphrase opens it, drawn anew each time, closed by a gesture or by itself."""

import time

import streamlit as st

from carousel.refusal import Refusal
from toolkit.acts import following_up, sealing
from toolkit.acts.codes import fingerprint
from toolkit.acts.following_up import Box, Contact
from toolkit.desk.contacts_due import reminder
from toolkit.desk.contacts_export import lists
from toolkit.desk.contacts_key import KEYS, unlocked
from toolkit.desk.contacts_list import after_a_call, people
from toolkit.desk.frame import Desk, carry_out, chosen_language
from toolkit.i18n import Translator, say
from toolkit.settings import settings
from toolkit.store import opened

PHRASE, REFUSED = "passphrase to open", "not opened"
MINUTES = 10


def show_contacts(desk: Desk) -> None:
    """Ask for the passphrase, then show what it opens for as long as this page is drawn."""
    if not desk.ask(sealing.can_seal):
        choose_passphrase(desk)
        return
    reminder(desk)
    box = KEYS.find(_session(), time.monotonic())
    if box is None:
        _ask(desk)
        return
    _closing(desk)
    _opened(desk, box)


def _session() -> str:
    return fingerprint("contacts", str(st.session_state.get("staff_token", "")))


def _ask(desk: Desk) -> None:
    _ = desk.words
    st.write(_("Contacts are locked. Only the passphrase from the set-up opens them."))
    with st.form("open contacts", width=520):
        st.text_input(_("Passphrase"), type="password", autocomplete="off", key=PHRASE)
        if refused := st.session_state.pop(REFUSED, ""):
            st.warning(refused)
        st.form_submit_button(_("Open the contacts"), type="primary", on_click=_open)


def _open() -> None:
    """Try the passphrase, which is forgotten at once; only its key stays in memory while somebody works with it."""
    phrase, st.session_state[PHRASE] = str(st.session_state.get(PHRASE, "")), ""
    lock = opened(settings()).read(sealing.lock_of)
    try:
        box = unlocked(lock or {}, phrase)
    except Refusal as refusal:
        st.session_state[REFUSED] = say(refusal, chosen_language())
        return
    if carry_out(following_up.open_contacts, (), {}):
        KEYS.hold(_session(), box, time.monotonic())


def _closing(desk: Desk) -> None:
    _ = desk.words
    said, act = st.columns([4, 1.4], vertical_alignment="center")
    said.caption(_("Open. They close by themselves after {n} minutes without a click.", n=MINUTES))
    act.button(
        _("Close the contacts"), key="close", icon=":material/lock:", width="stretch", on_click=KEYS.drop,
        args=(_session(),),
    )  # fmt: skip
    _watch()


@st.fragment(run_every=30)
def _watch() -> None:
    """Takes the contacts off the screen when their time is over."""
    if KEYS.find(_session(), time.monotonic(), used=False) is None:
        st.rerun()


def _opened(desk: Desk, box: Box) -> None:
    _ = desk.words
    whole, here = _("All workshops"), _("This workshop")
    scope = st.segmented_control(_("Which contacts?"), [whole, here], default=whole, key="scope")
    workshop = desk.situation().workshop.id if scope == here else None
    found: tuple[Contact, ...] = desk.store.read(
        following_up.read_contacts, box, workshop, programme=desk.staff.programme
    )
    st.subheader(_.ngettext("{n} contact", "{n} contacts", len(found)), anchor=False)
    if not found:
        return
    people(desk, found)
    left, right = st.columns(2, gap="large")
    with left:
        after_a_call(desk, found)
    with right:
        lists(desk, found)


def choose_passphrase(desk: Desk) -> None:
    """Choose the passphrase once; its private key is made here and locked at once."""
    _ = desk.words
    st.info(_("There is no passphrase yet. Without it residents cannot leave a contact."))
    st.write(_("Only the passphrase opens the contacts. Nobody can restore it. Write it on paper."))
    with st.form("new passphrase", width=520):
        st.text_input(_("Passphrase"), type="password", autocomplete="off", key="new phrase")
        st.text_input(_("The same once more"), type="password", autocomplete="off", key="new phrase again")
        if refused := st.session_state.pop(REFUSED, ""):
            st.warning(refused)
        st.form_submit_button(_("Keep the passphrase"), type="primary", on_click=_choose, args=(_,))


def _choose(words: Translator) -> None:
    phrase, again = (str(st.session_state.get(key, "")) for key in ("new phrase", "new phrase again"))
    try:
        same(phrase, again)
        lock = sealing.new_lock(phrase)
    except Refusal as refusal:
        st.session_state[REFUSED] = say(refusal, words.language)
        return
    st.session_state["new phrase"] = st.session_state["new phrase again"] = ""
    carry_out(sealing.set_lock, (lock,), {"done": words("The passphrase is kept.")})


def same(phrase: str, again: str) -> None:
    """Refuses two passphrases that differ."""
    if phrase != again:
        raise Refusal("The two are not the same.", field="again")
