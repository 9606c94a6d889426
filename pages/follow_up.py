"""What follows from the evening: steps, programme, money, agreements and how people will hear of it."""

import streamlit as st

from toolkit.desk.choosing import choose_community, choose_part
from toolkit.desk.following import names, show
from toolkit.desk.frame import desk_here

desk = desk_here()
_ = desk.words

st.title(_("Follow-up"))
show(desk, choose_community(desk), choose_part(names(_), _("Follow-up")))
