"""What holds for every workshop: who is responsible, the hall's Wi-Fi, the staff's accounts, the passphrase."""

import streamlit as st

from toolkit.desk.accounts import colleague, own_account
from toolkit.desk.frame import desk_here
from toolkit.desk.housekeeping import organiser, passphrase, wifi
from toolkit.desk.learning import learning_part

desk = desk_here()
_ = desk.words

st.title(_("Settings"))
left, right = st.columns(2, gap="large")
with left:
    own_account(desk)
if desk.staff.role != "mentor":
    with right:
        desk.for_mentors()
with left:
    colleague(desk)
    passphrase(desk)
with right:
    organiser(desk)
    wifi(desk)
    learning_part(desk)
