"""What was worked out before holds until something changes."""

from itertools import pairwise

from carousel.stage import Stage
from tests.evening_hall import Hall, new_hall
from toolkit.acts import answering, harvesting, hosting
from toolkit.store import Store
from toolkit.store.changes import Mark, last_change
from toolkit.store.notes import count_by_station
from toolkit.store.slips import OwnNote, resident


def mark(hall: Hall) -> Mark:
    return hall.store.read(last_change, hall.workshop.id)


def hall_with_notes(store: Store) -> Hall:
    hall = new_hall(store)
    hall.press()
    hall.arrive(12)
    hall.go_to(Stage.ROUND)
    hall.everybody_writes()
    return hall


def test_nothing_changes_by_looking(store: Store) -> None:
    hall = hall_with_notes(store)
    assert mark(hall) == mark(hall)


def test_every_gesture_and_its_undoing_change_the_mark(store: Store) -> None:
    hall = hall_with_notes(store)
    first, second = (note.id for note in hall.notes[:2])
    marks = [mark(hall)]
    store.write(harvesting.merge, hall.workshop.id, first, [second], hall.tick())
    marks.append(mark(hall))
    store.write(harvesting.undo_last, hall.workshop.id, hall.tick())
    marks.append(mark(hall))
    store.write(hosting.count_hands, hall.workshop.id, first, 3, hall.tick())
    marks.append(mark(hall))
    store.write(hosting.hide_note, hall.workshop.id, second, hall.tick())
    marks.append(mark(hall))
    assert all(one != other for one, other in pairwise(marks))


def test_a_correction_changes_the_mark_though_the_count_stays(store: Store) -> None:
    hall = hall_with_notes(store)
    before, note = mark(hall), hall.notes[0].id
    writer = next(one for one in hall.people if any(own.id == note for own in _own(hall, one.slip)))
    store.write(answering.correct_note, writer.slip, note, {"text": ["Drugače povedano"]}, "new key", hall.tick())
    assert mark(hall)[0] == before[0]
    assert mark(hall) != before


def test_notes_are_counted_by_station(store: Store) -> None:
    hall = hall_with_notes(store)
    assert sum(store.read(count_by_station, hall.workshop.id).values()) == len(hall.notes) == 12


def _own(hall: Hall, slip: str) -> tuple[OwnNote, ...]:
    return hall.store.read(resident, slip).own_notes
