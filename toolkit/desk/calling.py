"""Reading sealed contacts for the follow-up. They stay open only while this page is shown."""

import csv
from html import escape
from io import StringIO

import streamlit as st

from carousel.refusal import Refusal
from toolkit.acts import following_up, sealing
from toolkit.content.vocabulary import label
from toolkit.desk.frame import Desk
from toolkit.desk.style import table
from toolkit.i18n import say
from toolkit.paper.export import safe

COLUMNS = ("name", "phone", "email", "organisation", "levels", "themes", "offer_kinds", "idea", "consents", "day")


def show_contacts(desk: Desk) -> None:
    """Ask for the passphrase, then show what it opens."""
    _ = desk.words
    if not desk.ask(sealing.can_seal):
        choose_passphrase(desk)
        return
    st.write(_("Contacts are locked. Only the passphrase from the set-up opens them."))
    with st.form("passphrase", width=520):
        phrase = st.text_input(_("Passphrase"), type="password", autocomplete="off")
        whole = st.toggle(_("All workshops"), value=True)
        asked = st.form_submit_button(_("Open the contacts"), type="primary")
    if not asked:
        return
    try:
        workshop = None if whole else desk.situation().workshop.id
        found = desk.ask(following_up.read_contacts, phrase, workshop)
    except Refusal as refusal:
        st.warning(say(refusal, _.language))
        return
    _show(desk, found)


def choose_passphrase(desk: Desk) -> None:
    """Choose the passphrase once; its private key is made here and locked at once."""
    _ = desk.words
    st.info(_("There is no passphrase yet. Without it residents cannot leave a contact."))
    st.write(_("Only the passphrase opens the contacts. Nobody can restore it. Write it on paper."))
    with st.form("new passphrase", width=520):
        phrase = st.text_input(_("Passphrase"), type="password", autocomplete="off")
        again = st.text_input(_("The same once more"), type="password", autocomplete="off")
        kept = st.form_submit_button(_("Keep the passphrase"), type="primary")
    if not kept:
        return
    if phrase != again:
        st.warning(_("The two are not the same."))
        return
    try:
        desk.store.write(sealing.set_lock, sealing.new_lock(phrase))
    except Refusal as refusal:
        st.warning(say(refusal, _.language))
        return
    st.rerun()


def _show(desk: Desk, found: tuple[dict[str, object], ...]) -> None:
    _ = desk.words
    st.subheader(_.ngettext("{n} contact", "{n} contacts", len(found)))
    if not found:
        return
    st.download_button(_("Contacts as a table (CSV)"), as_csv(found), "contacts.csv", "text/csv", on_click="ignore")
    heads = [_("Name"), _("Phone"), _("E-mail"), _("How"), _("May we pass it on?"), _("Date")]
    rows = []
    for one in found:
        levels = ", ".join(label("participation_levels", level, _.language) for level in _listed(one.get("levels")))
        passed = _("yes") if "c_core" in _listed(one.get("consents")) else _("no")
        cells = (one.get("name"), one.get("phone"), one.get("email"), levels, passed, one.get("day"))
        rows.append([escape(str(cell or "")) for cell in cells])
    st.html(table(list(map(escape, heads)), rows))


def as_csv(found: tuple[dict[str, object], ...]) -> bytes:
    """One row a contact; cells that a spreadsheet would compute are defused."""
    stream = StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for one in found:
        writer.writerow([safe("; ".join(_listed(one.get(name)))) for name in COLUMNS])
    return stream.getvalue().encode("utf-8-sig")


def _listed(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list | tuple) else [str(value)] if value else []
