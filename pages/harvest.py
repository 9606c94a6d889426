"""The harvest: a board of themes on which a person brings the notes together, and the vote on it."""

import streamlit as st

from toolkit.desk.board import board
from toolkit.desk.frame import desk_here
from toolkit.desk.sorting import read_clusters
from toolkit.desk.voting import vote_part

desk = desk_here()
_ = desk.words
where = desk.situation()

head, views = st.columns([3, 2], vertical_alignment="center")
head.title(_("Harvest"))
if not where.notes:
    st.info(_("There are no notes yet. They come in during the rounds."))
    st.stop()
names = {"board": _("Board"), "vote": _("Vote")}
view = views.segmented_control(
    _("View"), list(names), format_func=names.__getitem__, default="board", key="harvest view",
    required=True, label_visibility="collapsed",
)  # fmt: skip
with st.spinner(_("Reading the notes …")):  # the first time after a start this takes a while
    clusters = read_clusters(desk, where)
if view == "vote":
    vote_part(desk, where, clusters)
else:
    board(desk, where.workshop.id)
