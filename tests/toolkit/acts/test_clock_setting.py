"""The computer's clock jumps a day in the middle of an evening: nothing is refused, nothing is out of order."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from random import Random

import pytest

from carousel.stage import Stage, Verb
from tests.evening_hall import BEGIN, Hall, new_hall
from toolkit.acts import entering, hosting
from toolkit.acts.clock_setting import Watch, last_jump
from toolkit.store import Store
from toolkit.store.evening import evening
from toolkit.store.workshops import moves

JUMPS = (timedelta(days=1), timedelta(days=-1))


class Times:
    """A wall clock that can be set, and one that cannot."""

    def __init__(self, hall: Hall) -> None:
        self.hall, self.seconds, self._at = hall, 0.0, hall.now

    def wall(self) -> datetime:
        return self.hall.now

    def steady(self) -> float:
        return self.seconds

    def go_on(self, seconds: int) -> None:
        self.hall.tick(seconds)
        self.seconds += seconds


@pytest.fixture
def hall(store: Store) -> Hall:
    hall = new_hall(store)
    hall.press()
    hall.arrive(8)
    hall.go_to(Stage.ROUND, 0)
    return hall


def left(hall: Hall) -> float:
    clock = hall.where.step.clock
    assert clock is not None
    return clock.left(hall.now)


@pytest.mark.parametrize("jump", JUMPS)
def test_notes_are_taken_and_stay_in_the_order_in_which_they_came(hall: Hall, jump: timedelta) -> None:
    """Also while nobody has noticed the jump."""
    for number, person in enumerate(hall.people):
        if number == 4:
            hall.now += jump
        hall.write(person, f"Misel {number}")
    hall.check_in("a late phone")
    hall.press()
    assert [note.text for note in hall.notes] == [f"Misel {number}" for number in range(8)]
    assert hall.where.step.stage is Stage.MOVING


@pytest.mark.parametrize("jump", JUMPS)
def test_a_round_keeps_the_time_it_had_left_and_can_be_paused_and_undone(hall: Hall, jump: timedelta) -> None:
    times = Times(hall)
    watch = Watch(hall.store, times.wall, times.steady)
    before, version = left(hall), hall.where.version
    times.go_on(60)
    assert watch.look() is None
    hall.now += jump
    seen = watch.look()
    assert seen is not None and abs(seen.by - jump) < timedelta(seconds=1) and last_jump(hall.store) == seen
    assert left(hall) == pytest.approx(before - 60, abs=1) and hall.where.version == version
    assert watch.look() is None
    hall.press(Verb.PAUSE)
    times.go_on(300)
    hall.press(Verb.RESUME)
    assert left(hall) == pytest.approx(before - 60, abs=5)
    hall.press()
    hall.store.write(hosting.undo, hall.workshop.id, hall.where.version, hall.tick())
    assert left(hall) == pytest.approx(before - 60, abs=8)


@pytest.mark.parametrize("jump", JUMPS)
def test_staff_stay_signed_in_and_what_was_ended_stays_ended(hall: Hall, jump: timedelta) -> None:
    times = Times(hall)
    watch = Watch(hall.store, times.wall, times.steady)
    links = [hall.store.write(entering.make_link, "owner", hall.now) for _link in range(3)]
    stays, ended = (hall.store.write(entering.enter_by_link, link, hall.now) for link in links[:2])
    hall.store.write(entering.sign_out, ended, hall.now)
    hall.now += jump
    watch.look()
    assert hall.store.read(entering.who, stays, hall.now) is not None
    assert hall.store.read(entering.who, ended, hall.now) is None
    assert hall.store.read(entering.who, stays, hall.now + entering.SESSION_HOLDS + timedelta(hours=1)) is None
    assert hall.store.write(entering.enter_by_link, links[2], hall.now)


def test_the_report_does_not_tell_of_a_round_that_lasted_a_day(hall: Hall) -> None:
    times = Times(hall)
    watch = Watch(hall.store, times.wall, times.steady)
    times.go_on(120)
    hall.now += timedelta(days=1)
    watch.look()
    times.go_on(60)
    hall.press()
    lengths = [
        later.at - earlier.at for earlier, later in pairwise(hall.store.read(moves, hall.workshop.id))
    ]  # fmt: skip
    assert max(lengths) < timedelta(minutes=5)
    assert hall.store.read(evening, hall.workshop.id).notes == ()


def test_small_corrections_of_the_clock_are_nobodys_business(hall: Hall) -> None:
    times = Times(hall)
    watch = Watch(hall.store, times.wall, times.steady)
    for _second in range(10):
        hall.now += timedelta(seconds=5)
        assert watch.look() is None


def test_a_computer_that_slept_has_not_had_its_clock_set(hall: Hall) -> None:
    times = Times(hall)
    watch = Watch(hall.store, times.wall, times.steady)
    times.go_on(3600)
    assert watch.look() is None and left(hall) == 0


def test_the_order_of_slips_and_steps_does_not_hang_on_the_clock(store: Store) -> None:
    """A whole evening whose clock jumps back and forth after every act."""
    hall, rng = new_hall(store), Random(3)
    hall.press()
    for number in range(8):
        hall.arrive()
        hall.now = BEGIN + rng.choice((-1, 0, 1)) * timedelta(days=1) + timedelta(seconds=number)
    while hall.where.step.stage is not Stage.THANKS:
        hall.now = BEGIN + rng.choice((-1, 0, 1)) * timedelta(days=1)
        if hall.where.step.stage is Stage.ROUND:
            for person in hall.people[:3]:
                hall.write(person, f"Misel v krogu {hall.where.step.round}", key=f"{person.slip}{hall.where.version}")
        hall.press()
    rounds = [int(note.text[-1]) for note in hall.notes]
    assert rounds == sorted(rounds) and len(rounds) == 3 * (max(rounds) + 1)
    assert hall.now.tzinfo is UTC
