"""Pairs of notes worth a closer look: for each note the nearest by its terms and by where its words live."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from toolkit.harvest.rows import Rows

if TYPE_CHECKING:
    from numpy.typing import NDArray

LOOKED_AT, ELSEWHERE, BLOCK, FAR = 10, 4, 512, -9.0
BY_PLACE = 0.3


def candidates(of: Rows, themes: Sequence[str], first: int) -> "tuple[NDArray[Any], NDArray[Any], NDArray[Any]]":
    """Three arrays: a row, a later row, and whether both have the same theme; no pair twice, in ascending order.

    For each note the nearest of its theme (more than `first`, as far as there are any) and a few of other themes.
    """
    import numpy

    count = len(themes)
    names = numpy.unique(numpy.array(themes, dtype=str), return_inverse=True)[1]
    transposed, most = of.terms.T.tocsr(), max(LOOKED_AT, first * 2)
    keys = []
    for start in range(0, count, BLOCK):
        here = slice(start, min(start + BLOCK, count))
        near = (of.terms[here] @ transposed).toarray()
        near += BY_PLACE * (of.places[here] @ of.places.T)
        near[numpy.arange(near.shape[0]), numpy.arange(here.start, here.stop)] = FAR
        for theme in numpy.unique(names[here]):
            mine, alike = numpy.flatnonzero(names[here] == theme), numpy.flatnonzero(names == theme)
            keys.append(_best(near[numpy.ix_(mine, alike)], mine + start, alike, most, count))
            near[numpy.ix_(mine, alike)] = FAR
        keys.append(_best(near, numpy.arange(here.start, here.stop), numpy.arange(count), ELSEWHERE, count))
    pairs = numpy.unique(numpy.concatenate(keys))
    ones, others = pairs // count, pairs % count
    return ones, others, names[ones] == names[others]


def _best(near: Any, rows: Any, columns: Any, most: int, count: int) -> "NDArray[Any]":
    """The `most` columns nearest to each row, as one number a pair: smaller row times count plus larger row."""
    import numpy

    most = min(most, len(columns))
    chosen = numpy.argpartition(-near, most - 1, axis=1)[:, :most].ravel()
    places = numpy.repeat(numpy.arange(len(rows)), most)
    there = near[places, chosen] > FAR
    ones, others = rows[places[there]], columns[chosen[there]]
    found: NDArray[Any] = numpy.minimum(ones, others).astype(numpy.int64) * count + numpy.maximum(ones, others)
    return found
