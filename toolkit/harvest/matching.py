"""Offers and existing contents that could serve a need, with the words of both that led there. A person confirms."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from carousel.workshop import UNSORTED, Note
from toolkit.content.vocabulary import vocabulary
from toolkit.harvest.background import background, meant
from toolkit.harvest.meaning import Meaning
from toolkit.harvest.rows import Rows, rows
from toolkit.harvest.signs import signs, weighed
from toolkit.harvest.wording import SERVING, SUBJECT, Wording, wording

if TYPE_CHECKING:
    from numpy.typing import NDArray

FIRST, LIKELY, BLOCK, LOOKED_AT, BY_PLACE, BY_THEME = 3, 0.3, 256, 12, 0.3, 0.2
ASKING = "need"
HALF_KNOWN, NEXT = 0.4, 0.6
# Fitted like those of likeness, on needs with the offers that serve them; the last is for the same theme
# (a part of it where a theme is unknown); themes were changed at random, for they are only suggested.
WEIGHED = (1.8, 1.1, 0.5, 1.45, 1.2, -1.1, -1.2, 1.2, -0.15, -0.2, 4.0, 2.2)
BASE = -5.5


@dataclass(frozen=True, slots=True)
class Likely:
    """An offer that may serve a need, by id; `score` is 0 to 1; `because` are words of the need, then of the offer."""

    need: int
    offer: int
    score: float
    because: tuple[str, ...]


def matches(
    needs: Sequence[Note], offers: Sequence[Note], first: int = FIRST, meaning: Meaning | None = None
) -> tuple[Likely, ...]:
    """For each need its `first` likeliest offers or existing contents, ranked; needs in the order they came.

    From LIKELY up a match may be shown unasked. Offers of another community are the caller's to hand over.
    """
    if not needs or not offers:
        return ()
    said = [*(wording(note.text, ASKING) for note in needs), *(wording(note.text, SERVING) for note in offers)]
    themes = _shares([*needs, *offers])
    of = rows(said, background(), meant([note.text for note in (*needs, *offers)], meaning))
    ones, others = _candidates(of, themes, len(needs), first)
    found = _scores(of, themes, ones, others)
    by_need: dict[int, list[tuple[float, int, int]]] = {place: [] for place in range(len(needs))}
    for one, other, score in zip(ones.tolist(), others.tolist(), found.tolist(), strict=True):
        by_need[one].append((-round(score, 3), offers[other - len(needs)].id, other))
    return tuple(
        Likely(need.id, offer, -score, _because(said[place], said[other]))
        for place, need in enumerate(needs)
        for score, offer, other in sorted(by_need[place])[:first]
    )


def _shares(notes: Sequence[Note]) -> "NDArray[Any]":
    """A row a note, a column a theme: how likely the note belongs there, so that a doubtful theme parts nothing."""
    import numpy

    columns = {term.id: place for place, term in enumerate(vocabulary().themes)}
    shares = numpy.zeros((len(notes), len(columns)))
    for row, note in zip(shares, notes, strict=True):
        left = 1.0 - note.confidence
        said = (note.theme, note.confidence), *zip(note.others, (left * NEXT, left * NEXT**2), strict=False)
        for theme, share in said if note.theme != UNSORTED else ():
            row[columns[theme]] = share
        if note.theme == UNSORTED:
            row[:] = HALF_KNOWN
    return shares


def _candidates(of: Rows, themes: "NDArray[Any]", count: int, first: int) -> "tuple[NDArray[Any], NDArray[Any]]":
    """Rows of needs and rows of offers worth a closer look, need by need."""
    import numpy

    most = min(max(LOOKED_AT, first * 2), len(themes) - count)
    serving, other_themes = of.terms[count:].T.tocsr(), themes[count:].T
    ones, others = [], []
    for start in range(0, count, BLOCK):
        here = slice(start, min(start + BLOCK, count))
        near = (of.terms[here] @ serving).toarray() + BY_PLACE * (of.places[here] @ of.places[count:].T)
        near += BY_THEME * (themes[here] @ other_themes)
        ones.append(numpy.repeat(numpy.arange(here.start, here.stop), most))
        others.append(numpy.argpartition(-near, most - 1, axis=1)[:, :most].ravel() + count)
    return numpy.concatenate(ones), numpy.concatenate(others)


def _scores(of: Rows, themes: "NDArray[Any]", ones: "NDArray[Any]", others: "NDArray[Any]") -> "NDArray[Any]":
    import numpy

    same = numpy.minimum(1.0, (themes[ones] * themes[others]).sum(axis=1))
    return weighed(numpy.column_stack([signs(of, ones, others), same]), WEIGHED, BASE)


def _because(need: Wording, offer: Wording) -> tuple[str, ...]:
    """Words of the need and then of the offer; where a subject is shared, only those that led to it."""
    terms = [term for term in need.terms if term in offer.terms]
    terms = [term for term in terms if term.startswith(SUBJECT)] or terms
    known = background()
    terms.sort(key=lambda term: (-known.rarity(term), term))
    return tuple(dict.fromkeys([*(need.written[term] for term in terms), *(offer.written[term] for term in terms)]))
