"""Rating a community's readiness: each rater alone, with evidence; after a talk again where the raters stood apart."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from carousel.preparation import Rating
from carousel.refusal import Refusal
from toolkit.acts.organising import key_of, read_record
from toolkit.compare.readiness import apart_at_first, open_to, profile, raters
from toolkit.content.organiser_forms import organiser_forms
from toolkit.i18n import _
from toolkit.store import Transaction, records
from toolkit.store.preparation import preparation

FORM = "readiness"
NAMELESS = _("Please choose a name on the page Settings first.")
CHOOSE = _("Please choose one of the four sentences.")
EVIDENCE = _("Please write what this score rests on.")
NOTHING = _("Please rate at least one criterion.")
FIRST_STAYS = _("Two people have rated everything. The first scores stay as they are.")
NO_TALK = _("Only criteria with scores two or more apart are scored again.")


class Score(NamedTuple):
    """One rater's score of a criterion, 0 to 3, with what it rests on; None or "" where nothing was given yet."""

    score: int | None
    evidence: str


Scores = Mapping[str, Score]


def keep_ratings(
    tx: Transaction, community_id: int, rater: str, given: Scores, language: str, now: datetime, *, again: bool = False
) -> int:
    """Keep one's own scores, first ones or those after the talk; criteria without score and evidence are left for
    later. Returns how many are kept now. First scores stay once two people have rated everything."""
    if not rater:
        raise Refusal(NAMELESS)
    for fault in wrong_ratings(given, language).values():
        raise fault
    told = {name: one for name, one in given.items() if _touched(one)}
    if not told:
        raise Refusal(NOTHING)
    _in_time(tx, community_id, rater, told, again=again)
    held = {each.values["criterion"]: each for each in records.records(tx, community_id, FORM)
            if each.values["rater"] == rater and bool(each.values.get("again")) is again}  # fmt: skip
    for name, one in told.items():
        values = _values(rater, name, one, language, again=again)
        key = key_of(organiser_forms()[FORM], values)
        if name not in held:
            records.add_record(tx, community_id, FORM, key, values, now)
        elif held[name].values != values:
            records.change_record(tx, held[name].id, key, values, held[name].version, now)
    return len(told)


def wrong_ratings(given: Scores, language: str) -> dict[str, Refusal]:
    """What is wrong, by criterion: a score without evidence, evidence without a score, a text that is too long."""
    found = {}
    for name, one in given.items():
        try:
            if _touched(one):
                _values("-", name, one, language, again=False)
        except Refusal as fault:
            fault.data["field"] = name
            found[name] = fault
    return found


def rate_anew(tx: Transaction, community_id: int, now: datetime) -> int:
    """Begin the rating of a community anew, for instance after a year; returns how many scores were put away."""
    old = records.records(tx, community_id, FORM)
    for each in old:
        records.remove_record(tx, each.id, now)
    return len(old)


def own_scores(ratings: tuple[Rating, ...], rater: str, *, again: bool = False) -> dict[str, Score]:
    """What one rater has given so far, by criterion."""
    mine = (each for each in ratings if each.rater == rater and each.again is again)
    return {each.criterion: Score(each.score, each.evidence) for each in mine}


def _in_time(tx: Transaction, community_id: int, rater: str, told: Scores, *, again: bool) -> None:
    """Refuses changing first scores that others have seen, and scoring again what was not apart."""
    kept = preparation(tx, community_id)
    seen = open_to(kept.ratings, rater) and rater in raters(kept.ratings)
    if again and not (seen and set(told) <= set(apart_at_first(profile(kept)))):
        raise Refusal(NO_TALK, status=409)
    if seen and not again:
        raise Refusal(FIRST_STAYS, status=409)


def _touched(one: Score) -> bool:
    return one.score is not None or bool(one.evidence.strip())


def _values(rater: str, criterion: str, one: Score, language: str, *, again: bool) -> dict[str, Any]:
    if one.score is None:
        raise Refusal(CHOOSE, field=criterion)
    if not one.evidence.strip():
        raise Refusal(EVIDENCE, field=criterion)
    given = {"rater": rater, "criterion": criterion, "score": one.score, "evidence": one.evidence, "again": again}
    return read_record(organiser_forms()[FORM], given, language)
