"""What the sorter sees of a note: its lemmas and pairs of them, the vocabulary's stems, concepts, and its letters."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from toolkit.content.thesaurus import concepts
from toolkit.content.vocabulary import vocabulary
from toolkit.harvest.folding import composed, fold, words
from toolkit.harvest.language import guess_language
from toolkit.harvest.lemmas import content_lemmas
from toolkit.harvest.stems import Stem, Stems, parse

STEM = "stem:"
LONGEST = 2_000
"""How a stem's token begins; letters that are read; what stands further behind does not change what a note is about."""


def tokens(text: str, language: str) -> list[str]:
    """Everything in the text that may tell its theme, as names; stems and concepts cannot be mistaken for lemmas."""
    read = text[:LONGEST]
    lemmas = [each.lemma for each in content_lemmas(read, language)]
    pairs = [f"{one} {other}" for one, other in pairwise(lemmas)]
    meant = [f"concept:{concept}" for lemma in lemmas for concept in sorted(concepts(lemma))]
    return [*lemmas, *pairs, *meant, *(f"{STEM}{stem.owner}" for stem in found_stems(read, language))]


def found_stems(text: str, language: str) -> Iterator[Stem]:
    """The vocabulary's stems in the text, in its order."""
    folded = fold(composed(text))
    return (stem for _start, _word, stem in compiled(language).found(folded, words(folded)))


def letters(text: str) -> str:
    """The text in lower case without carons."""
    return fold(composed(text[:LONGEST]))


def languages_of(texts: Sequence[str]) -> list[str]:
    """The language that each text seems to be in."""
    return [guess_language(words(letters(text))) for text in texts]


@cache
def compiled(language: str) -> Stems:
    """The stems of all themes in one language."""
    return Stems(parse(entry, theme.id) for theme in vocabulary().themes for entry in theme.stems.get(language, ()))
