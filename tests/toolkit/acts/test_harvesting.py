"""Merging, moving, naming and undoing, with votes already cast."""

import pytest

from carousel.refusal import Refusal
from carousel.stage import Stage
from tests.evening_hall import Hall, writing_hall
from toolkit.acts import answering, harvesting
from toolkit.harvest.clusters import of
from toolkit.harvest.votes import tally
from toolkit.store import Store


@pytest.fixture
def hall(store: Store) -> Hall:
    lines = ["Kava in klepet", "Klepet ob kavi", "Vrt", "Popravljalnica", "Telovadba", "Knjigobežnica"]
    return writing_hall(store, lines)


def ids(hall: Hall) -> list[int]:
    return [note.id for note in hall.notes]


def test_merged_notes_stay_linked_and_one_voter_of_both_counts_once(hall: Hall) -> None:
    first, second, *_ = ids(hall)
    hall.go_to(Stage.VOTE)
    for person in hall.people[:2]:
        hall.store.write(answering.cast_vote, person.slip, [first, second], person.slip, hall.tick())
    hall.store.write(harvesting.merge, hall.workshop.id, first, [second], hall.tick())
    clusters = of(hall.notes)
    [together] = [cluster for cluster in clusters if len(cluster.notes) == 2]
    assert together.id == first and together.note_ids == (first, second)
    counted = tally(hall.evening.votes, clusters, 3)
    assert counted.residents[first] == 2


def test_every_gesture_can_be_taken_back_in_turn(hall: Hall) -> None:
    first, second, third, *_ = ids(hall)
    before = hall.notes
    hall.store.write(harvesting.merge, hall.workshop.id, first, [second, third], hall.tick())
    hall.store.write(harvesting.name_cluster, hall.workshop.id, second, "Druženje", hall.tick())
    hall.store.write(harvesting.move_note, hall.workshop.id, third, "druzenje", hall.tick())
    hall.store.write(harvesting.unmerge, hall.workshop.id, second, hall.tick())
    undone = [hall.store.write(harvesting.undo_last, hall.workshop.id, hall.tick()) for _ in range(4)]
    assert undone == ["unmerged", "moved", "named", "merged"]
    assert hall.notes == before
    with pytest.raises(Refusal):
        hall.store.write(harvesting.undo_last, hall.workshop.id, hall.tick())


def test_taking_out_the_head_leaves_the_others_together(hall: Hall) -> None:
    first, second, third, *_ = ids(hall)
    hall.store.write(harvesting.merge, hall.workshop.id, first, [second, third], hall.tick())
    hall.store.write(harvesting.unmerge, hall.workshop.id, first, hall.tick())
    heads = {note.id: note.cluster for note in hall.notes}
    assert heads[first] == first and heads[third] == heads[second] == second


def test_a_theme_that_does_not_exist_is_refused(hall: Hall) -> None:
    with pytest.raises(Refusal):
        hall.store.write(harvesting.move_note, hall.workshop.id, ids(hall)[0], "nogomet", hall.tick())
