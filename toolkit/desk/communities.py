"""What the parts of the page of communities share: names of widgets, and of states and criteria."""

import streamlit as st

from toolkit.acts.rating import Score
from toolkit.compare.population import ALL, Cell, ages, genders
from toolkit.compare.readiness import CONDITIONS, NOT_YET, READY
from toolkit.content.vocabulary import label
from toolkit.desk.record_opening import mark_of
from toolkit.i18n import Translator

TONES = {READY: "act", CONDITIONS: "warn", NOT_YET: "stop"}


def cells() -> tuple[Cell, ...]:
    """Every cell of the population's table, row by row."""
    return tuple((age, gender) for age in (*ages(), ALL) for gender in (*genders(), ALL))


def cell_key(community_id: int, cell: Cell) -> str:
    """The session's name of a number's widget."""
    return " ".join((mark_of("population", community_id), *cell))


def source_key(community_id: int) -> str:
    """The session's name of the source's widget."""
    return f"{mark_of('population', community_id)} source"


def score_keys(community_id: int, criterion: str, again: bool, held: Score | None) -> tuple[str, str]:
    """The session's names of a criterion's two widgets, score and evidence. They are others when what is kept changes:
    the browser would show what stood there before, also after the scores were put away."""
    kept = "" if held is None else f" {hash(held)}"
    begin = f"{mark_of('readiness', community_id)} {criterion}{' again' if again else ''}{kept}"
    return f"{begin} score", f"{begin} evidence"


def typed_score(keys: tuple[str, str]) -> Score:
    """What stands in a criterion's two widgets now."""
    score, evidence = map(st.session_state.get, keys)
    return Score(score, evidence or "")


def state_name(words: Translator, state: str) -> str:
    """A readiness state as people say it."""
    return words("not rated yet") if state not in TONES else label("readiness_decisions", state, words.language)


def criterion_name(words: Translator, criterion: str) -> str:
    """A criterion of the rubric as people say it."""
    return label("readiness_criteria", criterion, words.language)
