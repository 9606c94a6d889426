"""Needs beside what could serve them, what is left over, and notes that hold two ideas."""

import streamlit as st

from toolkit.desk.frame import desk_here
from toolkit.desk.matching import two_sides
from toolkit.desk.matching_ideas import two_ideas
from toolkit.desk.matching_rest import left_over

desk = desk_here()
_ = desk.words
where = desk.situation()

head, views = st.columns([1, 3], vertical_alignment="center")
head.title(_("Matches"))
if not where.notes:
    st.info(_("There are no notes yet. They come in during the rounds."))
    st.stop()
names = {"sides": _("Needs and offers"), "rest": _("What is left over"), "ideas": _("Two ideas in one note")}
view = views.segmented_control(
    _("View"), list(names), format_func=names.__getitem__, default="sides", key="matches view",
    required=True, label_visibility="collapsed",
)  # fmt: skip
shown = {"ideas": two_ideas, "rest": left_over}.get(view, two_sides)
with st.spinner(_("Reading the notes"), show_time=False):
    shown(desk, where)
