"""The subjects of a note, and the things that tell it apart from others, with the words that led to each."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache

from toolkit.content.subjects import STAR, Cue, cues, things
from toolkit.harvest.folding import fold
from toolkit.harvest.lemmas import Lemma
from toolkit.harvest.wordforms import lemma_of

HINTED, SURE, CACHED, SHORTEST = 0.4, 1.0, 65536, 2
ASKS, SERVES, THINGS = "asks", "serves", "things"
Found = Mapping[str, tuple[float, tuple[str, ...]]]


def asked(words: Sequence[Lemma]) -> Found:
    """Subjects that a need with these words asks for: how surely (0 to 1), and by which of its words."""
    return _found(words, ASKS)


def served(words: Sequence[Lemma]) -> Found:
    """Subjects that an offer or an existing thing with these words serves."""
    return _found(words, SERVES)


def told_apart(words: Sequence[Lemma]) -> frozenset[str]:
    """Things named in a note, each as "list:place"; things of one list exclude each other."""
    return frozenset(_found(words, THINGS))


def _found(words: Sequence[Lemma], side: str) -> Found:
    here: dict[str, str] = {}
    for each in words:
        for part in _parts(each.lemma, fold(each.word), side):
            here.setdefault(part, each.word)
    found: dict[str, tuple[float, tuple[str, ...]]] = {}
    for first in here:
        for cue in _by_first_part(side).get(first, ()):
            weight = HINTED if cue.hint else SURE
            if weight > found.get(cue.owner, (0.0,))[0] and all(part in here for part in cue.parts):
                found[cue.owner] = weight, tuple(dict.fromkeys(here[part] for part in cue.parts))
    return found


@lru_cache(maxsize=CACHED)
def _parts(lemma: str, word: str, side: str) -> tuple[str, ...]:
    """Parts of cues that this word is or begins with."""
    whole, beginnings = _written(side)
    parts: set[str] = set()
    for form in (lemma, word):
        parts.update(whole.get(form, ()))
        parts.update(start for end in range(SHORTEST, len(form) + 1) if (start := form[:end] + STAR) in beginnings)
    return tuple(sorted(parts))


@cache
def _all(side: str) -> tuple[Cue, ...]:
    if side == THINGS:
        return tuple(cue for each in things().values() for thing in each for cue in thing)
    return cues(side)


@cache
def _by_first_part(side: str) -> Mapping[str, tuple[Cue, ...]]:
    found: dict[str, list[Cue]] = {}
    for cue in _all(side):
        found.setdefault(cue.parts[0], []).append(cue)
    return {part: tuple(each) for part, each in found.items()}


@cache
def _written(side: str) -> tuple[Mapping[str, tuple[str, ...]], frozenset[str]]:
    """Form of a whole word → the parts it may stand for; and the beginnings."""
    whole: dict[str, set[str]] = {}
    parts = {part for cue in _all(side) for part in cue.parts}
    for part in parts:
        for form in _forms(part):
            whole.setdefault(form, set()).add(part)
    found = {form: tuple(sorted(names)) for form, names in whole.items()}
    return found, frozenset(part for part in parts if part.endswith(STAR))


def _forms(part: str) -> Iterable[str]:
    return () if part.endswith(STAR) else {part, lemma_of(part, "sl"), lemma_of(part, "en")}
