"""The communities before their evening: state analysis, readiness, decision, and all of them in one table."""

import streamlit as st

from toolkit.desk.choosing import choose_community, choose_part
from toolkit.desk.community_decision import decision
from toolkit.desk.community_population import population
from toolkit.desk.community_premises import premises
from toolkit.desk.community_programme import programme
from toolkit.desk.community_readiness import readiness
from toolkit.desk.frame import desk_here

desk = desk_here()
_ = desk.words
parts = {"premises": premises, "population": population, "readiness": readiness, "decision": decision}
names = {
    "premises": _("Premises"),
    "population": _("Population"),
    "readiness": _("Readiness"),
    "decision": _("Decision"),
    "programme": _("All communities"),
}

st.title(_("Communities"))
community = choose_community(desk)
part = choose_part(names, _("Part of the page"))
if part == "programme":
    programme(desk)
else:
    parts[part](desk, community)
