"""From nothing to a printed QR code in under three minutes."""

import streamlit as st

from toolkit.desk.frame import desk_here
from toolkit.desk.preparing import evening, people, place, prepare_button, settled
from toolkit.desk.questions import choose_questions
from toolkit.desk.ready import show_ready

desk = desk_here()
_ = desk.words

st.title(_("Prepare a workshop"))
if st.session_state.get("prepared"):
    show_ready(desk, st.session_state["prepared"])
    st.stop()
left, right = st.columns([1, 1.15], gap="large")
with left:
    st.subheader(_("1. Where and when"))
    where = place(desk)
    when = evening(desk, where.name)
    st.subheader(_("2. What we ask"))
    asked = choose_questions(desk)
with right:
    st.subheader(_("3. Who is expected"))
    expected = people(desk, when.minutes, asked)
    st.subheader(_("4. How notes appear"))
    shown = settled(desk)
    prepare_button(desk, where, when, asked, expected, shown)
