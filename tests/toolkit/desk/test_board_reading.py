"""What an open board shows while people work on it."""

import pytest

from tests.evening_hall import Hall, writing_hall
from toolkit.acts import harvesting
from toolkit.desk.board_reading import Reading
from toolkit.store import Store

LINES = ["Prevozi za starejše do zdravnika", "Prevoz do zdravnika za starejše", "Skupnostni vrt", "Vrt za vse"]


@pytest.fixture
def hall(store: Store) -> Hall:
    return writing_hall(store, LINES)


def test_a_gesture_moves_its_own_card_and_no_other(hall: Hall) -> None:
    reading = Reading()
    before = {one.id: one.theme for one in hall.store.read(reading.shown, hall.workshop.id)[0]}
    moved = min(before)
    hall.store.write(harvesting.move_note, hall.workshop.id, moved, "mladi", hall.tick())
    after = {one.id: one.theme for one in hall.store.read(reading.shown, hall.workshop.id)[0]}
    assert after == before | {moved: "mladi"}


def test_those_told_apart_are_not_proposed_again_until_that_is_undone(hall: Hall) -> None:
    reading = Reading()

    def proposed() -> list[set[int]]:
        return [set(one.ids) for one in hall.store.read(reading.shown, hall.workshop.id)[1]]

    first = proposed()
    assert first
    hall.store.write(harvesting.keep_apart, hall.workshop.id, sorted(first[0]), hall.tick())
    assert first[0] not in proposed()
    hall.store.write(harvesting.undo_last, hall.workshop.id, hall.tick())
    assert proposed() == first


def test_a_merged_cluster_keeps_the_theme_of_its_head(hall: Hall) -> None:
    reading = Reading()
    (one, other, *_), _proposals = hall.store.read(reading.shown, hall.workshop.id)
    hall.store.write(harvesting.merge, hall.workshop.id, one.id, [other.id], hall.tick(), "Prevozi")
    together = hall.store.read(reading.shown, hall.workshop.id)[0][0]
    assert (together.name, together.theme, len(together.notes)) == ("Prevozi", one.theme, 2)
