"""Settings that can change during the evening."""

import streamlit as st

from toolkit.acts import hosting, mentoring
from toolkit.content.vocabulary import label, vocabulary
from toolkit.desk.frame import Desk, carry_out
from toolkit.store.workshops import Situation


def evening_settings(desk: Desk, where: Situation) -> None:
    """Switches that hold from now on."""
    _, workshop = desk.words, where.workshop
    offered = (
        ("hide_until_written", _("Hide others' notes until one has written"), workshop.hide_until_written),
        ("approve_by_hand", _("I approve each note by hand"), workshop.approve_by_hand),
        ("report_shared", _("Residents can read the results on their phones"), workshop.report_shared),
    )
    for name, said, on in offered:
        key = f"setting {name}"
        st.session_state[key] = on
        st.toggle(said, key=key, on_change=_change, args=(workshop.id, name, key))
    modes = [mode.id for mode in vocabulary().host_modes]
    st.session_state["host mode"] = workshop.host_mode
    st.selectbox(
        _("How the stations are hosted"), modes, key="host mode", width=420, on_change=_change_mode,
        args=(workshop.id,), format_func=lambda mode: label("host_modes", mode, _.language),
    )  # fmt: skip
    st.caption(_("The report and the comparison name it among the conditions."))


def _change_mode(workshop_id: int) -> None:
    carry_out(hosting.set_setting, (workshop_id, "host_mode", st.session_state["host mode"]), {})


def _change(workshop_id: int, name: str, key: str) -> None:
    on = bool(st.session_state[key])
    if name == "report_shared":
        carry_out(mentoring.share_report, (workshop_id, on), {})
    else:
        carry_out(hosting.set_setting, (workshop_id, name, on), {})
