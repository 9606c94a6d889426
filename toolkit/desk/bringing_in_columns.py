"""What each column of a table means: guessed, remembered from the last time, chosen by the mentor."""

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from toolkit.acts.importing import columns_for
from toolkit.acts.importing_columns import Aim, aims
from toolkit.acts.importing_workbook import meant as probably
from toolkit.content.question_set import QuestionSet
from toolkit.desk.bringing_in import Given
from toolkit.desk.frame import Desk
from toolkit.i18n import Translator, _
from toolkit.spreadsheet import Grid

ROW = {
    "text": _("Text of a note"),
    "question": _("Question of the note"),
    "kind": _("Kind of the note"),
    "theme": _("Theme of the note"),
    "ticks": _("Ticks on paper"),
    "source": _("How the note came"),
    "id": _("Id of the row"),
    "time": _("Date and time"),
}
PARTS = {
    "note": _("Note: {name}"),
    "detail": _("With the note: {name}"),
    "checkin": _("Check-in: {name}"),
    "closing": _("Closing form: {name}"),
}
EXAMPLES, LONGEST = 2, 60


def choose_columns(desk: Desk, given: Given, asked: QuestionSet) -> dict[str, str]:
    """The aim of every column, "" for what is left out; first those that are known, the others folded away."""
    _, header = desk.words, given.grid.header
    offered = aims(asked)
    before = desk.ask(columns_for, header)
    meant = before or probably(header, asked)
    if before:
        st.caption(_("Chosen as the last time."))
    known = [name for name in header if meant[name] in offered]
    others = [name for name in header if name not in known]
    found = _each(desk, given, known, meant, offered)
    if others:
        said = _.ngettext("{n} column is left out", "{n} columns are left out", len(others))
        with st.expander(said, expanded=not known):
            st.caption(_("Names, addresses and telephone numbers stay outside."))
            found |= _each(desk, given, others, meant, offered)
    return {name: found[name] for name in header}


def _each(
    desk: Desk, given: Given, names: Sequence[str], meant: Mapping[str, str], offered: Mapping[str, Aim]
) -> dict[str, str]:
    found = {}
    choices = ["", *offered]
    for name in names:
        column, chosen = st.columns([1, 1.15], vertical_alignment="center")
        column.html(f"<b>{escape(name)}</b>{_examples(given.grid, name)}")
        aim = meant[name] if meant[name] in offered else ""
        place = given.grid.header.index(name)
        found[name] = chosen.selectbox(
            name, choices, choices.index(aim), key=f"column {given.mark} {place} {asked_mark(offered)}",
            format_func=lambda one: said(desk.words, offered, one), label_visibility="collapsed",
        )  # fmt: skip
    return found


def asked_mark(offered: Mapping[str, Aim]) -> int:
    """Another number for another question set, so that its choices are guessed anew."""
    return len(offered)


def said(_: Translator, offered: Mapping[str, Aim], id: str) -> str:
    """What an aim is called."""
    if id not in offered:
        return _("Leave out")
    aim = offered[id]
    name = aim.question.short if aim.question is not None else aim.field.text if aim.field is not None else None
    return _(PARTS[aim.part], name=name.of(_.language)) if name is not None else _(ROW[aim.id])


def _examples(grid: Grid, name: str) -> str:
    """The first cells of a column that say something."""
    place = grid.header.index(name)
    cells = (line.cells[place] for line in grid.rows)
    shown = [cell for _number, cell in zip(range(EXAMPLES), filter(None, cells), strict=False)]
    cut = [cell if len(cell) <= LONGEST else f"{cell[:LONGEST]}…" for cell in shown]
    return f"<div class=v-facts>{escape(' · '.join(cut))}</div>"
