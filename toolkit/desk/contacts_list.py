"""The opened contacts: whom to call, what was agreed, until when they stay, and what a call changes."""

from collections.abc import Sequence
from datetime import date
from html import escape

import streamlit as st

from toolkit.acts import consenting, purging
from toolkit.acts.consenting import standing
from toolkit.acts.following_up import Contact
from toolkit.content.vocabulary import label
from toolkit.desk.frame import Desk, carry_out
from toolkit.desk.style import plain, table
from toolkit.store import Transaction


def people(desk: Desk, found: Sequence[Contact]) -> None:
    """Everybody by name, with what they would do and how long they stay."""
    _ = desk.words
    reach = f"{_('Phone')} · {_('E-mail')}"
    heads = [_("Name"), reach, _("How"), _("May we pass it on?"), _("Last contact"), _("Delete by")]
    st.html(table([escape(head) for head in heads], [_cells(desk, one) for one in found]))


def _cells(desk: Desk, one: Contact) -> list[str]:
    _ = desk.words
    levels = ", ".join(label("participation_levels", each, _.language) for each in one.said.get("levels", ()))
    until = escape(_("the follow-up is done")) if one.done else _unbroken(_.date(one.until, "short"))
    name, phone, email = (str(one.said.get(field) or "") for field in ("name", "phone", "email"))
    passed, last = _("yes") if one.allows("c_core") else _("no"), _.date(one.last, "short")
    reach = "<br>".join(filter(None, (_unbroken(phone), escape(email))))
    return [escape(name), reach, escape(levels), escape(passed), _unbroken(last), until]


def _unbroken(text: str) -> str:
    """Numbers and dates stay in one line."""
    return escape(text).replace(" ", "\u00a0")


def after_a_call(desk: Desk, found: Sequence[Contact]) -> None:
    """One person: when we last spoke, whether all is settled, and what they no longer allow."""
    _ = desk.words
    st.subheader(_("After a call"), anchor=False)
    named = {one.id: one for one in found}
    chosen = st.selectbox(
        _("With whom?"), list(named), index=None, key="contact", placeholder=_("Choose or type a name"),
        format_func=lambda id: str(named[id].said.get("name", "")) if id in named else "",
    )  # fmt: skip
    if chosen is None:
        if st.button(_("I spoke or wrote to everybody in the list today"), key="all today"):
            _noted_all(desk, [one.id for one in found])
        return
    one = named[chosen]
    _about(desk, one)
    _noted(desk, one)
    _withdrawing(desk, one)


def _about(desk: Desk, one: Contact) -> None:
    """What the person offered, so that a call can begin."""
    idea = str(one.said.get("idea") or "")
    st.html(f"<b>{escape(str(one.said.get('name', '')))}</b> · {escape(one.community)}<br>{escape(idea)}")


def _noted(desk: Desk, one: Contact) -> None:
    _ = desk.words
    day, keep = st.columns([1, 1], vertical_alignment="bottom")
    key = f"day of contact {one.id}"  # each person has widgets of their own: a press never goes to another one
    day.date_input(_("Day of the contact"), desk.today, max_value=desk.today, key=key, format="DD.MM.YYYY")
    keep.button(_("Note it"), key=f"note it {one.id}", on_click=_note, args=(one.id, key, _("The contact is noted.")))
    if one.done:
        desk.button(_("The follow-up goes on"), purging.set_done, [one.id], False, look_key=f"undone {one.id}")
    else:
        desk.button(_("The follow-up is done"), purging.set_done, [one.id], True, look_key=f"done {one.id}")
        st.caption(_("Then the contact is deleted at the next deletion."))


def _note(person: str, key: str, done: str) -> None:
    day = st.session_state[key]
    carry_out(purging.note_contact, ([person], day if isinstance(day, date) else day[0]), {"done": done})


def _noted_all(desk: Desk, chosen: list[str]) -> None:
    _ = desk.words
    st.warning(_("The time of all of them begins anew today. Really?"))
    desk.button(
        _("Yes, note it for all"), purging.note_contact, chosen, desk.today, done=_("The contact is noted."),
        look_key="note all",
    )  # fmt: skip


def _withdrawing(desk: Desk, one: Contact) -> None:
    """What the person takes back on the phone; the row stays in the trail without a name."""
    _ = desk.words
    with st.expander(_("Somebody withdraws by phone")):
        for held in desk.ask(_standing, one):
            st.write(plain(held.text[_.language]))
            desk.button(
                _("Withdraw and delete") if held.required else _("Withdraw this"), consenting.withdraw_for, one.id,
                held.id, done=_("It is withdrawn."), look_key=f"withdraw {held.id} {one.id}",
            )  # fmt: skip


def _standing(tx: Transaction, one: Contact) -> tuple[consenting.Allowed, ...]:
    return standing(tx, one.consents)
