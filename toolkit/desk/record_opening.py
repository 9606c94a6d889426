"""Which form of an organiser's records is open. The address says it too: what is typed on a page that stays open while
the program is started again still finds its form."""

import re
from typing import Any

import streamlit as st

from toolkit.content.organiser_forms import OrganiserForm, organiser_forms
from toolkit.desk.record_fields import forget

NEW = "new"
ADDRESS = re.compile(rf"(\d{{1,9}})\.(\d{{1,9}})\.(\d{{0,9}}|{NEW})\.(\d{{1,9}})", re.ASCII)
"""Community, sheet, what is open, and the version that it was filled from."""


def mark_of(form_id: str, community_id: int) -> str:
    """What the session's names of a form begin with."""
    return f"{form_id} {community_id}"


def opened(mark: str) -> Any:
    """The id of the record whose form is open, `NEW`, or None."""
    _sheet(mark)
    what = st.session_state.get(f"{mark} open")
    if what is None:
        remember(mark)
    return what


def remember(mark: str) -> None:
    """Write into the address which form is open, how many there were before it, and what it was filled from."""
    form, community = mark.rsplit(" ", 1)
    sheet, version = _sheet(mark), st.session_state.get(f"{mark} begun", 0)
    if sheet or version:
        st.query_params[form] = f"{community}.{sheet}.{st.session_state.get(f'{mark} open') or ''}.{version}"


def begin(mark: str, version: int, filled: bool) -> None:
    """Remember which version the form was filled from: the page is drawn anew while somebody writes, and a colleague's
    change that came meanwhile must not be overwritten unseen. `filled` says whether anything stands in it already; a
    form that is found again by its address keeps the version that stands there."""
    found_again = st.session_state.pop(f"{mark} found", False)
    if not found_again and (f"{mark} begun" not in st.session_state or not filled):
        st.session_state[f"{mark} begun"] = version
    remember(mark)


def open_new(form_id: str, community_id: int, **values: Any) -> None:
    """Open the form of a new record with some fields filled in; a button's callback."""
    mark = mark_of(form_id, community_id)
    open_form(organiser_forms()[form_id], mark, NEW)
    st.session_state[f"{mark} first"] = values


def open_record(form_id: str, community_id: int, record: int) -> None:
    """Open the form of a kept record; a button's callback."""
    open_form(organiser_forms()[form_id], mark_of(form_id, community_id), record)


def open_form(form: OrganiserForm, mark: str, what: Any) -> None:
    """Open the form of a record or of a `NEW` one, or none with None; what stood in the form before is put away."""
    forget(form.fields, sheet_of(mark))
    next_sheet(mark)
    st.session_state[f"{mark} open"] = what
    for left in ("gone", "begun", "found", "first"):
        st.session_state.pop(f"{mark} {left}", None)


def sheet_of(mark: str) -> str:
    """What the names of the open form's widgets begin with: of its own each time, for the browser would show under the
    same names what stood in the form before."""
    return f"{mark} {_sheet(mark)}"


def next_sheet(mark: str) -> None:
    """Let the next form have names of its own."""
    st.session_state[f"{mark} sheet"] = _sheet(mark) + 1


def _sheet(mark: str) -> int:
    if f"{mark} sheet" not in st.session_state:
        form, community = mark.rsplit(" ", 1)
        said = ADDRESS.fullmatch(str(st.query_params.get(form, "")))
        held, sheet, what, version = said.groups() if said else ("", "0", "", "0")
        ours = held == community
        st.session_state[f"{mark} sheet"] = int(sheet) if ours else 0
        st.session_state[f"{mark} open"] = (what if what == NEW else int(what or 0) or None) if ours else None
        if ours:
            st.session_state[f"{mark} begun"], st.session_state[f"{mark} found"] = int(version), True
    return int(st.session_state[f"{mark} sheet"])
