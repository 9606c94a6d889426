"""What the corpus tells about terms: how rare each is, and in which themes it lives."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import log
from pathlib import Path
from typing import TYPE_CHECKING, Any

from toolkit.content.corpus import FOLDER, corpus
from toolkit.content.kept import kept, mark
from toolkit.content.reading import DATA
from toolkit.harvest.folding import fold, words
from toolkit.harvest.language import guess_language
from toolkit.harvest.learned import READING
from toolkit.harvest.meaning import Meaning
from toolkit.harvest.wording import wording

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Every second example is enough for rarity and half the wait. A term seen once says nothing about its theme.
EVERY, LEAST_RARE, SEEN, DOUBT = 2, 0.5, 2, 0.5


@dataclass(frozen=True, slots=True)
class Background:
    """Term → rarity; rarity of a term nobody saw; known term → row of `places`, with one column a theme."""

    rarities: Mapping[str, float]
    unseen: float
    rows: Mapping[str, int]
    places: "NDArray[Any]"

    def rarity(self, term: str) -> float:
        """How much it tells that two notes share this term: the logarithm of how seldom the corpus has it."""
        return self.rarities.get(term, self.unseen)


@cache
def background() -> Background:
    """What the shipped corpus tells; some seconds the first time, then read from disk."""
    files = sorted([*FOLDER.glob("*.csv"), *DATA.glob("*.yaml"), *DATA.glob("*.csv"), *(DATA / "thesaurus").iterdir()])
    code = [Path(__file__).with_name(f"{name}.py") for name in (*READING, "background", "subjects", "wording")]
    return kept("background", mark([*files, *code]), _learn)


def _learn() -> Background:
    examples = corpus()[::EVERY]
    said = [wording.__wrapped__(example.text, example.kind) for example in examples]
    counts = Counter(term for each in said for term in each.terms)
    rarities = {term: max(LEAST_RARE, log((len(said) + 1) / (count + 2))) for term, count in counts.items()}
    known = {term: row for row, term in enumerate(term for term, count in counts.items() if count >= SEEN)}
    pairs = Counter(
        (known[term], example.theme)
        for example, each in zip(examples, said, strict=True)
        for term in each.terms
        if term in known
    )
    return Background(rarities, log(max(len(said), 4) / 2), known, _places(pairs, len(known)))


def _places(pairs: Mapping[tuple[int, str], int], count: int) -> "NDArray[Any]":
    """How much oftener each term stands in each theme than a term does: logarithm of the ratio, doubt added."""
    import numpy

    themes = {theme: column for column, theme in enumerate(sorted({theme for _, theme in pairs}))}
    seen = numpy.zeros((count, max(1, len(themes))))
    for (row, theme), times in pairs.items():
        seen[row, themes[theme]] = times
    usual = seen.sum(axis=0) / max(1, seen.sum())
    doubt = DOUBT * len(themes)
    share = (seen + doubt * usual) / (seen.sum(axis=1, keepdims=True) + doubt)
    found: NDArray[Any] = numpy.log(numpy.maximum(share, 1e-9) / numpy.maximum(usual, 1e-9)).astype("float32")
    return found


def meant(texts: Sequence[str], meaning: Meaning | None) -> Any:
    """One dense row for each text in an organisation's embedding; None without one."""
    import numpy
    from scipy.sparse import issparse

    if meaning is None:
        return None
    found = meaning.vectors(texts, [guess_language(words(fold(text))) for text in texts])
    return numpy.asarray(found.toarray() if issparse(found) else found)
