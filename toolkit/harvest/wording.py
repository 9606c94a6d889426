"""A note as weighted terms: its lemmas, their roots, concepts, synonyms and the subjects it is about."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from toolkit.content.thesaurus import concepts, synonyms
from toolkit.harvest.folding import fold, words
from toolkit.harvest.language import guess_language
from toolkit.harvest.lemmas import content_lemmas
from toolkit.harvest.subjects import asked, served, told_apart

WORD, ROOT, CONCEPT, SUBJECT, SYNONYM = "w:", "r:", "c:", "s:", "y:"
WEIGHTS = {WORD: 1.0, ROOT: 0.6, CONCEPT: 0.8, SUBJECT: 1.0, SYNONYM: 0.35}
SERVING = "serving"
TELLS_WHAT_THERE_IS = ("offer", "existing")
CACHED, ROOT_LENGTH, MOST_SYNONYMS = 32768, 5, 8


@dataclass(frozen=True, slots=True)
class Wording:
    """Term → weight, before it is known how rare the term is; term → the word it comes from; things that exclude."""

    terms: Mapping[str, float]
    written: Mapping[str, str]
    things: frozenset[str]


@lru_cache(maxsize=CACHED)
def wording(text: str, kind: str) -> Wording:
    """The terms of a note of this kind, none where no word carries meaning; SERVING asks only what the note serves."""
    found = content_lemmas(text, guess_language(words(fold(text))))
    terms: dict[str, float] = {}
    written: dict[str, str] = {}
    for each in found:
        for term, weight in terms_of(each.lemma):
            if weight > terms.get(term, 0.0):
                terms[term], written[term] = weight, each.word
    subjects = {} if kind == SERVING else dict(asked(found))
    if kind == SERVING or kind in TELLS_WHAT_THERE_IS:
        subjects |= served(found)
    for subject, (sure, led) in subjects.items():
        terms[SUBJECT + subject], written[SUBJECT + subject] = sure * WEIGHTS[SUBJECT], led[0]
    return Wording(terms, written, told_apart(found))


@lru_cache(maxsize=CACHED)
def terms_of(lemma: str) -> tuple[tuple[str, float], ...]:
    """Terms of one lemma with their weights."""
    terms = {WORD + lemma: WEIGHTS[WORD], ROOT + lemma[:ROOT_LENGTH]: WEIGHTS[ROOT]}
    terms |= {CONCEPT + name: WEIGHTS[CONCEPT] for name in concepts(lemma)}
    if near := synonyms(lemma):
        terms |= {SYNONYM + other: WEIGHTS[SYNONYM] for other in (lemma, *sorted(near)[:MOST_SYNONYMS])}
    return tuple(terms.items())
