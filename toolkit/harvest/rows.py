"""Notes as matrices, one row a note, so that thousands of pairs are compared at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from toolkit.content.subjects import things
from toolkit.harvest.background import Background
from toolkit.harvest.tfidf import unit
from toolkit.harvest.wording import SUBJECT, WORD, Wording

MANY, COMMON = 50, 0.5


@dataclass(frozen=True, slots=True)
class Rows:
    """All terms, words, subjects, places among the themes, things, the lists those are of, and each thing's list."""

    terms: Any
    words: Any
    subjects: Any
    places: Any
    things: Any
    lists: Any
    list_of: Any


def rows(said: Sequence[Wording], known: Background, meant: Any = None) -> Rows:
    """The matrices of these wordings; `meant` are their rows in an embedding, of length 1, which is mixed in."""
    index: dict[str, int] = {}
    sure = _matrix([each.terms for each in said], index)
    rare = sure.multiply(_rarities(index, known, sure)).tocsr()
    named, list_of = _things(said)
    return Rows(
        terms=unit(rare).astype("float32"),
        words=_beginning(rare, index, WORD),
        subjects=_beginning(sure, index, SUBJECT),
        places=_placed(rare, index, known, meant),
        things=named,
        lists=(named @ list_of > 0).astype(float),
        list_of=list_of,
    )


def _rarities(index: Mapping[str, int], known: Background, sure: Any) -> Any:
    """Rarity in the corpus, but no more than among many notes in hand: what most of them say names the place."""
    import numpy

    rarities = numpy.array([[known.rarity(term) for term in index] or [0.0]])
    if sure.shape[0] < MANY:
        return rarities
    here = numpy.asarray((sure > 0).sum(axis=0), dtype=float)
    return numpy.minimum(rarities, numpy.log(sure.shape[0] / numpy.maximum(here, 1.0)) + COMMON)


def _beginning(matrix: Any, index: Mapping[str, int], start: str) -> Any:
    return matrix[:, [column for term, column in index.items() if term.startswith(start)]]


def _placed(matrix: Any, index: Mapping[str, int], known: Background, meant: Any) -> Any:
    """Where each note lives among the themes: the sum over its terms, of length 1, beside its row in an embedding."""
    import numpy

    seen = [term for term in index if term in known.rows]
    columns, lines = [index[term] for term in seen], [known.rows[term] for term in seen]
    placed = unit(numpy.asarray(matrix[:, columns] @ known.places[lines]))
    return (placed if meant is None else numpy.hstack([placed, meant]) / 2**0.5).astype("float32")


def _things(said: Sequence[Wording]) -> tuple[Any, Any]:
    """Notes by things, and things by lists."""
    index: dict[str, int] = {}
    named = _matrix([dict.fromkeys(sorted(each.things), 1.0) for each in said], index)
    lists = {name: column for column, name in enumerate(things())}
    list_of = _matrix([{thing.partition(":")[0]: 1.0} for thing in index] or [{}], lists)
    return named, list_of


def _matrix(said: Sequence[Mapping[str, float]], index: dict[str, int]) -> Any:
    """One row for each mapping; `index` tells the column of each key and grows with new ones."""
    from scipy.sparse import csr_matrix

    columns = [index.setdefault(key, len(index)) for each in said for key in each]
    values = [value for each in said for value in each.values()]
    ends = [0]
    for each in said:
        ends.append(ends[-1] + len(each))
    return csr_matrix((values, columns, ends), shape=(len(said), max(1, len(index))), dtype=float)
