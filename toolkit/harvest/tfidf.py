"""Texts as rows of weights: how often a term stands in the text, and how rare it is elsewhere (TF-IDF).

Written out, and tested against scikit-learn: importing that to read a note would cost every start 130 MB and seconds.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

SHORTEST, LONGEST = 3, 5
"""Letters that a shape has."""


@dataclass(frozen=True, slots=True)
class Tfidf:
    """Term → column, and for each column the rarity ln((1 + texts) / (1 + texts with the term)) + 1.

    Source: Manning, Raghavan and Schütze, Introduction to Information Retrieval, 2008, chapter 6 (sublinear, cosine).
    """

    columns: Mapping[str, int]
    rarity: "NDArray[Any]"

    @classmethod
    def of(cls, texts: Sequence[Sequence[str]], fewest: int = 1) -> "Tfidf":
        """What these texts, each its terms, tell; terms that fewer than `fewest` of them have are left out."""
        import numpy as np

        having = Counter(term for terms in texts for term in set(terms))
        kept = sorted(term for term, count in having.items() if count >= fewest)
        rarity = np.log((1 + len(texts)) / (1 + np.array([having[term] for term in kept]))) + 1
        return cls({term: column for column, term in enumerate(kept)}, rarity.astype("float32"))

    def rows(self, texts: Sequence[Sequence[str]]) -> Any:
        """A sparse row of length 1 for each text; one of zeros where no term is known."""
        import numpy as np
        from scipy.sparse import csr_matrix

        places, counts, ends = list[int](), list[int](), [0]
        for terms in texts:
            found = Counter(column for term in terms if (column := self.columns.get(term)) is not None)
            places += found
            counts += found.values()
            ends.append(len(places))
        at = np.array(places, dtype="int32")
        weights = (1 + np.log(np.array(counts, dtype="float32"))) * self.rarity[at]
        return unit(csr_matrix((weights, at, ends), shape=(len(texts), len(self.rarity))))


def unit(matrix: Any) -> Any:
    """The rows, sparse or dense, brought to length 1; rows of zeros stay."""
    import numpy as np
    from scipy.sparse import issparse

    sparse = issparse(matrix)
    lengths = np.sqrt(np.asarray((matrix.multiply(matrix) if sparse else matrix**2).sum(axis=1)).reshape(-1, 1))
    lengths[lengths == 0] = 1
    return matrix.multiply(1 / lengths).tocsr() if sparse else matrix / lengths


def shapes(text: str) -> list[str]:
    """All runs of 3 to 5 letters of each word, which begins and ends with a space."""
    return [shape for word in text.split() for shape in _runs(f" {word} ")]


def _runs(word: str) -> Iterator[str]:
    for size in range(SHORTEST, min(LONGEST, len(word)) + 1):
        for start in range(len(word) - size + 1):
            yield word[start : start + size]
