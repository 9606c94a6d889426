"""Who is told what and when: the communication plan, the invitations, and what each channel brought."""

import streamlit as st

from toolkit.desk.choosing import choose_community, choose_part
from toolkit.desk.communication import FORM, plan, workshop_of
from toolkit.desk.communication_invitations import invitations
from toolkit.desk.communication_reach import reach_of
from toolkit.desk.frame import desk_here
from toolkit.desk.register import register_tables

desk = desk_here()
_ = desk.words
st.title(_("Communication"))
community = choose_community(desk)
today = desk.today
workshop = workshop_of(desk, community, today)
parts = {"plan": _("Plan"), "invitations": _("Invitations"), "reach": _("What it brought")}
part = choose_part(parts, _("Part of the page"))
if part == "plan":
    plan(desk, community, workshop, today)
    register_tables(desk, community.id, FORM)
elif workshop is None:
    st.info(_("There is no workshop here yet. Prepare the first one."))
elif part == "invitations":
    invitations(desk, community, workshop)
else:
    reach_of(desk, community, workshop)
