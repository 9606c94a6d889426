"""Communities side by side: what differs, what cannot be told apart, and under which conditions."""

import streamlit as st

from toolkit.desk.comparing import choose, conditions, differences, figures, levels, support
from toolkit.desk.frame import desk_here

desk = desk_here()
_ = desk.words

st.title(_("Compare communities"))
found = choose(desk)
if found is None:
    st.info(_("Choose at least two workshops with notes."))
    st.stop()
names = [_("In words"), _("Indicators"), _("Themes"), _("Ways to take part"), _("Conditions")]
for tab, part in zip(st.tabs(names), (differences, figures, support, levels, conditions), strict=True):
    with tab:
        part(desk, found)
