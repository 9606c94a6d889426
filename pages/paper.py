"""Notes and forms from paper, typed in fast: choose once, then the keys alone."""

import streamlit as st

from toolkit.desk.frame import desk_here
from toolkit.desk.paper_entry import choose_sheet, counts, last_notes, note_form, start_anew
from toolkit.desk.paper_entry_forms import check_in_form, closing_form, interest_form, last_forms, vote_form
from toolkit.desk.style import plain

desk = desk_here()
_ = desk.words
where = desk.situation()

st.title(_("Type in paper"))
st.caption(plain(f"{where.workshop.community}: {where.workshop.title} · {_.date(where.workshop.date)}"))
parts = {
    _("Notes"): None,
    _("Check-in"): check_in_form,
    _("Vote"): vote_form,
    _("Closing form"): closing_form,
    _("Interest form"): interest_form,
}
chosen = st.segmented_control(
    _("What is on the paper"), list(parts), default=_("Notes"), required=True, key=f"paper part {_.language}",
    label_visibility="collapsed", on_change=start_anew,
)  # fmt: skip
form = parts[chosen or _("Notes")]
left, right = st.columns([1.7, 1] if form is None else [3.4, 1], gap="large")
with left:
    if form is None:
        choose_sheet(desk, where)
        note_form(desk, where)
    else:
        form(desk, where)
with right:
    if form is None:
        counts(desk, where)
        last_notes(desk, where)
    else:
        last_forms(desk, where)
