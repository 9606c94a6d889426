"""A table of answers from elsewhere: previewed, checked row by row, then brought in whole."""

import streamlit as st

from toolkit.desk.bringing_in import choose_file, choose_target, earlier, templates, told
from toolkit.desk.bringing_in_check import checked, choose_reading, import_button, show
from toolkit.desk.bringing_in_columns import choose_columns
from toolkit.desk.frame import desk_here

desk = desk_here()
_ = desk.words

st.title(_("Import"))
earlier(desk)
left, right = st.columns([1, 1.7], gap="large")
with left:
    st.subheader(_("1. The file"))
    given = choose_file(desk)
    st.subheader(_("2. Where to"))
    target = choose_target(desk)
with right:
    if given is None:
        st.subheader(_("Nothing at hand?"))
        templates(desk, target.asked)
        st.stop()
    st.subheader(_("3. What the columns mean"))
    told(desk, given)
    columns = choose_columns(desk, given, target.asked)
with left:
    st.subheader(_("4. How it is read"))
    reading, source = choose_reading(desk, columns, target)
found = checked(given, reading)
st.subheader(_("5. Check"))
show(desk, found, reading)
import_button(desk, given, target, found, reading, source)
