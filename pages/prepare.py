"""From nothing to a printed QR code in under three minutes."""

import streamlit as st

from carousel.workshop import Format
from toolkit.desk.frame import desk_here
from toolkit.desk.preparing import evening, kind_of_workshop, people, place, prepare_button, settled
from toolkit.desk.questions import choose_questions
from toolkit.desk.ready import show_ready

desk = desk_here()
_ = desk.words

st.title(_("Prepare a workshop"))
if st.session_state.get("prepared"):
    show_ready(desk, st.session_state["prepared"])
    st.stop()
rotation = kind_of_workshop(desk) is Format.CAROUSEL
left, right = st.columns([1, 1.15], gap="large")
with left:
    st.subheader(_("1. Where and when"))
    where = place(desk)
    when = evening(desk, rotation)
    st.subheader(_("2. What we ask"))
    asked = choose_questions(desk)
with right:
    expected = None
    if rotation:
        st.subheader(_("3. Who is expected"))
        expected = people(desk, when.minutes, asked)
    st.subheader(_("4. How notes appear") if rotation else _("3. How notes appear"))
    shown = settled(desk)
    if not rotation:
        st.write(_("People open the page when they have time. There are no groups and no clock."))
        st.write(_("Newcomers can join from the first to the last day. You can close it earlier on the page Host."))
    prepare_button(desk, where, when, asked, expected, shown)
