"""The theme a note seems to belong to, learned from examples and corrections: a suggestion, a person decides."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from carousel.workshop import UNSORTED
from toolkit.content.corpus import Example
from toolkit.harvest.corrections import Corrections
from toolkit.harvest.features import LONGEST, STEM, languages_of, tokens
from toolkit.harvest.learned import Learned, learned, standard
from toolkit.harvest.lemmas import content_lemmas

SHARPNESS = 1.0
"""Turns the sum of both learners' standard scores into shares; set so that 0.8 is right in 8 of 10 notes."""
UNSURE = 0.2
"""Below this share a note stays unsorted for a person."""
REMEMBERED = 50_000
TOLD, LOUD = 3, 0.5
"""How many themes and words are told; how clearly a word must speak for the theme, in standard scores."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The likeliest theme, the next two, the words of the note that led to the first, a confidence from 0 to 1.

    Below the confidence that a suggestion needs, `theme` is unsorted and `others` are the likeliest.
    """

    theme: str = UNSORTED
    others: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    confidence: float = 0.0


class Sorter:
    """Suggests themes. What it said of a text it says again as long as the corrections are the same."""

    def __init__(self, known: Learned, corrections: Sequence[Example] = ()) -> None:
        self.known = known
        self.corrections = Corrections(known, corrections) if corrections else None
        self._said: dict[tuple[str, str], Suggestion] = {}

    def suggest(self, text: str, language: str = "") -> Suggestion:
        """The suggestion for one text; without a language, it is guessed."""
        return self.suggest_all([text], [language])[0]

    def suggest_all(self, texts: Sequence[str], languages: Sequence[str] = ()) -> list[Suggestion]:
        """The suggestions for many texts, in their order; much quicker than one by one."""
        spoken = [
            given or guessed for given, guessed in zip(languages or [""] * len(texts), languages_of(texts), strict=True)
        ]
        asked = [(text[:LONGEST], language) for text, language in zip(texts, spoken, strict=True)]
        if len(self._said) > REMEMBERED:
            self._said.clear()
        if fresh := list(dict.fromkeys(each for each in asked if each not in self._said)):
            self._said.update(zip(fresh, self._suggest(fresh), strict=True))
        return [self._said[each] for each in asked]

    def _suggest(self, asked: Sequence[tuple[str, str]]) -> list[Suggestion]:
        import numpy as np

        texts = [text for text, _language in asked]
        found = [tokens(*each) for each in asked]
        rows = self.known.rows_of(found, texts)
        counts = self.corrections.counts if self.corrections else self.known.counts
        scores = standard(self.known.margin(rows)) + standard(rows @ counts)
        scores += _by_stems(found, self.known.themes)
        empty = np.diff(rows.indptr) == 0
        if self.corrections:
            near = self.corrections.nearness(texts)
            scores += near
            empty &= near.max(axis=1) == 0
        empty |= [not each for each in found]
        shares = np.exp(SHARPNESS * (scores - scores.max(axis=1, keepdims=True)))
        shares /= shares.sum(axis=1, keepdims=True)
        order = np.argsort(-scores, axis=1, kind="stable")
        because = self._because(asked, order[:, 0])
        return [
            Suggestion() if nothing else self._told(*each)
            for nothing, *each in zip(empty, order, shares, because, strict=True)
        ]

    def _told(self, order: Any, shares: Any, because: tuple[str, ...]) -> Suggestion:
        names = [self.known.themes[place] for place in order[: TOLD + 1]]
        confidence = round(float(shares[order[0]]), 3)
        likely = [name for name in names if name != UNSORTED]
        if names[0] == UNSORTED or confidence < UNSURE:
            return Suggestion(UNSORTED, tuple(likely[: TOLD - 1]), (), confidence)
        return Suggestion(likely[0], tuple(likely[1:TOLD]), because, confidence)

    def _because(self, asked: Sequence[tuple[str, str]], themes: Any) -> list[tuple[str, ...]]:
        """For each text up to three of its words, those first that speak for the theme the most."""
        found = [content_lemmas(*each) for each in asked]
        speaking = iter(self.known.speaking([each for lemmas in found for each in lemmas]))
        return [
            _loudest([(float(next(speaking)[theme]), each.word) for each in lemmas])
            for lemmas, theme in zip(found, themes, strict=True)
        ]


def _by_stems(found: Sequence[Sequence[str]], themes: Sequence[str]) -> Any:
    """For each text the share of each theme in the vocabulary's stems that it has: what people wrote down as sure."""
    import numpy as np

    shares = np.zeros((len(found), len(themes)))
    places = {f"{STEM}{theme}": place for place, theme in enumerate(themes)}
    for at, each in enumerate(found):
        stems = [places[token] for token in each if token in places]
        for place in stems:
            shares[at, place] += 1 / len(stems)
    return shares


def _loudest(words: Sequence[tuple[float, str]]) -> tuple[str, ...]:
    said = dict.fromkeys(word for loudness, word in sorted(words, key=lambda each: -each[0]) if loudness > LOUD)
    return tuple(said)[:TOLD]


@lru_cache(maxsize=4)
def sorter(corrections: tuple[Example, ...] = ()) -> Sorter:
    """The sorter of the shipped corpus and these corrections, the newest first."""
    return Sorter(learned(), corrections)
