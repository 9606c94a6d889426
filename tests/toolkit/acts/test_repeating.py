"""A gesture and its number are one commit, so that neither a crash nor a second sending does it twice."""

from collections.abc import Callable

import pytest

from carousel.refusal import Refusal
from tests.evening_hall import Hall, writing_hall
from toolkit.acts import harvesting
from toolkit.acts.repeating import once
from toolkit.store import Store
from toolkit.store.gestures import last_of


def theme(hall: Hall) -> str:
    return hall.notes[0].theme


@pytest.fixture
def hall(store: Store) -> Hall:
    return writing_hall(store, ["Prostor za vaje", "Prevoz do zdravnika"])


def test_a_gesture_is_done_once_however_often_it_comes(hall: Hall) -> None:
    note = hall.notes[0].id

    def do(act: Callable[..., object], *given: object) -> None:
        hall.store.write(act, hall.workshop.id, *given, now=hall.tick())

    for number, name in enumerate(["mladi", "kultura", "gibanje_zdravje"], start=1):
        do(once(harvesting.move_note, "board", number), note, name)
    for _again in range(3):
        do(once(harvesting.undo_last, "board", 4))
    assert theme(hall) == "kultura"
    do(once(harvesting.undo_last, "another board", 4))
    assert theme(hall) == "mladi"


def test_what_was_refused_is_not_counted_as_done(hall: Hall) -> None:
    with pytest.raises(Refusal):
        hall.store.write(
            once(harvesting.move_note, "board", 1), hall.workshop.id, hall.notes[0].id, "nothing", hall.tick()
        )
    assert hall.store.read(last_of, hall.workshop.id, "board") == 0


def test_an_act_with_a_key_is_still_known_by_its_own_name() -> None:
    keyed = once(harvesting.undo_last, "board", 1)
    assert (keyed.__name__, keyed.__module__) == ("undo_last", harvesting.__name__)
