"""What the register still lacks, in words, each with the button that mends it."""

from collections.abc import Mapping, Sequence
from datetime import date

import streamlit as st

from carousel.preparation import Stakeholder
from toolkit.compare.stakeholders import Gap, gaps
from toolkit.desk.frame import Desk
from toolkit.desk.record_opening import open_new, open_record
from toolkit.desk.stakeholders import FORM, invite_all
from toolkit.desk.style import plain
from toolkit.i18n import Translator, _
from toolkit.store.records import Record

SAID: Mapping[str, str] = {
    "unheard": _("Much affected, with little influence, and not invited:"),
    "silent": _("Invited a week ago or more, no reply:"),
    "no_partner": _("Nobody is a partner yet, though you want to win some:"),
}
NAMED = 8


def gap_list(desk: Desk, community_id: int, held: Sequence[Record], register: Sequence[Stakeholder]) -> None:
    """Every gap; those about stakeholders first, then types and groups in two columns."""
    _, today = desk.words, desk.today
    found = gaps(register, today)
    if not found:
        st.success(_("Nobody is missing: every type and group is invited, nobody waits for an answer."))
        return
    by_name = {str(record.values["name"]): record for record in held}
    for gap in (gap for gap in found if gap.kind in SAID):
        _about_people(_, community_id, gap, [by_name[name] for name in gap.names], today)
    for title, some in (
        (_("Types"), [gap for gap in found if gap.type]),
        (_("Groups"), [gap for gap in found if gap.group]),
    ):
        if some:
            st.subheader(title)
        for pair in (some[place : place + 2] for place in range(0, len(some), 2)):
            for column, gap in zip(st.columns(2, gap="medium"), pair, strict=False):
                with column:
                    _about_kind(_, community_id, gap, [by_name[name] for name in gap.names], today)


def _about_people(words: Translator, community_id: int, gap: Gap, whom: Sequence[Record], today: date) -> None:
    with st.container(border=True):
        said, mend = st.columns([5, 1.6], vertical_alignment="center")
        said.markdown(f"**{plain(words(SAID[gap.kind]))}** {plain(_names(words, gap.names))}")
        with mend:
            if gap.kind == "unheard":
                _invite(words, gap, whom, today)
            else:
                label = words("Enter the reply") if gap.kind == "silent" else words("Open the first one")
                st.button(label, key=f"gap {gap.kind}", width="stretch",
                          on_click=_open, args=(community_id, whom[0].id))  # fmt: skip


def _about_kind(words: Translator, community_id: int, gap: Gap, known: Sequence[Record], today: date) -> None:
    with st.container(border=True):
        said, mend = st.columns([3, 1.7], vertical_alignment="center")
        names = f" {words('In the register:')} {_names(words, gap.names)}" if known else ""
        said.markdown(plain(gap.text.of(words.language) + names))
        with mend:
            if known:
                _invite(words, gap, known, today)
            else:
                st.button(words("Add"), icon=":material/add:", key=f"gap add {gap.type or gap.group}", width="stretch",
                          on_click=_add, args=(community_id, gap))  # fmt: skip


def _invite(words: Translator, gap: Gap, whom: Sequence[Record], today: date) -> None:
    st.button(words("Invited today"), key=f"gap invite {gap.kind} {gap.type or gap.group}", width="stretch",
              on_click=invite_all, args=(whom, today, words.language))  # fmt: skip


def _add(community_id: int, gap: Gap) -> None:
    """The form of a new stakeholder, with what is missing chosen already."""
    open_new(FORM, community_id, **({"type": gap.type} if gap.type else {"target_groups": [gap.group]}))
    st.session_state["part"] = "register"


def _open(community_id: int, record: int) -> None:
    open_record(FORM, community_id, record)
    st.session_state["part"] = "register"
    st.session_state.pop(f"{FORM} {community_id} filter", None)


def _names(words: Translator, names: Sequence[str]) -> str:
    more = len(names) - NAMED
    rest = " " + words.ngettext("and {n} more", "and {n} more", more) if more > 0 else ""
    return ", ".join(names[:NAMED]) + rest
