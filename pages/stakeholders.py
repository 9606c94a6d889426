"""The stakeholder register of a community: who they are, who is missing, how interest and influence lie."""

import streamlit as st

from toolkit.desk.choosing import choose_community, choose_part
from toolkit.desk.frame import desk_here
from toolkit.desk.register import register_tables
from toolkit.desk.stakeholder_chart import influence_chart
from toolkit.desk.stakeholder_gaps import gap_list
from toolkit.desk.stakeholders import FORM, figures, register_list
from toolkit.store.preparation import preparation
from toolkit.store.records import records

desk = desk_here()
_ = desk.words
st.title(_("Stakeholders"))
community = choose_community(desk)
held = desk.ask(records, community.id, FORM)
register = desk.ask(preparation, community.id).stakeholders
today = desk.today
figures(_, register)
parts = {"register": _("Register"), "gaps": _("Who is missing"), "chart": _("Interest and influence")}
part = choose_part(parts, _("Part of the page"))
if part == "gaps":
    gap_list(desk, community.id, held, register)
elif part == "chart":
    influence_chart(_, register, community.name, today)
else:
    register_list(desk, community.id, tuple(zip(held, register, strict=True)), today)
    register_tables(desk, community.id, FORM)
