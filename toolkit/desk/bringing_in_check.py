"""The check before an import: how it will look, every fault by line and column, and the button."""

from collections.abc import Mapping
from html import escape
from random import SystemRandom

import streamlit as st

from carousel.workshop import Source
from toolkit.acts.importing import bring_in_file
from toolkit.acts.importing_rows import Checked, Fault, Reading, check
from toolkit.desk.bringing_in import Given, Target
from toolkit.desk.frame import Desk, carry_out
from toolkit.desk.order import to_the_end
from toolkit.desk.style import table
from toolkit.i18n import Translator, say

FAULTS, ROWS = 50, 5


def choose_reading(desk: Desk, columns: Mapping[str, str], target: Target) -> tuple[Reading, Source]:
    """How notes are made of the cells, and how they came."""
    _ = desk.words
    names = {Source.PAPER: _("from paper"), Source.OWN: _("from people's own devices")}
    source = st.segmented_control(
        _("The answers came"), list(names), default=Source.PAPER, required=True, key="import source",
        format_func=names.__getitem__,
    )  # fmt: skip
    every = st.toggle(_("Each line of a cell is a note of its own"), key="import lines")
    questions = {one.id: one.short.of(_.language) for one in target.asked.questions}
    about = next(iter(questions))
    if "text" in columns.values() and "question" not in columns.values():
        about = st.selectbox(
            _("Question of the notes"), list(questions), key="import about", format_func=questions.__getitem__
        )
    reading = Reading(
        asked=target.asked, columns=columns, about=about, now=desk.now, language=_.language, every_line=every
    )
    return reading, source or Source.PAPER


def checked(given: Given, reading: Reading) -> Checked:
    """The table read with these choices, once and not at every drawing."""
    choices = (reading.asked.name, reading.about, reading.language, reading.every_line)
    mark = (given.mark, tuple(reading.columns.items()), *choices)
    kept = st.session_state.get("import checked")
    if kept is None or kept[0] != mark:
        kept = st.session_state["import checked"] = (mark, check(given.grid, reading))
    found: Checked = kept[1]
    return found


def show(desk: Desk, found: Checked, reading: Reading) -> None:
    """The sums, the first rows as they will come in, and what is wrong."""
    _ = desk.words
    rows = _.ngettext("{n} row can be brought in", "{n} rows can be brought in", len(found.rows))
    notes = _.ngettext("{n} note", "{n} notes", found.notes)
    people = sum(row.person for row in found.rows)
    persons = _.ngettext("{n} person", "{n} people", people)
    st.markdown(f"**{rows}: {notes}**" + (f" · {persons}" if people else ""))
    if found.notes:
        heads = [_("Line"), _("Question"), _("Note")]
        st.html(table(heads, _first(_, found, reading)))
    if found.faults:
        _faults(_, found)


def _first(_: Translator, found: Checked, reading: Reading) -> list[list[str]]:
    names = {one.id: one.short.of(_.language) for one in reading.asked.questions}
    told = [(row.line, note) for row in found.rows[:ROWS] for note in row.notes]
    return [
        [str(line), escape(names[note.question]), f"<span class=v-note>{escape(note.text)}</span>"]
        for line, note in told[:ROWS]
    ]


def _faults(_: Translator, found: Checked) -> None:
    said = _.ngettext("{n} row has a fault", "{n} rows have a fault", found.lines)
    st.warning(said, icon=":material/error:")
    heads = [_("Line"), _("Column"), _("What is wrong")]
    st.html(table(heads, [_fault(_, one) for one in found.faults[:FAULTS]]))
    if (left := len(found.faults) - FAULTS) > 0:
        st.caption(_.ngettext("and {n} more fault", "and {n} more faults", left))
    st.caption(_("Correct the file and choose it again, or choose another meaning for the column."))


def _fault(_: Translator, one: Fault) -> list[str]:
    return [str(one.line), escape(one.column), escape(say(one.refusal, _.language))]


def import_button(desk: Desk, given: Given, target: Target, found: Checked, reading: Reading, source: Source) -> None:
    """Open when nothing is wrong, or when the mentor said that the faulty rows stay outside."""
    _ = desk.words
    ready = not found.faults
    if found.faults and found.rows:
        ready = st.checkbox(
            _.ngettext("Leave out the {n} row with a fault", "Leave out the {n} rows with faults", found.lines),
            key=f"leave out {given.mark} {found.lines}",
        )
    if target.problem:
        st.caption(target.problem)
    shut = not ready or not found.rows or bool(target.problem)
    if st.button(_("Import"), type="primary", icon=":material/upload_file:", key="import", disabled=shut):
        with to_the_end():  # no callback: it would have what stood here when this was drawn
            _import(desk, given, target, found, reading, source)
        st.rerun()


def _import(desk: Desk, given: Given, target: Target, found: Checked, reading: Reading, source: Source) -> None:
    columns = {name: reading.columns[name] for name in given.grid.header}
    named = {"source": source, "file": given.name, "rng": SystemRandom()}
    made = carry_out(bring_in_file, (target.into, found.rows, columns), named)
    if made is None:
        return
    _, (workshop, came) = desk.words, made
    sentences = [_.ngettext("{n} note was added.", "{n} notes were added.", came.added)]
    if came.known:
        sentences.append(_.ngettext("{n} note was there already.", "{n} notes were there already.", came.known))
    if came.people:
        sentences.append(_.ngettext("{n} person was added.", "{n} people were added.", came.people))
    if came.held:
        sentences.append(_.ngettext("{n} note waits for you on the page Host.",
                                    "{n} notes wait for you on the page Host.", came.held))  # fmt: skip
    if found.lines:
        sentences.append(_.ngettext("{n} row was left out.", "{n} rows were left out.", found.lines))
    st.session_state.update({
        "workshop": workshop.code, "brought in": sentences, "import again": st.session_state["import again"] + 1,
    })  # fmt: skip
