"""Signs that two notes say the same, or that one serves the other, or neither; and their weighing to one number."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from toolkit.content.subjects import things
from toolkit.harvest.rows import Rows
from toolkit.harvest.subjects import HINTED

if TYPE_CHECKING:
    from numpy.typing import NDArray

WHOM_AND_WHEN = ("people", "time")


def signs(of: Rows, ones: Any, others: Any) -> "NDArray[Any]":
    """Eleven signs for each pair of rows.

    Likeness of all terms; shared words by the shorter note, and by both; sureness of shared subjects, and their share;
    subjects but none shared; lists of things with different things, and with a shared one; lists for whom and when, and
    other lists, that only one note touches; likeness of their places among the themes.
    """
    import numpy

    words, other_words = of.words[ones], of.words[others]
    shared, mass, other_mass = _dot(words, other_words), _dot(words, words), _dot(other_words, other_words)
    less = numpy.maximum(numpy.minimum(mass, other_mass), 1e-9)
    subjects, other_subjects = of.subjects[ones], of.subjects[others]
    sure, other_sure, both = _sum(subjects), _sum(other_subjects), _sum(subjects.minimum(other_subjects))
    return numpy.column_stack([
        _dot(of.terms[ones], of.terms[others]),
        shared / less,
        shared / numpy.maximum(mass + other_mass - shared, 1e-9),
        numpy.minimum(1.0, both),
        both / numpy.maximum(HINTED, numpy.minimum(sure, other_sure)),
        (sure > 0) & (other_sure > 0) & (both == 0),
        *_told_apart(of, ones, others),
        (of.places[ones] * of.places[others]).sum(axis=1),
    ])  # fmt: skip


def weighed(found: "NDArray[Any]", weights: Sequence[float], base: float) -> "NDArray[Any]":
    """The probability, 0 to 1, of each row of signs, by the weight of each sign."""
    import numpy

    likely: NDArray[Any] = 1 / (1 + numpy.exp(-(found @ numpy.array(weights) + base)))
    return likely


def _told_apart(of: Rows, ones: Any, others: Any) -> "tuple[NDArray[Any], ...]":
    """Lists with different things, lists with a shared thing, lists in one note only: for whom and when, and others."""
    lists, other_lists = of.lists[ones], of.lists[others]
    agreeing = _sum((of.things[ones].multiply(of.things[others]) @ of.list_of > 0).astype(float))
    in_one = abs(lists - other_lists)
    personal = _sum(in_one[:, [place for place, name in enumerate(things()) if name in WHOM_AND_WHEN]])
    return _dot(lists, other_lists) - agreeing, agreeing, personal, _sum(in_one) - personal


def _dot(ones: Any, others: Any) -> "NDArray[Any]":
    return _sum(ones.multiply(others))


def _sum(matrix: Any) -> "NDArray[Any]":
    import numpy

    return numpy.asarray(matrix.sum(axis=1), dtype=float).ravel()
