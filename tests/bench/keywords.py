"""The theme that the vocabulary's word stems alone suggest: the rule that people can read, and the measure to beat."""

from dataclasses import dataclass
from functools import cache

from toolkit.content.vocabulary import vocabulary
from toolkit.harvest.folding import composed, fold, words
from toolkit.harvest.language import guess_language
from toolkit.harvest.stems import Stem, Stems, parse
from toolkit.harvest.themes import Suggestion


@dataclass(slots=True)
class _Mark:
    """What one theme has collected in one note."""

    first: int
    score: int
    words: list[str]


def suggest(text: str, language: str | None = None) -> Suggestion:
    """Theme by score, ties to the theme whose first match stands earliest; without a match, unsorted."""
    text = composed(text)
    folded = fold(text)
    tokens = words(folded)
    spoken = language or guess_language(tokens)
    for each in (spoken,) if language else (spoken, *(other for other in languages() if other != spoken)):
        if suggestion := _by(each, text, folded, tokens):
            return suggestion
    return Suggestion()


def _by(language: str, text: str, folded: str, tokens: list[tuple[int, str]]) -> Suggestion | None:
    marks: dict[str, _Mark] = {}
    counted: set[Stem] = set()
    for start, word, stem in compiled(language).found(folded, tokens):
        if stem in counted:
            continue
        counted.add(stem)
        mark = marks.setdefault(stem.owner, _Mark(start, 0, []))
        mark.score += stem.score
        mark.words.append(text[start : start + max(len(word), len(stem.text))])
    if not marks:
        return None
    order = sorted(marks, key=lambda theme: (-marks[theme].score, marks[theme].first))
    return Suggestion(order[0], tuple(order[1:3]), tuple(dict.fromkeys(marks[order[0]].words)))


@cache
def compiled(language: str) -> Stems:
    """The stems of all themes in one language."""
    return Stems(parse(entry, theme.id) for theme in vocabulary().themes for entry in theme.stems.get(language, ()))


@cache
def languages() -> tuple[str, ...]:
    """The languages that have stems."""
    return tuple(dict.fromkeys(language for theme in vocabulary().themes for language in theme.stems))
