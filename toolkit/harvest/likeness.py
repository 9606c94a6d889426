"""Notes that may say the same: suggestions of one kind, as a rule of one theme, with the words that led there."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from carousel.workshop import Note
from toolkit.harvest.background import background, meant
from toolkit.harvest.candidates import candidates
from toolkit.harvest.clusters import of
from toolkit.harvest.linkage import linked, medoid
from toolkit.harvest.meaning import Meaning
from toolkit.harvest.rows import rows
from toolkit.harvest.signs import signs, weighed
from toolkit.harvest.wording import Wording, wording

FIRST, LIKELY, LONGEST, MOST_AT_ONCE = 3, 0.4, 80, 12_000
# Themes are only suggested, so notes of two themes are compared too; but that counts against them, and a pair of
# themes that people confirmed is left alone. The chance of being the same is divided by about three.
OTHER_THEME, WORTH_SHOWING = -1.2, 0.05
# Fitted by logistic regression on labelled pairs, a share of the subjects hidden at random, so that no sign is
# trusted alone. In the order of `signs`.
WEIGHED = (0.7, 0.75, 0.45, 0.35, 0.45, -1.0, -2.5, -0.25, -0.65, -0.9, 2.0)
BASE = -1.7
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two notes by id, the earlier first; `score` is 0 to 1; `words` are those of the first note that both have."""

    one: int
    other: int
    score: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """Notes that may say the same, by id, the one nearest to the others first; its words name the cluster."""

    ids: tuple[int, ...]
    name: str
    score: float
    words: tuple[str, ...]


def suggestions(notes: Iterable[Note], first: int = FIRST, meaning: Meaning | None = None) -> tuple[Likeness, ...]:
    """For each note its `first` likeliest others of the same kind, the likeliest pair first.

    Always as many as theme and kind have: a ranked list. From LIKELY up a pair may be proposed to a person unasked.
    A note of another theme stands among them only when the score is WORTH_SHOWING or more.
    """
    groups = [(group, _scored(group, first, meaning)) for group in _by_kind(notes)]
    return _ranked(pair for group, scored in groups for pair in _likeliest(group, scored, first))


def at_once(
    notes: Iterable[Note], first: int = FIRST, meaning: Meaning | None = None
) -> tuple[tuple[Likeness, ...], tuple[Proposal, ...]]:
    """`suggestions` and `proposals` of notes that nobody has merged yet, comparing them once."""
    groups = [(group, _scored(group, first, meaning)) for group in _by_kind(notes)]
    pairs = _ranked(pair for group, scored in groups for pair in _likeliest(group, scored, first))
    return pairs, _surest(one for group, scored in groups for one in _together(group, scored, frozenset()))


def proposals(
    notes: Iterable[Note], apart: frozenset[Pair] = frozenset(), meaning: Meaning | None = None
) -> tuple[Proposal, ...]:
    """Clusters proposed to be merged, the surest first, of at most eight; notes already merged count as their head.

    Pairs in `apart` (smaller id first) never come together, nor do the clusters they are in.
    """
    clusters = of(notes)
    heads = {note.id: cluster.notes[0].id for cluster in clusters for note in cluster.notes}
    never = {_ordered(heads.get(one, one), heads.get(other, other)) for one, other in apart}
    groups = _by_kind(cluster.notes[0] for cluster in clusters)
    return _surest(one for group in groups for one in _together(group, _scored(group, FIRST, meaning), never))


def _ranked(pairs: Iterable[Likeness]) -> tuple[Likeness, ...]:
    return tuple(sorted(set(pairs), key=lambda pair: (-pair.score, pair.one, pair.other)))


def _surest(found: Iterable[Proposal]) -> tuple[Proposal, ...]:
    return tuple(sorted(found, key=lambda proposal: (-proposal.score, proposal.ids)))


def shortened(text: str) -> str:
    """The text on one line, at most LONGEST letters, cut between words."""
    line = " ".join(text.split())
    if len(line) <= LONGEST:
        return line
    return line[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(" ,;:.–-") + "…"


def _by_kind(notes: Iterable[Note]) -> Iterator[list[Note]]:
    """Notes compared with each other: those of a kind; a huge kind goes by theme and in parts, for time's sake."""
    together: dict[str, list[Note]] = defaultdict(list)
    for note in sorted(notes, key=lambda note: note.id):
        together[note.kind].append(note)
    for group in together.values():
        if len(group) > MOST_AT_ONCE:
            group.sort(key=lambda note: (note.theme, note.id))
        for start in range(0, len(group), MOST_AT_ONCE):
            yield sorted(group[start : start + MOST_AT_ONCE], key=lambda note: note.id)


Scored = tuple[list[Wording], dict[Pair, float]]


def _likeliest(group: Sequence[Note], scored: Scored, first: int) -> Iterator[Likeness]:
    said, scores = scored
    near: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (one, other), score in scores.items():
        near[one].append((-score, other))
        near[other].append((-score, one))
    for place, others in near.items():
        for _, other in sorted(others)[:first]:
            one, two = _ordered(place, other)
            score = round(scores[one, two], 3)
            yield Likeness(group[one].id, group[two].id, score, _shared(said[one], said[two]))


def _together(group: Sequence[Note], scored: Scored, never: Collection[Pair]) -> Iterator[Proposal]:
    said, scores = scored
    places = {note.id: place for place, note in enumerate(group)}
    apart = {(places[one], places[other]) for one, other in never if one in places and other in places}
    for members in linked(scores, LIKELY, apart):
        head = medoid(members, scores)
        inside = [(scores.get((a, b), 0.0), a, b) for a in members for b in members if a < b]
        words = dict.fromkeys(word for _, a, b in inside for word in _shared(said[a], said[b]))
        ids = tuple(group[place].id for place in (head, *(each for each in members if each != head)))
        mean = round(sum(score for score, *_ in inside) / len(inside), 3)
        yield Proposal(ids, shortened(group[head].text), mean, tuple(words))


def _scored(group: Sequence[Note], first: int, meaning: Meaning | None) -> Scored:
    """Wordings of notes of one kind, and the score of each pair of places that is worth a look."""
    import numpy

    said = [wording(note.text, note.kind) for note in group]
    matrices = rows(said, background(), meant([note.text for note in group], meaning))
    ones, others, same = candidates(matrices, [note.theme for note in group], first)
    if not len(ones):
        return said, {}
    likely = weighed(numpy.column_stack([signs(matrices, ones, others), ~same]), (*WEIGHED, OTHER_THEME), BASE)
    confirmed = numpy.array([note.theme_confirmed for note in group])
    shown = same | ((likely >= WORTH_SHOWING) & ~(confirmed[ones] & confirmed[others]))
    pairs = zip(ones[shown].tolist(), others[shown].tolist(), strict=True)
    return said, dict(zip(pairs, likely[shown].tolist(), strict=True))


def _shared(one: Wording, other: Wording) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for term, word in one.written.items() if term in other.terms))


def _ordered(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)
