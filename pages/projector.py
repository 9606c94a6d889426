"""The projector: opened in its own window, shown small here, steered from here."""

import streamlit as st

from toolkit.desk.frame import desk_here
from toolkit.desk.projecting import open_and_show, steer_view

desk = desk_here()
where = desk.situation()

st.title(desk.words("Projector"))
left, right = st.columns([1, 2.6], gap="large")
with left:
    steer_view(desk, where)
with right:
    open_and_show(desk, where)
