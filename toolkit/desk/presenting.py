"""What the facilitator says now: presenter's notes from the question set."""

import streamlit as st

from carousel.stage import Stage
from toolkit.content.question import QuestionSet
from toolkit.content.question_set import question_set
from toolkit.desk.frame import Desk
from toolkit.desk.opening_turning import turn_slides
from toolkit.desk.style import plain
from toolkit.store.workshops import Situation


def presenter_notes(desk: Desk, where: Situation) -> None:
    """The slide on the screen with its notes, each station's question and prompts in a round."""
    asked = question_set(where.workshop.question_set, desk.settings.question_sets)
    if where.step.stage is Stage.OPENING or where.workshop.screen == "slides":
        turn_slides(desk, where)
    elif where.step.stage in (Stage.GROUPS, Stage.ROUND, Stage.MOVING):
        _questions(desk, where, asked)


def _questions(desk: Desk, where: Situation, asked: QuestionSet) -> None:
    _ = desk.words
    stations = where.carousel.stations if where.carousel else tuple((each.id,) for each in asked.questions)
    with st.expander(_("Questions of the stations"), expanded=where.step.stage is Stage.GROUPS):
        for number, ids in enumerate(stations, start=1):
            for question in filter(None, map(asked.question, ids)):
                st.markdown(f"**{number}** {plain(question.text.of(_.language))}")
                st.caption(plain(" ".join(question.prompts.of(_.language))))
