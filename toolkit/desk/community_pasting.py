"""Numbers of residents pasted from a spreadsheet into the table."""

import streamlit as st

from carousel.refusal import Refusal
from toolkit.acts.pasting import pasted
from toolkit.desk.communities import cell_key
from toolkit.desk.record_fields import UNTIL_PRESSED
from toolkit.desk.record_opening import mark_of
from toolkit.desk.style import plain
from toolkit.i18n import Translator, say


def paste(_: Translator, community_id: int) -> None:
    """A field for rows that were copied; its button fills them into the table, where they can be seen and kept."""
    mark = f"{mark_of('population', community_id)} paste"
    with st.expander(_("Paste from a spreadsheet"), icon=":material/content_paste:"):
        st.caption(_("One row for each age: age, women, men, together."))
        st.text_area(_("Copied rows"), key=mark, height=150, label_visibility="collapsed",
                     placeholder="15–29\t140\t150\n30–44\t185\t195", **UNTIL_PRESSED)  # fmt: skip
        st.button(_("Fill into the table"), key=f"{mark} fill", on_click=_fill, args=(_, community_id, mark))
        if fault := st.session_state.get(f"{mark} wrong"):
            st.markdown(f":red[**{plain(fault)}**]")


def _fill(_: Translator, community_id: int, mark: str) -> None:
    try:
        found = pasted(str(st.session_state.get(mark) or ""), _.language)
    except Refusal as refusal:
        st.session_state[f"{mark} wrong"] = say(refusal, _.language)
        return
    st.session_state.pop(f"{mark} wrong", None)
    for cell, text in found.items():
        st.session_state[cell_key(community_id, cell)] = text
    st.session_state[mark] = ""
