"""Files that were handed on are remembered, so that a second one a little later is warned of."""

import pytest

from carousel.stage import Stage
from tests.evening_hall import Hall, new_hall
from toolkit.acts import answering, releasing
from toolkit.store import Store, released


@pytest.fixture
def hall(store: Store) -> Hall:
    """Twenty people, twelve of whom have said how it was."""
    made = new_hall(store)
    made.press()
    made.arrive(20)
    made.go_to(Stage.CLOSING)
    for person in made.people[:12]:
        close(made, person.slip)
    return made


def close(hall: Hall, slip: str) -> None:
    hall.store.write(answering.close_form, slip, {"overall": ["5"]}, hall.tick())


def warned(hall: Hall) -> bool:
    return hall.store.read(releasing.tells_by_files, hall.workshop.id)


def test_a_second_file_is_warned_of_until_five_people_have_changed(hall: Hall) -> None:
    assert not warned(hall), "nothing was handed on"
    hall.store.write(releasing.file_made, hall.workshop.id)
    assert not warned(hall), "the same file again tells nothing"
    for number, person in enumerate(hall.people[12:17], start=1):
        close(hall, person.slip)
        assert warned(hall) is (number < 5)


def test_what_is_remembered_of_a_file_names_no_slip(hall: Hall) -> None:
    hall.store.write(releasing.file_made, hall.workshop.id)
    kept = repr(hall.store.read(released.released, hall.workshop.id, released.FILE))
    assert "overall" not in kept and not any(person.slip in kept or person.code in kept for person in hall.people)


def test_a_vote_that_was_opened_again_is_a_new_result(hall: Hall) -> None:
    hall.store.write(released.release, hall.workshop.id, "votes", [[[[1], False]]])
    hall.store.write(released.void, hall.workshop.id, "votes")
    assert hall.store.read(released.released, hall.workshop.id, "votes") is None
