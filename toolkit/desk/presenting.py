"""What the facilitator says now: presenter's notes from the question set."""

import streamlit as st

from carousel.stage import Stage
from toolkit.content.question import QuestionSet
from toolkit.content.question_set import question_set
from toolkit.desk.frame import Desk
from toolkit.desk.style import plain
from toolkit.store.workshops import Situation


def presenter_notes(desk: Desk, where: Situation) -> None:
    """Slides with their notes at the opening, each station's question and prompts in a round."""
    asked = question_set(where.workshop.question_set, desk.settings.question_sets)
    if where.step.stage is Stage.OPENING:
        _slides(desk, where, asked)
    elif where.step.stage in (Stage.GROUPS, Stage.ROUND, Stage.MOVING):
        _questions(desk, where, asked)


def _slides(desk: Desk, where: Situation, asked: QuestionSet) -> None:
    _ = desk.words
    for slide in asked.programme.opening:
        minutes = f" · {_('{minutes} min', minutes=slide.minutes)}" if slide.minutes else ""
        with st.expander(plain(slide.title.of(_.language) + minutes)):
            for line in slide.notes.of(_.language) or slide.lines.of(_.language, community=where.workshop.community):
                st.markdown(f"- {plain(line)}")


def _questions(desk: Desk, where: Situation, asked: QuestionSet) -> None:
    _ = desk.words
    stations = where.carousel.stations if where.carousel else tuple((each.id,) for each in asked.questions)
    with st.expander(_("Questions of the stations"), expanded=where.step.stage is Stage.GROUPS):
        for number, ids in enumerate(stations, start=1):
            for question in filter(None, map(asked.question, ids)):
                st.markdown(f"**{number}** {plain(question.text.of(_.language))}")
                st.caption(plain(" ".join(question.prompts.of(_.language))))
