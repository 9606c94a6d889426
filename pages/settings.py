"""What holds for every workshop: who is responsible, the hall's Wi-Fi, the staff's accounts, the passphrase."""

import streamlit as st

from toolkit.desk.accounts import own_account
from toolkit.desk.backups import backups_part
from toolkit.desk.contacts_passphrase import passphrase
from toolkit.desk.frame import desk_here
from toolkit.desk.housekeeping import wifi
from toolkit.desk.learning import learning_part
from toolkit.desk.responsible import organiser
from toolkit.desk.tonight import tonight_part

desk = desk_here()
_ = desk.words

st.title(_("Settings"))
left, right = st.columns(2, gap="large")
with left:
    own_account(desk)
    tonight_part(desk)
    backups_part(desk)
if not desk.staff.may("mentor"):
    with right:
        desk.for_mentors()
with left:
    passphrase(desk)
with right:
    organiser(desk)
    wifi(desk)
    learning_part(desk)
