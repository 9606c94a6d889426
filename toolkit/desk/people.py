"""The people of a programme: their roles, invitations, and the programmes themselves."""

import streamlit as st

from toolkit.acts import belonging
from toolkit.acts.entering import ROLES, turn_to
from toolkit.desk.frame import Desk, carry_out
from toolkit.desk.order import to_the_end
from toolkit.desk.style import plain
from toolkit.i18n import Translator, _
from toolkit.store.members import Member, members, programme_names
from toolkit.store.staff import invitations

NAMES = {"owner": _("owner"), "mentor": _("mentor"), "facilitator": _("facilitator")}
MEANS = {
    "owner": _("An owner sees everything, invites people and ends their access."),
    "mentor": _("A mentor prepares, compares and opens contacts."),
    "facilitator": _("A facilitator leads evenings, without contacts and settings."),
}


def people_of(desk: Desk) -> None:
    """Everybody with an account, the role, and the way out."""
    words = desk.words
    found = desk.ask(members, desk.staff.programme)
    if not found:
        st.info(words("Nobody has an account yet. Keep yours on the page Settings."))
    for one in found:
        _line(desk, one)
    st.caption("  \n".join(words(MEANS[role]) for role in ROLES))


def _line(desk: Desk, one: Member) -> None:
    words = desk.words
    name, role, leave = st.columns([1.4, 1, 0.9], vertical_alignment="center")
    own = f" ({words('you')})" if one.id == desk.staff.staff else ""
    name.markdown(f"**{plain(one.name)}**{own}")
    if not desk.staff.may("owner"):
        role.write(words(NAMES[one.role]))
        return
    key = f"role {one.id}"
    st.session_state[key] = one.role
    role.selectbox(
        words("Role of {name}", name=plain(one.name)), ROLES, key=key, label_visibility="collapsed",
        format_func=lambda id: words(NAMES[id]), on_change=_change_role, args=(one.id, key),
    )  # fmt: skip
    with leave.popover(words("End access"), type="tertiary", width="stretch"):
        st.write(words("{name} is signed out everywhere and cannot sign in here again.", name=plain(one.name)))
        desk.button(
            words("End access now"), belonging.end_access, one.id, look_key=f"end {one.id}",
            done=words("The access is ended."),
        )  # fmt: skip


def _change_role(member: int, key: str) -> None:
    carry_out(belonging.change_role, (member, st.session_state[key]), {})


def invite_somebody(desk: Desk) -> None:
    """A one-time link for somebody, shown once."""
    words = desk.words
    st.subheader(words("Add a colleague"))
    with st.form("invite", clear_on_submit=True):
        person = st.text_input(words("For whom"), max_chars=80, placeholder=words("Name"))
        role = st.selectbox(
            words("Role"), ROLES[::-1], key="new role", format_func=lambda id: words(NAMES[id]),
        )  # fmt: skip
        asked = st.form_submit_button(words("Make a link"), type="primary")
    if asked:
        with to_the_end():
            if "new link" not in st.session_state:  # a second press must not take the first one's link away
                st.session_state["new link"] = carry_out(belonging.invite, (role, person), {})
        st.rerun()
    if token := st.session_state.pop("new link", ""):
        st.code(f"{desk.address}/welcome/{token}", language=None, wrap_lines=True)
        st.caption(words("The link is shown only now. It works once, within a week."))


def open_invitations(desk: Desk) -> None:
    """Links that nobody has used yet."""
    words = desk.words
    found = desk.ask(invitations, desk.staff.programme, desk.now)
    if not found:
        return
    st.subheader(words("Links not used yet"))
    for one in found:
        said, end = st.columns([2.4, 0.9], vertical_alignment="center")
        until = words.date(one.expires.date(), "short")
        said.markdown(
            f"**{plain(one.person)}** · {words(NAMES[one.role])} · {words('until {day}', day=until)}"
        )
        if desk.staff.may("owner"):
            with end:
                desk.button(
                    words("Withdraw"), belonging.withdraw_invitation, one.hash, look_key=f"withdraw {one.hash}",
                    look_type="tertiary", done=words("The link works no longer."), look_width="stretch",
                )  # fmt: skip


def programme_in_hand(desk: Desk) -> None:
    """The programme's name, turning to another one, founding one."""
    words, staff = desk.words, desk.staff
    names = desk.ask(programme_names, staff.staff, staff.programme)
    st.subheader(words("Programme"))
    st.write(words("Communities, workshops and people belong to a programme. Others do not see them."))
    if len(names) > 1:
        st.session_state["programme"] = staff.programme
        st.selectbox(
            words("Programme in hand"), list(names), key="programme", format_func=names.__getitem__,
            on_change=_turn, args=(desk,),
        )  # fmt: skip
    if staff.may("owner"):
        _name_and_found(words, names[staff.programme])


def _name_and_found(words: Translator, name: str) -> None:
    with st.form("programme name"):
        st.text_input(words("Name of the programme"), name, key="programme name", max_chars=80)
        st.form_submit_button(words("Keep"), on_click=_name, args=(words("Kept."),))
    with st.popover(words("New programme"), icon=":material/add:"):
        st.text_input(words("Name of the new programme"), key="new programme", max_chars=80, on_change="ignore")
        st.button(words("Add"), key="found programme", on_click=_found, args=(words("The programme is there."),))


def _name(done: str) -> None:
    carry_out(belonging.name_programme, (st.session_state["programme name"],), {"done": done})


def _found(done: str) -> None:
    if carry_out(belonging.found_programme, (st.session_state["new programme"],), {"done": done}) is not None:
        st.session_state["new programme"] = ""


def _turn(desk: Desk) -> None:
    chosen = st.session_state["programme"]
    desk.store.write(turn_to, str(st.session_state["staff_token"]), chosen, desk.now)
    for name in ("workshop", "community in hand", "compare_link", "compared"):
        st.session_state.pop(name, None)
