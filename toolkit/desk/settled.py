"""Settings that can change during the evening."""

import streamlit as st

from toolkit.acts import hosting, mentoring
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
    for name, label, on in offered:
        key = f"setting {name}"
        st.session_state[key] = on
        st.toggle(label, key=key, on_change=_change, args=(workshop.id, name, key))


def _change(workshop_id: int, name: str, key: str) -> None:
    on = bool(st.session_state[key])
    if name == "report_shared":
        carry_out(mentoring.share_report, (workshop_id, on), {})
    else:
        carry_out(hosting.set_setting, (workshop_id, name, on), {})
