"""The language a text seems to be in, by its commonest words."""

from collections.abc import Sequence

from toolkit.harvest.folding import Token
from toolkit.harvest.wordlists import wordlists


def guess_language(tokens: Sequence[Token], default: str = "sl") -> str:
    """The language whose commonest words occur most; the default where none does, or in a tie."""
    seen = {word for _, word in tokens}
    hits = {language: len(seen & common) for language, common in wordlists().common_words.items()}
    best = max(hits, key=lambda language: (hits[language], language == default))
    return best if hits[best] else default
