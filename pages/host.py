"""The evening from the facilitator's laptop: run-sheet, the next step, the clock, the hall."""

import streamlit as st

from carousel.workshop import Format
from toolkit.desk.backups import backup_line
from toolkit.desk.frame import desk_here
from toolkit.desk.hall import groups_and_stations, late_and_leaving, table_hosts, uneven
from toolkit.desk.joining import joining_part
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
    uneven(desk, where)
    presenter_notes(desk, where)
with right:
    live(desk, where)
    backup_line(desk, where)
parts = {
    _("Groups and stations"): groups_and_stations,
    _("Notes and moderation"): moderation_queue,
    _("Late and leaving"): late_and_leaving,
    _("Table hosts"): table_hosts,
    _("Raffle"): raffle,
    _("Joining"): joining_part,
    _("Settings"): evening_settings,
}
if where.workshop.format is Format.OPEN_HOUSE:
    turning = (groups_and_stations, late_and_leaving, raffle)
    parts = {name: part for name, part in parts.items() if part not in turning}
for tab, part in zip(st.tabs(list(parts)), parts.values(), strict=True):
    with tab:
        part(desk, where)
