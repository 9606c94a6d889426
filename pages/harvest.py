"""The harvest: one theme at a time or all on a wall; notes brought together, named, voted on."""

import streamlit as st

from toolkit.desk.frame import desk_here
from toolkit.desk.gathering import board, pairs, undo_button
from toolkit.desk.sorting import filters, read_clusters, theme_list
from toolkit.desk.voting import vote_part
from toolkit.desk.wall import wall

desk = desk_here()
_ = desk.words
where = desk.situation()

head, back = st.columns([4, 1.4], vertical_alignment="center")
head.title(_("Harvest"))
with back:
    undo_button(desk, where)
if not where.notes:
    st.info(_("There are no notes yet. They come in during the rounds."))
    st.stop()
clusters = read_clusters(desk, where)
one, every, vote = st.tabs([_("One theme"), _("All themes"), _("Vote")], on_change="rerun", key="harvest view")
if every.open:
    with every:
        wall(desk, where, clusters)
elif vote.open:
    with vote:
        vote_part(desk, where, clusters)
else:
    with one:
        chosen = filters(desk, where, clusters)
        left, right = st.columns([1, 3], gap="large")
        with left:
            theme = theme_list(desk, chosen)
        with right:
            pairs(desk, where, theme, chosen)
            board(desk, where, theme, chosen)
