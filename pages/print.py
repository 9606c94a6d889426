"""Everything an evening needs on paper: choose, look at it, take it to the printer."""

import streamlit as st

from toolkit.desk.frame import desk_here
from toolkit.desk.printing import address_hint, files, gallery, wishes
from toolkit.desk.printing_order import ordered
from toolkit.desk.style import plain

desk = desk_here()
_ = desk.words
where = desk.situation()

st.title(_("Print"))
st.caption(plain(f"{where.workshop.community}: {where.workshop.marked_title} · {_.date(where.workshop.date)}"))
left, right = st.columns([1, 2.7], gap="large")
with left:
    wish = wishes(desk, where.workshop)
    order = ordered(desk, where, wish)
with right:
    parts = gallery(desk, where, order, wish)
with left:
    files(desk, order, parts, wish)
    address_hint(desk)
