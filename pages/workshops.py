"""Every workshop by community, with its state and the next thing to do."""

import streamlit as st

from toolkit.desk.contacts_due import reminder
from toolkit.desk.frame import desk_here
from toolkit.desk.listing import line
from toolkit.desk.navigation import page_path
from toolkit.desk.style import plain

desk = desk_here()
_ = desk.words

st.title(_("Workshops"))
offered = desk.workshops()
if not offered:
    st.info(_("There is no workshop yet. Preparing one takes three minutes."))
if st.button(_("Prepare a workshop"), type="primary" if not offered else "secondary", icon=":material/add:"):
    st.switch_page(page_path("prepare"))
reminder(desk)
ordered = sorted(offered, key=lambda one: one.workshop.demo)
for community in dict.fromkeys(one.workshop.community for one in ordered):
    st.subheader(plain(community), anchor=False)
    theirs = [one for one in ordered if one.workshop.community == community]
    for summary in theirs:
        line(desk, summary)
