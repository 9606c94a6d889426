"""Records of an organiser form on a page: listed, added, changed in place, removed and brought back."""

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any

import streamlit as st

from toolkit.acts.recording import keep_record, remove_record, restore_record, wrong
from toolkit.content.organiser_forms import OrganiserForm, organiser_forms
from toolkit.desk.frame import Desk, carry_out
from toolkit.desk.record_fields import fact, fields, forget, given, names_of, written
from toolkit.desk.style import plain
from toolkit.i18n import say
from toolkit.store.records import Record, records

Line = Callable[[Record], str]
Sections = Sequence[tuple[str, Sequence[str]]]


def record_list(
    desk: Desk, community_id: int, form_id: str, title: str, shown: Sequence[str],
    *, line: Line | None = None, sections: Sections = (),
) -> tuple[Record, ...]:  # fmt: skip
    """Every record as a row: the field `title` large, the fields `shown` beneath (or the HTML that `line` makes), with
    buttons to change and remove; then the button that adds one. `sections` are headings of the form with the ids of
    their fields. The records, in the order in which they were written down."""
    form, held = organiser_forms()[form_id], desk.ask(records, community_id, form_id)
    mark = mark_of(form_id, community_id)
    offer_back(desk, mark)
    for one in held:
        if st.session_state.get(f"{mark} open") == one.id:
            record_form(desk, community_id, form, mark, one, sections=sections)
        else:
            _row(desk, form, one, mark, title, shown, line)
    if st.session_state.get(f"{mark} open") == "new":
        record_form(desk, community_id, form, mark, None, sections=sections)
    else:
        st.button(
            desk.words("Add: {what}", what=form.one.of(desk.words.language)), icon=":material/add:", key=f"{mark} add",
            on_click=_open, args=(form, mark, "new"), type="secondary" if held else "primary",
        )  # fmt: skip
    return held


def mark_of(form_id: str, community_id: int) -> str:
    """What the session's names of a form begin with."""
    return f"{form_id} {community_id}"


def open_new(form_id: str, community_id: int, **values: Any) -> None:
    """Open the form of a new record with some fields filled in; a button's callback."""
    mark = mark_of(form_id, community_id)
    _open(organiser_forms()[form_id], mark, "new")
    st.session_state[f"{mark} first"] = values


def open_record(form_id: str, community_id: int, record: int) -> None:
    """Open the form of a kept record; a button's callback."""
    _open(organiser_forms()[form_id], mark_of(form_id, community_id), record)


def sheet_of(mark: str) -> str:
    """What the names of the open form's widgets begin with: of its own each time, for the browser would show under the
    same names what stood in the form before."""
    return f"{mark} {_sheet(mark)}"


def _sheet(mark: str) -> int:
    return int(st.session_state.get(f"{mark} sheet", 0))


def record_form(
    desk: Desk, community_id: int, form: OrganiserForm, mark: str, one: Record | None,
    *, cancel: bool = True, sections: Sections = (), first: Mapping[str, Any] | None = None,
) -> None:  # fmt: skip
    """The form of a new or kept record. What is wrong stands at its field; the input is kept. `first` is what a new
    record begins with."""
    _, held = desk.words, one.values if one else first or st.session_state.get(f"{mark} first", {})
    _begun(form, mark, one)
    with st.container(border=True):
        for heading, names in sections or [("", [field.id for field in form.fields])]:
            if heading:
                st.markdown(f"**{plain(heading)}**")
            fields(_, [form.field(name) for name in names], held, sheet_of(mark))
        acts = st.container(horizontal=True)
        acts.button(
            _("Keep"), type="primary", key=f"{mark} keep",
            on_click=_keep, args=(community_id, form, mark, one.id if one else None, _.language, _("Kept.")),
        )  # fmt: skip
        if cancel:
            acts.button(_("Cancel"), key=f"{mark} leave", on_click=_open, args=(form, mark, None))


def _begun(form: OrganiserForm, mark: str, one: Record | None) -> None:
    """Remember which version the form was filled from: the page is drawn anew while somebody writes, and a colleague's
    change that came meanwhile must not be overwritten unseen."""
    filled = any(name in st.session_state for name in names_of(form.fields, sheet_of(mark)))
    if f"{mark} begun" not in st.session_state or not filled:
        st.session_state[f"{mark} begun"] = one.version if one else 0


def _row(
    desk: Desk, form: OrganiserForm, one: Record, mark: str, title: str, shown: Sequence[str], line: Line | None
) -> None:
    _ = desk.words
    with st.container(border=True):
        about, change, remove = st.columns([8, 1.3, 1.3], vertical_alignment="center")
        facts = filter(None, (fact(form.field(name), one.values.get(name), _) for name in shown))
        beneath = line(one) if line else f"<span class=v-soft>{escape(' · '.join(facts))}</span>"
        about.html(f"<b>{escape(written(form.field(title), one.values.get(title), _))}</b><br>{beneath}")
        change.button(_("Change"), key=f"{mark} change {one.id}", width="stretch", on_click=_open,
                      args=(form, mark, one.id))  # fmt: skip
        remove.button(_("Remove"), key=f"{mark} remove {one.id}", width="stretch", type="tertiary", on_click=_remove,
                      args=(mark, one.id))  # fmt: skip


def offer_back(desk: Desk, mark: str) -> None:
    """After a removal, the button that brings the entry back."""
    gone = st.session_state.get(f"{mark} gone")
    if gone:
        said, back = st.columns([6, 1.6], vertical_alignment="center")
        said.info(desk.words("The entry is removed."))
        back.button(desk.words("Bring it back"), key=f"{mark} back", on_click=_restore, args=(mark, gone))


def _open(form: OrganiserForm, mark: str, what: Any) -> None:
    forget(form.fields, sheet_of(mark))
    st.session_state[f"{mark} open"], st.session_state[f"{mark} sheet"] = what, _sheet(mark) + 1
    for left in ("gone", "begun", "first"):
        st.session_state.pop(f"{mark} {left}", None)


def _keep(community_id: int, form: OrganiserForm, mark: str, id: int | None, language: str, done: str) -> None:
    values = given(form.fields, sheet_of(mark))
    found = wrong(form.id, values, language)
    st.session_state[f"{sheet_of(mark)} wrong"] = {field: say(fault, language) for field, fault in found.items()}
    if found:
        return
    named = {"record": id, "version": st.session_state.get(f"{mark} begun", 0)} if id else {}
    if carry_out(keep_record, (community_id, form.id, values, language), named | {"done": done}) is not None:
        _open(form, mark, None)
    else:
        st.session_state.pop(f"{mark} begun", None)  # it was told; to keep it all the same is a decision now


def remove_kept(form_id: str, community_id: int, record: int) -> None:
    """Take a kept record away; a button's callback."""
    _remove(mark_of(form_id, community_id), record)


def _remove(mark: str, id: int) -> None:
    if carry_out(remove_record, (id,), {}) is not None:
        st.session_state[f"{mark} gone"], st.session_state[f"{mark} sheet"] = id, _sheet(mark) + 1


def _restore(mark: str, id: int) -> None:
    carry_out(restore_record, (id,), {})
    st.session_state.pop(f"{mark} gone", None)
