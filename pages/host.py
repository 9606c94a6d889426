"""The evening from the facilitator's laptop: run-sheet, the next step, the clock, the hall."""

import streamlit as st

from toolkit.desk.frame import desk_here
from toolkit.desk.hall import groups_and_stations, late_and_leaving, table_hosts
from toolkit.desk.leading import live, run_sheet, steer
from toolkit.desk.moderation import moderation_queue
from toolkit.desk.presenting import presenter_notes
from toolkit.desk.raffle import raffle
from toolkit.desk.settled import evening_settings
from toolkit.desk.style import plain

desk = desk_here()
_ = desk.words
where = desk.situation()

st.subheader(f"{plain(where.workshop.community)}: {plain(where.workshop.title)}", anchor=False)
left, middle, right = st.columns([1, 1.75, 1.05], gap="medium")
with left:
    run_sheet(desk, where)
with middle:
    steer(desk, where)
    presenter_notes(desk, where)
with right:
    live(desk, where)
names = [_("Groups and stations"), _("Notes and moderation"), _("Late and leaving"), _("Table hosts"), _("Raffle")]
parts = [groups_and_stations, moderation_queue, late_and_leaving, table_hosts, raffle, evening_settings]
for tab, part in zip(st.tabs([*names, _("Settings")]), parts, strict=True):
    with tab:
        part(desk, where)
