"""The language a text seems to be in, by its commonest words."""

from collections import Counter
from collections.abc import Iterable, Sequence

from toolkit.harvest.folding import Token, fold, words
from toolkit.harvest.wordlists import wordlists


def guess_language(tokens: Sequence[Token], default: str = "sl") -> str:
    """The language whose commonest words occur most; the default where none does, or in a tie."""
    seen = {word for _, word in tokens}
    hits = {language: len(seen & common) for language, common in wordlists().common_words.items()}
    best = max(hits, key=lambda language: (hits[language], language == default))
    return best if hits[best] else default


def language_of(texts: Iterable[str]) -> str:
    """The language that most of these texts seem to be in."""
    guesses = Counter(guess_language(words(fold(text))) for text in texts)
    return max(guesses, key=lambda language: guesses[language], default="sl")
