"""The report and the comparison: published values only, six answers, fairness said."""


import pytest

from carousel.workshop import Evening, Note, Vote, Workshop
from tests.toolkit.compare import evenings
from tests.toolkit.compare.values import inside
from toolkit.compare.summary import comparison, report

whole = report(evenings.evening())


def test_nothing_raw_is_inside_a_report() -> None:
    assert not [each for each in inside(whole) if isinstance(each, Note | Vote | Workshop | Evening)]


def test_the_six_answers_stand_in_order() -> None:
    assert [answer.id for answer in whole.answers] == ["P1", "P2", "P3", "P4", "P5", "P6"]
    assert all(answer.said for answer in whole.answers)


@pytest.mark.parametrize("language", ["sl", "en"])
def test_every_sentence_can_be_said(language: str) -> None:
    for answer in whole.answers:
        for sentence in (answer.question, *answer.said):
            assert "{" not in sentence.said(language)


def test_the_vote_shows_ties_and_officials_apart() -> None:
    vote = whole.vote
    assert vote and [[cluster.id for cluster in rank] for rank in vote.ranks] == [[2], [4]]
    assert vote.voters.value == 22 and vote.official_voters.shown("sl") == "<5"
    assert not vote.officials, "the marks of a single official would be seen"


def test_needs_and_offers_of_a_theme_stand_side_by_side() -> None:
    side = next(side for side in whole.sides if side.theme.id == "druzenje")
    assert ([c.id for c in side.needs], [c.id for c in side.existing], [c.id for c in side.offers]) == ([2], [5], [6])


def test_every_note_is_in_the_report() -> None:
    assert {note.id for note in whole.notes} == {1, 2, 3, 4, 5, 6, 7, 8}
    assert {note.id for part in whole.themes for cluster in part.clusters for note in cluster.notes} == set(range(1, 9))


def test_a_reason_typed_by_hand_stays_inside() -> None:
    assert [line.reason and line.reason.said("en") for line in whole.log] == ["Abusive words", None]


def test_an_empty_evening_has_a_report() -> None:
    empty = report(Evening(workshop=evenings.workshop(), stage="prepared"))
    assert empty.vote is None
    assert all(answer.said for answer in empty.answers)


def test_alike_communities_differ_in_nothing_that_can_be_confirmed() -> None:
    both = comparison([evenings.evening(1), evenings.evening(2, "Stražišče (demo)")])
    assert [each.said("en") for each in both.differences] == ["No difference between the communities can be confirmed."]


def test_a_confirmed_difference_is_said_with_its_interval_and_the_hint() -> None:
    both = comparison([evenings.evening(1), evenings.evening(2, "Stražišče (demo)", yes=8)])
    said = [each.said("en") for each in both.differences]
    assert any(
        each.startswith("Needed, before the workshop: Golnik (demo) is above Stražišče (demo) by") for each in said
    )
    assert any("only a hint" in each.said("en") for each in both.fairness)


def test_the_heat_map_is_theme_by_community() -> None:
    both = comparison([evenings.evening(1), evenings.evening(2, "Stražišče (demo)")])
    assert "druzenje" in [theme.id for theme in both.support.themes]
    assert all(len(row) == 2 for row in both.support.cells)
    assert [one.code for one in both.heads] == ["AAA1", "AAA2"]
