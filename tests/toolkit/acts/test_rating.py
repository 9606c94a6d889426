"""Rating readiness: alone, with evidence, first scores kept once two are done, again only where they stood apart."""

from datetime import UTC, datetime

import pytest

from carousel.refusal import Refusal
from toolkit.acts.mentoring import found_community
from toolkit.acts.rating import Score, Scores, keep_ratings, own_scores, rate_anew, wrong_ratings
from toolkit.compare.readiness import READY, criteria, profile
from toolkit.store import Store
from toolkit.store.preparation import preparation

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
TWO = dict.fromkeys(criteria(), Score(2, "Popis z dne 1. 9."))
NOTHING = Score(None, " ")


@pytest.fixture
def golnik(store: Store) -> int:
    return store.write(found_community, "Golnik")


def rate(store: Store, community: int, rater: str, given: Scores, *, again: bool = False) -> int:
    return store.write(keep_ratings, community, rater, given, "sl", NOW, again=again)


def test_scores_are_kept_bit_by_bit_and_may_change_until_two_are_done(store: Store, golnik: int) -> None:
    assert rate(store, golnik, "Ana", {"ovire": Score(0, "Spor."), "lastnistvo": NOTHING}) == 1
    rate(store, golnik, "Ana", TWO)
    rate(store, golnik, "Ana", {"ovire": Score(1, "Ključi.")})
    mine = own_scores(store.read(preparation, golnik).ratings, "Ana")
    assert mine == TWO | {"ovire": Score(1, "Ključi.")}


def test_a_score_of_nought_is_a_score(store: Store, golnik: int) -> None:
    rate(store, golnik, "Ana", {"ovire": Score(0, "Spor.")})
    assert store.read(preparation, golnik).ratings[0].score == 0


@pytest.mark.parametrize("one", [Score(2, ""), Score(None, "Popis."), Score(4, "Popis."), Score(2, "x" * 401)])
def test_a_score_needs_a_sentence_of_the_rubric_and_evidence(store: Store, golnik: int, one: Score) -> None:
    given = TWO | {"ovire": one}
    assert set(wrong_ratings(given, "sl")) == {"ovire"}
    with pytest.raises(Refusal) as refused:
        rate(store, golnik, "Ana", given)
    assert refused.value.data["field"] == "ovire"
    assert not store.read(preparation, golnik).ratings


@pytest.mark.parametrize("rater", ["", "Ana"])
def test_nobody_and_nothing_are_not_kept(store: Store, golnik: int, rater: str) -> None:
    with pytest.raises(Refusal):
        rate(store, golnik, rater, {"ovire": NOTHING})


def test_first_scores_stay_once_two_have_seen_each_other(store: Store, golnik: int) -> None:
    rate(store, golnik, "Ana", TWO)
    rate(store, golnik, "Bor", TWO)
    with pytest.raises(Refusal, match="stay as they are"):
        rate(store, golnik, "Ana", {"ovire": Score(3, "Ni ovir.")})


def test_after_talking_both_score_again_where_they_stood_apart_and_only_there(store: Store, golnik: int) -> None:
    rate(store, golnik, "Ana", TWO | {"ovire": Score(0, "Spor.")})
    with pytest.raises(Refusal, match="two or more apart"):
        rate(store, golnik, "Ana", {"ovire": Score(2, "Spor je rešen.")}, again=True)
    rate(store, golnik, "Bor", TWO)
    with pytest.raises(Refusal, match="two or more apart"):
        rate(store, golnik, "Ana", {"lastnistvo": Score(3, "Pogodba.")}, again=True)
    rate(store, golnik, "Ana", {"ovire": Score(2, "Spor je rešen.")}, again=True)
    rate(store, golnik, "Bor", {"ovire": Score(2, "Spor je rešen.")}, again=True)
    found = profile(store.read(preparation, golnik))
    assert (found.state, found.first["ovire"], found.last["ovire"]) == (READY, (0, 2), (2, 2))


def test_a_person_without_a_share_in_the_first_scores_cannot_score_again(store: Store, golnik: int) -> None:
    rate(store, golnik, "Ana", TWO | {"ovire": Score(0, "Spor.")})
    rate(store, golnik, "Bor", TWO)
    with pytest.raises(Refusal, match="two or more apart"):
        rate(store, golnik, "Cene", {"ovire": Score(2, "Rešeno.")}, again=True)


def test_a_year_later_all_begin_anew(store: Store, golnik: int) -> None:
    rate(store, golnik, "Ana", TWO)
    rate(store, golnik, "Bor", TWO)
    assert store.write(rate_anew, golnik, NOW) == 14
    assert not store.read(preparation, golnik).ratings
    assert rate(store, golnik, "Ana", TWO) == 7
