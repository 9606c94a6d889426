"""Records of an organiser form on a page: listed, added, changed in place, removed and brought back."""

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any

import streamlit as st

from toolkit.acts.recording import keep_record, remove_record, restore_record, wrong
from toolkit.content.organiser_forms import OrganiserForm, organiser_forms
from toolkit.desk.frame import Desk, carry_out
from toolkit.desk.record_fields import fact, fields, given, names_of, written
from toolkit.desk.record_opening import NEW, begin, mark_of, next_sheet, open_form, opened, sheet_of
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
    open_one = opened(mark)
    for one in held:
        if open_one == one.id:
            record_form(desk, community_id, form, mark, one, sections=sections)
        else:
            _row(desk, form, one, mark, title, shown, line)
    if open_one == NEW:
        record_form(desk, community_id, form, mark, None, sections=sections)
    else:
        st.button(
            desk.words("Add: {what}", what=form.one.of(desk.words.language)), icon=":material/add:", key=f"{mark} add",
            on_click=open_form, args=(form, mark, NEW), type="secondary" if held else "primary",
        )  # fmt: skip
    return held


def record_form(
    desk: Desk, community_id: int, form: OrganiserForm, mark: str, one: Record | None,
    *, cancel: bool = True, sections: Sections = (), first: Mapping[str, Any] | None = None,
) -> None:  # fmt: skip
    """The form of a new or kept record. What is wrong stands at its field; the input is kept. `first` is what a new
    record begins with."""
    _, held = desk.words, one.values if one else first or st.session_state.get(f"{mark} first", {})
    filled = any(name in st.session_state for name in names_of(form.fields, sheet_of(mark)))
    begin(mark, one.version if one else 0, filled)
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
            acts.button(_("Cancel"), key=f"{mark} leave", on_click=open_form, args=(form, mark, None))


def _row(
    desk: Desk, form: OrganiserForm, one: Record, mark: str, title: str, shown: Sequence[str], line: Line | None
) -> None:
    _ = desk.words
    with st.container(border=True):
        about, change, remove = st.columns([8, 1.3, 1.3], vertical_alignment="center")
        facts = filter(None, (fact(form.field(name), one.values.get(name), _) for name in shown))
        beneath = line(one) if line else f"<span class=v-soft>{escape(' · '.join(facts))}</span>"
        about.html(f"<b>{escape(written(form.field(title), one.values.get(title), _))}</b><br>{beneath}")
        change.button(_("Change"), key=f"{mark} change {one.id}", width="stretch", on_click=open_form,
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


def _keep(community_id: int, form: OrganiserForm, mark: str, id: int | None, language: str, done: str) -> None:
    values = given(form.fields, sheet_of(mark))
    found = wrong(form.id, values, language)
    st.session_state[f"{sheet_of(mark)} wrong"] = {field: say(fault, language) for field, fault in found.items()}
    if found:
        return
    named = {"record": id, "version": st.session_state.get(f"{mark} begun", 0)} if id else {}
    if carry_out(keep_record, (community_id, form.id, values, language), named | {"done": done}) is not None:
        open_form(form, mark, None)
    else:
        st.session_state.pop(f"{mark} begun", None)  # it was told; to keep it all the same is a decision now


def remove_kept(form_id: str, community_id: int, record: int) -> None:
    """Take a kept record away; a button's callback."""
    _remove(mark_of(form_id, community_id), record)


def _remove(mark: str, id: int) -> None:
    if carry_out(remove_record, (id,), {}) is not None:
        st.session_state[f"{mark} gone"] = id
        next_sheet(mark)


def _restore(mark: str, id: int) -> None:
    carry_out(restore_record, (id,), {})
    st.session_state.pop(f"{mark} gone", None)
