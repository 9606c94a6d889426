"""The opening: its slides in order with notes, the municipality's assurance, and examples of good practice."""

import streamlit as st

from toolkit.desk.choosing import choose_part
from toolkit.desk.frame import desk_here
from toolkit.desk.opening import assurances, order_slides, preview
from toolkit.desk.opening_examples import add_own, library
from toolkit.desk.style import plain

desk = desk_here()
_ = desk.words
where = desk.situation()

st.title(_("Opening"))
st.caption(plain(f"{where.workshop.community}: {where.workshop.title} · {_.date(where.workshop.date)}"))
parts = {"slides": _("Slides"), "assurance": _("Assurance of the municipality"), "practice": _("Good practice")}
part = choose_part(parts, _("Part of the opening"))
if part == "slides":
    left, right = st.columns([1, 1.15], gap="large")
    with left:
        key = order_slides(desk, where)
    with right:
        preview(desk, where, key)
elif part == "assurance":
    assurances(desk, where)
else:
    library(desk, where)
    add_own(desk)
