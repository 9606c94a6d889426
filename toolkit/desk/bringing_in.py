"""The parts of the page Import: the file and its sheet, where it goes, what came of it."""

from dataclasses import dataclass
from hashlib import sha256

import streamlit as st

from carousel.refusal import Refusal
from carousel.workshop import Format
from toolkit.acts.importing import NewHouse, imports_of, undo_import
from toolkit.acts.importing_template import template_csv, template_xlsx
from toolkit.acts.importing_workbook import likely_sheet, source_of
from toolkit.content.question_set import QuestionSet, question_set, question_sets
from toolkit.desk.frame import Desk, chosen
from toolkit.desk.learning import UPLOADER
from toolkit.desk.style import plain
from toolkit.i18n import _, languages, say, translator
from toolkit.spreadsheet import Grid, grid, sheets
from toolkit.store.workshops import Situation, situation

ENDINGS = ["csv", "tsv", "txt", "xlsx", "ods"]
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ORIGINS = {
    "kobo": _("This looks like an export of KoboToolbox."),
    "google": _("This looks like an export of Google Forms."),
    "vrtiljak": _("This looks like an export of another Vrtiljak."),
    "table": _("Please check what each column means."),
}
SHOWN = 5


@dataclass(frozen=True, slots=True)
class Given:
    """The file in hand: its name, its table, and a mark that is another one for every other table."""

    name: str
    grid: Grid
    mark: str


@dataclass(frozen=True, slots=True)
class Target:
    """Where the file goes; `problem` says what is missing still."""

    into: int | NewHouse
    asked: QuestionSet
    problem: str = ""


def choose_file(desk: Desk) -> Given | None:
    """The file and, of a workbook with several sheets, the sheet; None until there is a table that can be read."""
    _ = desk.words
    st.html(f"<style>{UPLOADER % _('Choose a file')}</style>")
    again = st.session_state.setdefault("import again", 0)
    given = st.file_uploader(_("A table of answers: XLSX, ODS or CSV, at most 5 MB"), ENDINGS, key=f"import {again}")
    if given is None:
        return None
    content = given.getvalue()
    try:
        names = sheets(content, given.name)
        sheet = _sheet(desk, content, given.name, names) if len(names) > 1 else ""
        mark = sha256(content + sheet.encode()).hexdigest()[:16]
        return Given(given.name, _read(content, given.name, sheet, mark), mark)
    except Refusal as refusal:
        st.warning(say(refusal, _.language))
        return None


def _sheet(desk: Desk, content: bytes, name: str, names: tuple[str, ...]) -> str:
    """One of several sheets; at first the one that looks like answers."""
    mark = sha256(content).hexdigest()
    kept = st.session_state.get("import likely")
    if kept is None or kept[0] != mark:
        place = likely_sheet(content, name, names, question_set())
        kept = st.session_state["import likely"] = (mark, place)
    return st.selectbox(desk.words("Sheet"), names, kept[1], key=f"import sheet {mark[:12]}")


def _read(content: bytes, name: str, sheet: str, mark: str) -> Grid:
    """The table, read once and not at every drawing."""
    kept = st.session_state.get("import grid")
    if kept is None or kept[0] != mark:
        kept = st.session_state["import grid"] = (mark, grid(content, name, sheet))
    found: Grid = kept[1]
    return found


def told(desk: Desk, given: Given) -> None:
    """Where the table probably comes from, and its size."""
    _ = desk.words
    rows = _.ngettext("{n} row", "{n} rows", len(given.grid.rows))
    columns = _.ngettext("{n} column", "{n} columns", len(given.grid.header))
    st.caption(f"{_(ORIGINS[source_of(given.grid.header)])} {rows}, {columns}.")


def choose_target(desk: Desk) -> Target:
    """The workshop in hand or a new open house."""
    _ = desk.words
    code = chosen(desk.workshops())
    where = desk.ask(situation, code) if code else None
    if where is None:
        return _new_house(desk)
    here = f"{plain(where.workshop.community)}: {plain(where.workshop.title)}"
    early = where.workshop.format is Format.CAROUSEL and where.carousel is None
    new = st.radio(
        _("Where to"), [False, True], int(early), label_visibility="collapsed",
        key=f"import new house {st.session_state['import again']}",
        format_func=lambda one: _("Into a new open house") if one else here,
    )  # fmt: skip
    return _new_house(desk) if new else _workshop(desk, where, early)


def _workshop(desk: Desk, where: Situation, early: bool) -> Target:
    problem = desk.words("Its stations open with the first round. Choose a new open house.") if early else ""
    if problem:
        st.caption(problem)
    asked = question_set(where.workshop.question_set, desk.settings.question_sets)
    return Target(where.workshop.id, asked, problem)


def _new_house(desk: Desk) -> Target:
    _ = desk.words
    known = [one.name for one in desk.communities() if not one.demo]
    name = st.selectbox(
        _("Community"), known, index=None, accept_new_options=True, key="import community",
        placeholder=_("Choose, or write a new name"),
    )  # fmt: skip
    title = st.text_input(_("Title"), _("Answers from a survey"), max_chars=120, key="import title")
    day, tongue = st.columns(2)
    date = day.date_input(_("Date"), desk.today, format="DD.MM.YYYY", key="import day")
    language = tongue.selectbox(
        _("Language"), languages(), key="import language", format_func=lambda one: translator(one).name
    )
    sets = question_sets(desk.settings.question_sets)
    asked = question_set(
        st.selectbox(_("Question set"), sets, key="import set") if len(sets) > 1 else sets[0],
        desk.settings.question_sets,
    )
    house = NewHouse(
        community=(name or "").strip(), title=title.strip(), day=date, language=language, question_set=asked.name
    )
    return Target(house, asked, "" if house.community else _("Choose or write a community."))


def templates(desk: Desk, asked: QuestionSet) -> None:
    """Our own table to fill in."""
    _ = desk.words
    st.write(_("Our own table has a column for each question. One row is one person."))
    workbook, text = st.columns(2)
    workbook.download_button(
        _("Table to fill in (XLSX)"), lambda: template_xlsx(asked, _.language), "vrtiljak.xlsx", XLSX,
        width="stretch", on_click="ignore", icon=":material/table_view:", key="template xlsx",
    )  # fmt: skip
    text.download_button(
        _("Table to fill in (CSV)"), lambda: template_csv(asked, _.language), "vrtiljak.csv", "text/csv",
        width="stretch", on_click="ignore", icon=":material/csv:", key="template csv",
    )  # fmt: skip
    st.caption(_("Exports of KoboToolbox, Google Forms and another Vrtiljak are understood too."))


def earlier(desk: Desk) -> None:
    """What came of the last import, and the imports of the workshop in hand, each with its undo."""
    _ = desk.words
    if sentences := st.session_state.pop("brought in", None):
        st.success("  \n".join(map(plain, sentences)), icon=":material/check:")
    code = chosen(desk.workshops())
    where = desk.ask(situation, code) if code else None
    done = desk.ask(imports_of, where.workshop.id) if where else ()
    if not done or where is None:
        return
    st.subheader(_("Imports into this workshop"))
    for one in done[:SHOWN]:
        line, undo = st.columns([4, 1], vertical_alignment="center")
        notes = _.ngettext("{n} note", "{n} notes", one.added)
        line.write(plain(f"{_.date(one.at, 'short')} {_.time(one.at)} · {one.file} · {notes}"))
        with undo:
            desk.button(
                _("Undo"), undo_import, where.workshop.id, one.id, done=_("The import was undone."),
                look_key=f"undo {one.id}", look_icon=":material/undo:", look_width="stretch",
            )  # fmt: skip
