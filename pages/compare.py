"""Communities side by side: what differs, what cannot be told apart, and under which conditions."""

import streamlit as st

from toolkit.desk.compare_choice import begin, choose, columns, offered
from toolkit.desk.compare_views import switch, view
from toolkit.desk.comparing_programme import whole
from toolkit.desk.frame import desk_here

desk = desk_here()
_ = desk.words

st.title(_("Compare communities"))
there = offered(desk)
if not there.summaries:
    st.info(_("There is nothing to compare yet. Workshops appear here as soon as they have notes."))
    st.stop()
begin(desk, there)
link = choose(desk, there)
switch(desk)
if link.view == "programme":
    whole(desk, there)
elif len(link.codes) < 2:
    st.info(_("Choose at least two workshops with notes."))
else:
    view(desk, link.view, columns(desk, there, link))
