"""Readiness: states and gates for every possible profile, two raters, their disagreement, blind until both are done."""

from collections.abc import Mapping
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carousel.preparation import Preparation, Rating
from toolkit.compare.readiness import (
    CONDITIONS,
    NOT_YET,
    READY,
    UNRATED,
    apart_at_first,
    closed,
    criteria,
    open_to,
    profile,
    raters,
    state,
    wanting,
)

ALL_TWO = dict.fromkeys(criteria(), 2)
SCORES = st.fixed_dictionaries(dict.fromkeys(criteria(), st.integers(0, 3)))


def ratings(rater: str, scores: Mapping[str, int], *, again: bool = False) -> tuple[Rating, ...]:
    return tuple(
        Rating(rater=rater, criterion=name, score=score, evidence="popis", again=again)
        for name, score in scores.items()
    )


def rated(*some: tuple[Rating, ...]) -> Preparation:
    return Preparation(ratings=sum(some, ()))


def test_the_rubric_has_its_seven_criteria_and_both_gates() -> None:
    assert len(criteria()) == 7
    assert {"lastnistvo", "infrastruktura_potencial"} <= set(criteria())


def test_every_possible_profile_has_the_state_that_the_rules_give() -> None:
    for scores in product(range(4), repeat=7):
        by_name = dict(zip(criteria(), scores, strict=True))
        shut = 0 in scores or by_name["lastnistvo"] < 2 or by_name["infrastruktura_potencial"] < 1
        expected = NOT_YET if shut else READY if min(scores) >= 2 else CONDITIONS
        assert state(by_name) == expected


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, READY),
        ({"financiranje": 1}, CONDITIONS),
        ({"infrastruktura_potencial": 1}, CONDITIONS),
        ({"lastnistvo": 1}, NOT_YET),
        ({"infrastruktura_potencial": 0}, NOT_YET),
        ({"podpora_obcine": 0}, NOT_YET),
        (dict.fromkeys(criteria(), 3) | {"lastnistvo": 1}, NOT_YET),
    ],
)
def test_no_high_score_makes_up_for_a_closed_gate(changed: dict[str, int], expected: str) -> None:
    assert state(ALL_TWO | changed) == expected


@given(scores=SCORES, name=st.sampled_from(criteria()))
def test_without_one_criterion_nothing_is_said(scores: dict[str, int], name: str) -> None:
    assert state(scores | {name: None}) == UNRATED
    assert state({each: score for each, score in scores.items() if each != name}) == UNRATED


@given(scores=SCORES, name=st.sampled_from(criteria()))
def test_a_better_score_never_makes_the_state_worse(scores: dict[str, int], name: str) -> None:
    order = (NOT_YET, CONDITIONS, READY)
    better = scores | {name: min(scores[name] + 1, 3)}
    assert order.index(state(better)) >= order.index(state(scores))


@given(scores=SCORES)
def test_the_state_names_its_reasons(scores: dict[str, int]) -> None:
    assert bool(closed(scores)) == (state(scores) == NOT_YET)
    assert (not wanting(scores)) == (state(scores) == READY)
    assert set(closed(scores)) <= set(wanting(scores))


def test_one_rater_alone_says_nothing_yet() -> None:
    found = profile(rated(ratings("Ana", ALL_TWO)))
    assert (found.state, found.raters) == (UNRATED, 1)
    assert set(found.scores.values()) == {None}
    assert set(found.first.values()) == {()}


@given(own=st.sets(st.sampled_from(criteria()), max_size=6), other=SCORES)
def test_the_other_s_scores_stay_hidden_until_one_s_own_are_all_given(own: set[str], other: dict[str, int]) -> None:
    mine = ratings("Ana", {name: 2 for name in criteria() if name in own})
    halfway = rated(ratings("Bor", other), mine)
    assert not open_to(halfway.ratings, "Ana")
    assert set(profile(halfway).first.values()) == {()}
    both = rated(ratings("Bor", other), ratings("Ana", ALL_TWO))
    assert open_to(both.ratings, "Ana") and open_to(both.ratings, "Bor") and open_to(both.ratings, "")


def test_a_third_rater_halfway_sees_nothing_and_counts_for_nothing() -> None:
    held = rated(ratings("Ana", ALL_TWO), ratings("Bor", ALL_TWO), ratings("Cene", {"ovire": 0}))
    assert raters(held.ratings) == ("Ana", "Bor")
    assert not open_to(held.ratings, "Cene")
    assert profile(held).state == READY


@given(one=SCORES, other=SCORES)
def test_the_lower_of_two_scores_counts_unless_they_must_talk(one: dict[str, int], other: dict[str, int]) -> None:
    found = profile(rated(ratings("Ana", one), ratings("Bor", other)))
    for name in criteria():
        far = abs(one[name] - other[name]) >= 2
        assert (name in found.talk, name in found.disagree) == (far, far)
        assert found.scores[name] == (None if far else min(one[name], other[name]))
        assert found.first[name] == (one[name], other[name])
    assert (found.state == UNRATED) == bool(found.talk)


def test_after_talking_the_new_scores_count_and_the_first_are_kept() -> None:
    ana, bor = ratings("Ana", ALL_TWO | {"ovire": 0}), ratings("Bor", ALL_TWO | {"ovire": 3})
    half = profile(rated(ana, bor, ratings("Ana", {"ovire": 2}, again=True)))
    assert (half.talk, half.scores["ovire"], half.state) == (("ovire",), None, UNRATED)
    done = profile(rated(ana, bor, ratings("Ana", {"ovire": 2}, again=True), ratings("Bor", {"ovire": 3}, again=True)))
    assert (done.talk, done.disagree, done.scores["ovire"], done.state) == ((), (), 2, READY)
    assert (done.first["ovire"], done.last["ovire"]) == ((0, 3), (2, 3))
    assert apart_at_first(done) == ("ovire",)


def test_who_still_differs_after_talking_is_shown_and_the_lower_score_counts() -> None:
    ana, bor = ratings("Ana", ALL_TWO | {"ovire": 0}), ratings("Bor", ALL_TWO | {"ovire": 3})
    again = ratings("Ana", {"ovire": 0}, again=True), ratings("Bor", {"ovire": 3}, again=True)
    found = profile(rated(ana, bor, *again))
    assert (found.talk, found.disagree, found.scores["ovire"], found.state) == ((), ("ovire",), 0, NOT_YET)


def test_a_community_nobody_rated_is_unrated() -> None:
    found = profile(Preparation())
    assert (found.state, found.raters, found.disagree, found.talk) == (UNRATED, 0, (), ())
    assert tuple(found.scores) == criteria()
