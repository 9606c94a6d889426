"""Choosing a question set, and changing a copy of it with every mistake named by its line."""

import streamlit as st

from toolkit.content.question import QuestionSet
from toolkit.content.question_set import (
    check_question_set,
    copy_question_set,
    question_set,
    question_set_file,
    question_sets,
)
from toolkit.content.reading import ContentError
from toolkit.desk.frame import Desk
from toolkit.desk.style import plain


def choose_questions(desk: Desk) -> QuestionSet | None:
    """The chosen set, with what it asks; None while its file has a mistake."""
    _, folder = desk.words, desk.settings.question_sets
    names = question_sets(folder)
    if (wanted := st.session_state.pop("wanted_set", None)) in names:
        st.session_state["question_set"] = wanted
    name = st.selectbox(_("Question set"), names, format_func=lambda one: _title(desk, one), key="question_set")
    chosen = _read(desk, name)
    if chosen is not None:
        for number, question in enumerate(chosen.questions, start=1):
            st.markdown(f"{number}. {plain(question.text.of(_.language))}")
    with st.expander(_("Change the questions")):
        if question_set_file(name, folder).parent == folder:
            _edit(desk, name)
        else:
            _copy(desk, name)
    return chosen


def _title(desk: Desk, name: str) -> str:
    try:
        found = question_set(name, desk.settings.question_sets)
    except ContentError:
        return name
    own = question_set_file(name, desk.settings.question_sets).parent == desk.settings.question_sets
    return f"{found.title.of(desk.words.language)} ({name})" if own else found.title.of(desk.words.language)


def _read(desk: Desk, name: str) -> QuestionSet | None:
    try:
        return question_set(name, desk.settings.question_sets)
    except ContentError as mistake:
        st.warning(plain(str(mistake)))
        return None


def _copy(desk: Desk, name: str) -> None:
    _ = desk.words
    st.write(_("This set comes with the program. Make a copy, then change the copy."))
    new = st.text_input(_("Name of the copy"), f"{name}_2", on_change="ignore",
                        help=_("Small letters, digits and _ only."))  # fmt: skip
    if st.button(_("Copy"), key="copy set"):
        try:
            copy_question_set(name, new, desk.settings.question_sets)
        except ContentError as mistake:
            st.warning(plain(str(mistake)))
            return
        st.session_state["wanted_set"] = new
        st.rerun()


def _edit(desk: Desk, name: str) -> None:
    _ = desk.words
    path = question_set_file(name, desk.settings.question_sets)
    kept, key = path.read_text("utf-8"), f"text of {name}"
    text = st.text_area(_("The set as text"), kept, height=420, key=key, on_change="ignore")
    if not st.button(_("Check and keep"), key="keep set"):
        return
    try:
        check_question_set(text, path.name)
    except ContentError as mistake:
        st.warning(plain(str(mistake)))
        return
    path.write_text(text, "utf-8")
    st.session_state["told"] = ("done", _("The questions are kept."))
    st.rerun()
