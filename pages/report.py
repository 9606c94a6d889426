"""The report: the six answers, its pages as they print, what was changed, and what to take away."""

import streamlit as st

from toolkit.desk.frame import desk_here
from toolkit.desk.logbook import log_switch, log_table
from toolkit.desk.remembered import report_of
from toolkit.desk.reporting import answers, share_switch, themes
from toolkit.desk.reporting_files import downloads, preview
from toolkit.desk.style import plain

desk = desk_here()
_ = desk.words
where = desk.situation()

st.title(_("Report"))
st.caption(plain(f"{where.workshop.community}: {where.workshop.title} · {_.date(where.workshop.date)}"))
if not where.notes:
    st.info(_("There are no notes yet. The report fills itself as the evening goes on."))
    st.stop()
with st.spinner(_("Reading the notes")):
    found = report_of(desk, where)
left, right = st.columns([2.4, 1], gap="large")
with right:
    downloads(desk, found)
    share_switch(desk, where)
    log_switch(desk, where, found)
with left:
    views = {"answers": _("Answers"), "pages": _("Pages")}
    view = st.segmented_control(_("View"), [*views], default="answers", format_func=views.__getitem__, key="view")
    if view == "pages":
        preview(desk, where, found)
    else:
        answers(desk, found)
        themes(desk, found)
        log_table(desk, found)
