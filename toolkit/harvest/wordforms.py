"""The dictionary form of one word, however it was typed: without carons, in dialect, in a form nobody listed."""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

from toolkit.content.speech import speech
from toolkit.content.thesaurus import field_lemmas
from toolkit.harvest.folding import fold
from toolkit.harvest.inflection import by_ending, by_spoken_ending, likeliest
from toolkit.harvest.typos import repaired

if TYPE_CHECKING:
    from simplemma import Lemmatizer

CACHED, LONGEST = 131072, 40
"""Words that are remembered; letters of a word: what is longer is none, and looking for its form takes long."""


@lru_cache(maxsize=CACHED)
def lemma_of(word: str, language: str) -> str:
    """The folded lemma of a word in lower case; English for "en", else Slovenian."""
    if len(word) > LONGEST:
        return fold(word)
    return _english(word) if language == "en" else _slovenian(word)


def _english(word: str) -> str:
    if own := _forms().get(word):
        return own
    return fold(_lemmatizer().lemmatize(word, "en"))


def _slovenian(word: str) -> str:
    folded = fold(word)
    word = _dialect().get(folded, word)
    folded = fold(word)
    if own := _forms().get(word) or _forms().get(folded):
        return own
    if len(word) < 3 or not folded.isalpha():
        return _listed(word) or folded
    found = _listed(word) or by_ending(folded) or by_spoken_ending(folded)
    return found or repaired(folded, _listed, field_lemmas()) or likeliest(folded)


def _listed(word: str) -> str:
    """The folded lemma by the dictionary, as the word is spelled or else with carons; empty where it has none."""
    known = dictionary()
    found = known.get(word) or known.get(carons().get(fold(word), "")) or known.get(word.capitalize())
    return _plain(fold(found)) if found else ""


def _plain(folded: str) -> str:
    """Without the dots and strokes of dictionaries (họsta)."""
    return folded if folded.isascii() else "".join(each for each in normalize("NFD", folded) if not combining(each))


@cache
def _dialect() -> Mapping[str, str]:
    return {fold(form): standard.lower() for form, standard in speech().dialect.items()}


@cache
def _forms() -> Mapping[str, str]:
    forms = speech().forms.items()
    return {form[1:] if form.startswith("=") else fold(form): fold(lemma) for form, lemma in forms}


@cache
def _lemmatizer() -> "Lemmatizer":
    from simplemma import Lemmatizer

    return Lemmatizer()


@cache
def dictionary() -> Mapping[str, str]:
    """Slovenian form → lemma, as simplemma ships it: some 157,000 forms."""
    from simplemma.strategies import DEFAULT_DICTIONARY_FACTORY

    return DEFAULT_DICTIONARY_FACTORY.get_dictionary("sl")


@cache
def carons() -> Mapping[str, str]:
    """Folded form → spelling with carons, for the forms of the dictionary that have any."""
    spelled = [form for form in dictionary() if not form.isascii()]
    return dict(zip(fold("\n".join(spelled)).split("\n"), spelled, strict=True))
