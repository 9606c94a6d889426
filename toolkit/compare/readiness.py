"""Readiness of a community as several raters see it: a profile with gates, never a sum."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from carousel.preparation import Preparation, Rating
from toolkit.content.vocabulary import vocabulary

UNRATED, NOT_YET, CONDITIONS, READY = "unrated", "not_yet", "conditions", "ready"
RATERS = 2  # who must have rated before anybody's scores are shown
APART = 2  # points from which the raters talk and score again
ENOUGH = 2  # the score from which nothing more is asked of a criterion
GATES = {"lastnistvo": 2, "infrastruktura_potencial": 1}
GATE = 1  # the least score of every other criterion


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What the raters say together. `scores` are those that count, None where none counts yet; `first` and `last` the
    raters' first and present scores, in one order of raters, empty before two have rated everything. `disagree` are
    criteria where they now stand two or more apart, `talk` those of them that were not scored again by all."""

    scores: Mapping[str, int | None]
    first: Mapping[str, tuple[int, ...]]
    state: str
    disagree: tuple[str, ...]
    raters: int
    last: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    talk: tuple[str, ...] = ()


def criteria() -> tuple[str, ...]:
    """The ids of the rubric's criteria, in its order."""
    return tuple(term.id for term in vocabulary().readiness_criteria)


def raters(ratings: Sequence[Rating]) -> tuple[str, ...]:
    """Who has scored every criterion, in the order in which they began."""
    given: dict[str, set[str]] = {}
    for each in ratings:
        if not each.again:
            given.setdefault(each.rater, set()).add(each.criterion)
    return tuple(rater for rater, scored in given.items() if scored.issuperset(criteria()))


def open_to(ratings: Sequence[Rating], rater: str) -> bool:
    """Whether this person may see the scores of others: not before two are ready, nor halfway through one's own."""
    ready = raters(ratings)
    halfway = rater not in ready and any(each.rater == rater for each in ratings)
    return len(ready) >= RATERS and not halfway


def profile(preparation: Preparation) -> Profile:
    """The profile of the raters who have scored every criterion; scores given halfway are nobody's business yet.

    The lower of two present scores counts, for the profile as for the gates: a community is taken into a programme on
    what both can stand behind, a mean would hide the doubt and could lift a gate that one of them found closed. Where
    they stand two or more apart, no score counts until all have talked and scored again; the first scores are kept.
    After that the lower one counts even if they still differ, and the criterion stays in `disagree`.
    """
    who = raters(preparation.ratings)
    told = who if len(who) >= RATERS else ()
    first = {name: _scores(preparation.ratings, name, told, again=False) for name in criteria()}
    again = {name: _scores(preparation.ratings, name, told, again=True) for name in criteria()}
    last = {name: tuple(again[name].get(rater, score) for rater, score in first[name].items()) for name in criteria()}
    apart = tuple(name for name in criteria() if _apart(last[name]))
    talk = tuple(name for name in criteria() if _apart(first[name].values()) and len(again[name]) < len(told))
    scores = {name: None if name in talk else min(last[name], default=None) for name in criteria()}
    return Profile(
        scores=scores,
        first={name: tuple(first[name].values()) for name in criteria()},
        last=last,
        state=state(scores),
        disagree=tuple(name for name in criteria() if name in apart or name in talk),
        talk=talk,
        raters=len(who),
    )


def apart_at_first(found: Profile) -> tuple[str, ...]:
    """Criteria whose first scores lie two or more apart: those that the raters talk about and score again."""
    return tuple(name for name in criteria() if _apart(found.first[name]))


def state(scores: Mapping[str, int | None]) -> str:
    """ "unrated" while a criterion has no score, "not_yet" at a closed gate, "ready" with all 2 or more; otherwise
    "conditions". The rules stand at the end of data/vocabularies.yaml."""
    if any(scores.get(name) is None for name in criteria()):
        return UNRATED
    if closed(scores):
        return NOT_YET
    return CONDITIONS if wanting(scores) else READY


def closed(scores: Mapping[str, int | None]) -> tuple[str, ...]:
    """Criteria whose gate is closed: any 0, ownership below 2, infrastructure below 1."""
    return _below(scores, {name: GATES.get(name, GATE) for name in criteria()})


def wanting(scores: Mapping[str, int | None]) -> tuple[str, ...]:
    """Criteria below 2: what "ready with conditions" is conditional on."""
    return _below(scores, dict.fromkeys(criteria(), ENOUGH))


def _below(scores: Mapping[str, int | None], least: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(name for name, bound in least.items() if (score := scores.get(name)) is not None and score < bound)


def _scores(ratings: Sequence[Rating], criterion: str, told: Sequence[str], *, again: bool) -> dict[str, int]:
    """Scores of one criterion by rater, in the raters' order."""
    given = {each.rater: each.score for each in ratings if each.criterion == criterion and each.again is again}
    return {rater: given[rater] for rater in told if rater in given}


def _apart(scores: Collection[int]) -> bool:
    return bool(scores) and max(scores) - min(scores) >= APART
