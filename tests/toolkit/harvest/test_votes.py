"""Ballots on clusters."""

from carousel.workshop import Note, Vote
from toolkit.harvest.clusters import Cluster, of
from toolkit.harvest.votes import tally, theme_voters


def clusters(*heads: int) -> tuple[Cluster, ...]:
    return of(Note(id=id, question="q", kind="need", text=str(id), cluster=head) for id, head in enumerate(heads, 1))


def vote(*marks: int, official: bool = False) -> Vote:
    return Vote(frozenset(marks), official)


def test_a_voter_who_marked_two_notes_merged_later_counts_once() -> None:
    assert tally([vote(1, 2), vote(2)], clusters(1, 1, 3)).residents == {1: 2}


def test_officials_are_counted_apart() -> None:
    found = tally([vote(1), vote(1, official=True)], clusters(1, 2))
    assert (found.residents, found.officials, found.resident_voters, found.official_voters) == ({1: 1}, {1: 1}, 1, 1)


def test_a_ballot_with_too_many_marks_counts_nowhere() -> None:
    found = tally([vote(1, 2), vote(1)], clusters(1, 2), k=1)
    assert (found.residents, found.spoiled, found.resident_voters) == ({1: 1}, 1, 1)


def test_a_blank_ballot_is_a_voter() -> None:
    assert tally([vote()], clusters(1)).resident_voters == 1


def test_equal_support_is_one_group_and_comes_whole_to_the_top() -> None:
    found = tally([vote(1), vote(1), vote(2), vote(3), vote(4)], clusters(1, 2, 3, 4))
    assert found.ranks == ((1,), (2, 3, 4))
    assert found.at_the_top(2) == ((1,), (2, 3, 4))
    assert found.at_the_top(1) == ((1,),)


def test_a_mark_on_a_vanished_cluster_is_let_go() -> None:
    assert tally([vote(99)], clusters(1)).residents == {}


def test_two_clusters_of_one_theme_are_one_supporter() -> None:
    assert theme_voters([vote(1, 2), vote(3)], clusters(1, 2, 3)) == {"nerazvrsceno": 2}
