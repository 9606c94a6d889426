"""Who belongs to the programme, who is signed in, and what was done."""

import streamlit as st

from toolkit.desk.choosing import choose_part
from toolkit.desk.frame import desk_here
from toolkit.desk.people import invite_somebody, open_invitations, people_of, programme_in_hand
from toolkit.desk.trail import open_sessions, what_was_done

desk = desk_here()
_ = desk.words

st.title(_("People"))
desk.for_mentors()
parts = {"people": _("Who belongs to the programme"), "sessions": _("Signed in now"), "trail": _("What was done")}
part = choose_part(parts, _("Part of the page"))
if part == "people":
    left, right = st.columns([1.5, 1], gap="large")
    with left:
        people_of(desk)
        open_invitations(desk)
    with right:
        if desk.staff.may("owner"):
            invite_somebody(desk)
        programme_in_hand(desk)
elif part == "sessions":
    open_sessions(desk)
else:
    what_was_done(desk)
