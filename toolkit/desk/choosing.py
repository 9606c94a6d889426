"""Which community a page is about: chosen at its top, remembered in the address, founded where it is new."""

from collections.abc import Mapping

import streamlit as st

from toolkit.acts.mentoring import found_community
from toolkit.desk.frame import Desk, carry_out
from toolkit.store.programme import Community


def choose_community(desk: Desk) -> Community:
    """The community in hand, as a list at the page's top; without any the page offers to found one and ends."""
    _ = desk.words
    known = {one.id: one for one in desk.communities()}
    chosen, new = st.columns([3, 1], vertical_alignment="bottom")
    with new.popover(_("New community"), icon=":material/add:", width="stretch"):
        st.text_input(_("Name of the community"), key="community name", max_chars=80, on_change="ignore")
        st.button(_("Add"), key="community add", on_click=_found)
    if not known:
        chosen.info(_("There is no community yet. Add the first one."))
        st.stop()
    wanted = st.session_state.get("community in hand") or st.query_params.get("community", "")
    held = int(wanted) if str(wanted).isdecimal() and int(wanted) in known else _of_workshop(desk, known)
    st.session_state["community choice"] = held
    chosen.selectbox(
        _("Community"), list(known), key="community choice", on_change=_choose,
        format_func=lambda id: _marked(known[id], _("(demo)")),
    )  # fmt: skip
    st.session_state["community in hand"] = held
    st.query_params["community"] = str(held)
    return known[held]


def _marked(one: Community, mark: str) -> str:
    return f"{one.name} {mark}" if one.demo and "(demo)" not in one.name else one.name


def _of_workshop(desk: Desk, known: dict[int, Community]) -> int:
    """The community of the workshop in hand, else the first one."""
    code = st.session_state.get("workshop")
    held = next((one.workshop.community for one in desk.workshops() if one.workshop.code == code), "")
    return next((id for id, one in known.items() if one.name == held), next(iter(known)))


def _choose() -> None:
    st.session_state["community in hand"] = st.session_state["community choice"]


def _found() -> None:
    made = carry_out(found_community, (st.session_state["community name"],), {})
    if made is not None:
        st.session_state["community in hand"] = made
        st.session_state["community name"] = ""


def choose_part(names: Mapping[str, str], label: str) -> str:
    """One of a page's parts by id, remembered in the address; `names` are what they are called."""
    wanted = st.session_state.get("part", st.query_params.get("part", ""))
    st.session_state["part"] = wanted if wanted in names else next(iter(names))
    chosen = st.segmented_control(
        label, list(names), key="part", format_func=names.__getitem__, required=True, label_visibility="collapsed"
    )
    st.query_params["part"] = str(chosen)
    return str(chosen)
