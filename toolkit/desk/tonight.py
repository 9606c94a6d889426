"""Whether this computer is ready for tonight, in the same words as `check` in the terminal."""

from html import escape
from urllib.parse import urlsplit

import streamlit as st

from toolkit.acts.backing_up import second_place
from toolkit.acts.tonight import STATES, Evening, State, findings
from toolkit.desk.frame import Desk
from toolkit.desk.style import table

SIGNS = {State.OK: "✓", State.LOOK: "!", State.MUST: "✗"}
COLOURS = {State.OK: "soft", State.LOOK: "act", State.MUST: "warn"}
ORDER = (State.MUST, State.LOOK, State.OK)


def tonight_part(desk: Desk) -> None:
    """Look when asked: the test note needs a second or two."""
    _ = desk.words
    st.subheader(_("Ready for tonight?"), anchor=False)
    if not st.button(_("Look at this computer"), icon=":material/checklist:", key="tonight"):
        st.caption(_("Disk, clock, power, network, backups: the computer looks at itself."))
        return
    second, address = second_place(desk.store, desk.settings), urlsplit(desk.settings.address).hostname
    with st.spinner(_("Looking …")):
        found = list(findings(Evening(desk.settings, second, address, None, desk.now)))
    found.sort(key=lambda one: ORDER.index(one.state))
    rows = [[_sign(one.state, _(STATES[one.state])), escape(one.said(_))] for one in found]
    good = sum(one.state is State.OK for one in found)
    if good == len(found):
        st.success(_("Ready for tonight."))
    else:
        st.html(table([escape(_("How")), escape(_("What"))], rows[: len(rows) - good]))
    with st.expander(_.ngettext("{n} thing is in order", "{n} things are in order", good)):
        st.html(table([escape(_("How")), escape(_("What"))], rows[len(rows) - good :]))


def _sign(state: State, said: str) -> str:
    return f"<b style='color:var(--{COLOURS[state]});white-space:nowrap'>{SIGNS[state]} {escape(said)}</b>"
