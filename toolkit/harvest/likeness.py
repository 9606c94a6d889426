"""Notes that may say the same: a suggestion within one theme and kind, with the words they share. A person merges."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from carousel.workshop import Note
from toolkit.harvest.folding import composed, fold, words
from toolkit.harvest.wordlists import wordlists

ROOT, FIRST, LEAST, MOST_ALIKE = 5, 3, 0.12, 120


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two notes by id, the earlier first; `score` is 0 to 1; `words` are those of the first note that both have."""

    one: int
    other: int
    score: float
    words: tuple[str, ...]


def suggestions(notes: Iterable[Note], first: int = FIRST) -> tuple[Likeness, ...]:
    """For each note at most its `first` likeliest others of the same theme and kind, the likeliest pair first.

    Where theme and kind have no more notes than that, all pairs are suggested, even without a word in common.
    """
    together: dict[tuple[str, str], list[Note]] = defaultdict(list)
    for note in notes:
        together[note.theme, note.kind].append(note)
    found = {pair for group in together.values() for pair in _within(group, first)}
    return tuple(sorted(found, key=lambda pair: (-pair.score, pair.one, pair.other)))


def _within(group: Sequence[Note], first: int) -> Iterable[Likeness]:
    few = len(group) <= first + 1
    roots = {note.id: _roots(note.text) for note in group}
    spread = Counter(root for each in roots.values() for root in each)
    weight = {root: log(1 + len(group) / count) for root, count in spread.items()}
    whole = {key: sum(weight[root] for root in each) for key, each in roots.items()}
    having: dict[str, list[int]] = defaultdict(list)
    for key, each in roots.items():
        for root in each:
            having[root].append(key)
    for key, each in roots.items():
        # So few that each may be looked at: people say the same in wholly different words.
        shared = dict.fromkeys(roots, 0.0) if few else defaultdict[int, float](float)
        for root in each:
            if spread[root] <= MOST_ALIKE:  # a word of hundreds of notes tells nothing
                for other in having[root]:
                    shared[other] += weight[root]
        shared.pop(key, None)
        scores = {other: common / max(1e-9, whole[key] + whole[other] - common) for other, common in shared.items()}
        for other in sorted(scores, key=lambda other: (-scores[other], other))[:first]:
            if few or scores[other] >= LEAST:
                yield _pair(key, other, scores[other], roots)


def _pair(key: int, other: int, score: float, roots: Mapping[int, Mapping[str, str]]) -> Likeness:
    one, two = sorted((key, other))
    return Likeness(one, two, round(score, 3), tuple(word for root, word in roots[one].items() if root in roots[two]))


def _roots(text: str) -> dict[str, str]:
    """The beginnings of the words that carry meaning, with the word as written."""
    whole = composed(text)
    folded = fold(whole)
    common = frozenset[str]().union(*wordlists().common_words.values())
    return {
        word[:ROOT]: whole[start : start + len(word)]
        for start, word in words(folded)
        if len(word) > 2 and word not in common
    }
