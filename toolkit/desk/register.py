"""Records of a form as a table: to take away, to fill in, and to bring in again after a look at what it would do."""

from collections.abc import Iterable
from functools import partial
from html import escape

import streamlit as st

from carousel.refusal import Refusal
from toolkit.acts.recording import bring_in_records
from toolkit.acts.registering import Changed, Compared, Entry, Filled, compared, read_table
from toolkit.content.organiser_forms import OrganiserForm, organiser_forms
from toolkit.desk.frame import Desk, carry_out
from toolkit.desk.learning import UPLOADER
from toolkit.desk.record_fields import written
from toolkit.desk.style import plain, table
from toolkit.i18n import Translator, _, say
from toolkit.paper.register import register_csv
from toolkit.paper.register_book import register_xlsx
from toolkit.store.records import records

BOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SHOWN = 20  # lines of each list in the preview
NAMED = 3  # values of a new row
FIGURES = (_("New"), _("Changed"), _("The same"), _("To be put right"))
HEAD = (_("Row"), _("Column"), _("What is wrong"))


def register_tables(desk: Desk, community_id: int, form_id: str) -> None:
    """The records of a community as CSV and Excel, an empty template, and a table brought in: what is new, what
    changes and what is wrong is shown first; then all of it comes in, or nothing."""
    form = organiser_forms()[form_id]
    with st.expander(desk.words("Excel and CSV"), icon=":material/table:"):
        left, right = st.columns([1, 2.2], gap="large")
        with left:
            _downloads(desk, community_id, form)
        with right:
            _upload(desk, community_id, form)


def _downloads(desk: Desk, community_id: int, form: OrganiserForm) -> None:
    _, name = desk.words, form.id
    rows = [one.values for one in desk.ask(records, community_id, form.id)]
    offered = [(_("Empty template"), partial(register_xlsx, form, [], _.language), f"{name}_template.xlsx", BOOK)]
    if rows:
        offered = [
            (_("Download as Excel"), partial(register_xlsx, form, rows, _.language), f"{name}.xlsx", BOOK),
            (_("Download as CSV"), partial(register_csv, form, rows, _.language), f"{name}.csv", "text/csv"),
            *offered,
        ]
    for label, made, file, kind in offered:
        st.download_button(label, made, file, kind, key=f"{name} {file}", width="stretch", on_click="ignore",
                           icon=":material/download:")  # fmt: skip


def _upload(desk: Desk, community_id: int, form: OrganiserForm) -> None:
    _ = desk.words
    turn = f"{form.id} {community_id} turn"
    st.html(f"<style>{UPLOADER % _('Choose a file')}</style>")
    given = st.file_uploader(
        _("Bring in a table (Excel or CSV)"), type=["xlsx", "csv", "ods", "tsv", "txt"],
        key=f"{turn} {st.session_state.get(turn, 0)}",
    )  # fmt: skip
    if given is None:
        st.caption(_("Nothing is kept before you have seen what it would do."))
        return
    try:
        filled = read_table(given.getvalue(), given.name, form.id, _.language)
    except Refusal as refusal:
        st.warning(plain(say(refusal, _.language)))
        return
    found = desk.ask(compared, community_id, filled)
    _preview(_, form, filled, found)
    if filled.faults:
        st.warning(_("Please put these cells right in the table, then choose it again. Nothing was brought in."))
    elif found.new or found.changed:
        st.button(
            _("Bring in"), type="primary", key=f"{form.id} bring in", icon=":material/input:",
            on_click=_bring_in, args=(_, community_id, filled, turn),
        )  # fmt: skip
    else:
        st.info(_("Nothing is new: all of it is there already."))


def _bring_in(words: Translator, community_id: int, filled: Filled, turn: str) -> None:
    """Carry it out, and empty the place of the file for the next one."""
    brought = carry_out(bring_in_records, (community_id, filled.form, filled.rows, words.language), {})
    if brought is not None:
        st.session_state["told"] = ("done", words("Brought in: {new} new, {changed} changed.",
                                                  new=brought.added, changed=brought.changed))  # fmt: skip
        st.session_state[turn] = st.session_state.get(turn, 0) + 1


def _preview(words: Translator, form: OrganiserForm, filled: Filled, found: Compared) -> None:
    many = map(len, (found.new, found.changed, found.same, filled.faults))
    counted = zip(FIGURES, many, strict=True)
    figures = "".join(f"<div><b>{count}</b>{escape(words(label))}</div>" for label, count in counted)
    st.html(f"<div class=v-figures style='grid-template-columns:repeat(4,1fr)'>{figures}</div>")
    if filled.unknown:
        st.info(plain(words("Not known here, left out: {columns}.", columns=", ".join(filled.unknown))))
    if filled.faults:
        _faults(words, filled)
        return
    for one in found.changed[:SHOWN]:
        st.html(f"<p class=v-note>{_change(words, form, one)}</p>")
    if found.new:
        st.html("<ul>" + "".join(f"<li>{_new(words, form, one)}</li>" for one in found.new[:SHOWN]) + "</ul>")
    left = len(found.new[SHOWN:]) + len(found.changed[SHOWN:])
    if left:
        st.caption(words.ngettext("and {n} more row", "and {n} more rows", left))


def _faults(words: Translator, filled: Filled) -> None:
    head = [escape(words(each)) for each in HEAD]
    rows = [[str(one.row), escape(one.column), escape(one.sentence)] for one in filled.faults[:SHOWN]]
    st.html(table(head, rows))
    left = len(filled.faults) - SHOWN
    if left > 0:
        st.caption(words.ngettext("and {n} more row", "and {n} more rows", left))


def _change(words: Translator, form: OrganiserForm, one: Changed) -> str:
    """Which record changes, and each field from what to what."""
    facts = [
        f"{escape(form.field(id).label(words.language))}: <s>{_said(words, form, id, before)}</s> "
        f"→ <b>{_said(words, form, id, one.after[id])}</b>"
        for id, before in one.before.items()
    ]
    return f"{_title(words, form, one.entry)}<br><span class=v-soft>{'; '.join(facts)}</span>"


def _new(words: Translator, form: OrganiserForm, one: Entry) -> str:
    rest = [id for id in one.values if id not in form.identity][:NAMED]
    facts = " · ".join(_said(words, form, id, one.values[id]) for id in rest)
    return f"{_title(words, form, one)} <span class=v-soft>{facts}</span>"


def _title(words: Translator, form: OrganiserForm, one: Entry) -> str:
    return "<b>" + " · ".join(_named(words, form, one, form.identity)) + "</b>"


def _named(words: Translator, form: OrganiserForm, one: Entry, names: Iterable[str]) -> list[str]:
    return [_said(words, form, id, one.values[id]) for id in names if id in one.values]


def _said(words: Translator, form: OrganiserForm, id: str, value: object) -> str:
    return escape(written(form.field(id), value, words)) or "–"
