"""Two ideas in one note: pieces that stand by themselves and are about different themes, proposed for parting."""

from carousel.workshop import UNSORTED
from toolkit.harvest.clauses import Clause, clauses
from toolkit.harvest.features import languages_of
from toolkit.harvest.lemmas import content_lemmas
from toolkit.harvest.themes import Sorter, Suggestion, sorter

SURE, SURER, SUREST = 0.5, 0.6, 0.95
"""The confidence that both pieces need: at a sentence's end, at a comma or "and", and for a single word there."""
MOST = 4


def split(text: str, language: str = "", with_: Sorter | None = None) -> tuple[str, ...]:
    """The ideas of a note, as pieces of its own words; empty where it holds one."""
    spoken = language or languages_of([text])[0]
    found = [clause for clause in clauses(text) if content_lemmas(clause.text, spoken)]
    if len(found) < 2:
        return ()
    told = (with_ or sorter()).suggest_all([clause.text for clause in found], [spoken] * len(found))
    ideas: list[tuple[str, Suggestion]] = []
    before = found[0]
    for clause, suggestion in zip(found, told, strict=True):
        if not ideas or _begins(clause, suggestion, before, ideas[-1][1], spoken):
            ideas.append((clause.text, suggestion))
        else:
            ideas[-1] = (_joined(text, ideas[-1][0], clause.text), _surer(ideas[-1][1], suggestion))
        before = clause
    return tuple(words for words, _ in ideas[:MOST]) if len(ideas) > 1 else ()


def _begins(clause: Clause, suggestion: Suggestion, before: Clause, told: Suggestion, language: str) -> bool:
    """Whether a clause is another idea than what stood before it."""
    if UNSORTED in (suggestion.theme, told.theme) or suggestion.theme == told.theme:
        return False
    side_by_side = clause.leaning == before.leaning
    if not clause.strong and not side_by_side:
        return False
    sure = SURE if clause.strong else SURER
    if not clause.strong and len(content_lemmas(clause.text, language)) < 2:
        sure = SUREST
    return min(suggestion.confidence, told.confidence) >= sure


def _surer(one: Suggestion, other: Suggestion) -> Suggestion:
    return max(one, other, key=lambda each: (each.theme != UNSORTED, each.confidence))


def _joined(text: str, one: str, other: str) -> str:
    start, end = text.find(one), text.rfind(other) + len(other)
    return text[start:end] if 0 <= start < end else f"{one}, {other}"
