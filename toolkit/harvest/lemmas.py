"""The words of a note in their dictionary form, so that "vrtovi", "vrtu" and "VRT" are one word."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from toolkit.content.speech import speech
from toolkit.harvest.folding import composed, fold, words
from toolkit.harvest.wordforms import lemma_of
from toolkit.harvest.wordlists import wordlists

CACHED = 12_000
"""Texts whose words are remembered: themes, same ideas and matches all read them."""


@dataclass(frozen=True, slots=True)
class Lemma:
    """A word as written, its place in the composed text, and its dictionary form: lower case, without carons."""

    word: str
    start: int
    lemma: str


def lemmas(text: str, language: str) -> tuple[Lemma, ...]:
    """Every word of the text in its order; `language` is "sl" or "en", anything else is read as Slovenian."""
    whole = composed(text)
    lowered = whole.lower() if len(whole.lower()) == len(whole) else fold(whole)
    return tuple(
        Lemma(whole[start : start + len(word)], start, lemma_of(lowered[start : start + len(word)], language))
        for start, word in words(fold(whole))
    )


@lru_cache(maxsize=CACHED)
def content_lemmas(text: str, language: str) -> tuple[Lemma, ...]:
    """The words that carry meaning: no function words, nothing of one letter, no bare numbers."""
    empty = function_words(language)
    return tuple(each for each in lemmas(text, language) if carries_meaning(each, empty))


def carries_meaning(each: Lemma, empty: Iterable[str]) -> bool:
    """Whether neither the word nor its lemma is empty of meaning."""
    return len(each.lemma) > 1 and not each.lemma.isdigit() and each.lemma not in empty and fold(each.word) not in empty


@cache
def function_words(language: str) -> frozenset[str]:
    """Folded words without a meaning of their own, those of English being found in Slovenian notes too."""
    own = speech().function_words
    return own.get(language, own["sl"]) | wordlists().common_words.get(language, frozenset())
