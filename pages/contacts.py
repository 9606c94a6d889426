"""Contacts from interest forms: locked until the passphrase is entered, never kept open."""

import streamlit as st

from toolkit.desk.calling import show_contacts
from toolkit.desk.frame import desk_here

desk = desk_here()
st.title(desk.words("Contacts"))
desk.for_mentors()
show_contacts(desk)
