"""What is read once for everybody is never older than the last change."""

from carousel.stage import Stage
from tests.toolkit.phone.conftest import Hall
from toolkit.phone.reception import Reception
from toolkit.store import Transaction
from toolkit.store.choices import set_choice
from toolkit.store.workshops import situation


def desk_of(hall: Hall) -> Reception:
    desk: Reception = hall.app.state.reception
    desk.shared.clock = lambda: 0.0  # no time passes: nothing is read anew because it is old
    return desk


def stage(hall: Hall) -> Stage:
    return hall.store.read(desk_of(hall).situation, hall.workshop.code).step.stage


def test_a_step_that_comes_while_somebody_reads_is_seen_by_the_next_one(hall: Hall) -> None:
    hall.until("checkin")

    def slow(tx: Transaction) -> Stage:
        situation(tx, hall.workshop.code)  # from here on this picture of the database stays as it is
        hall.next()
        return desk_of(hall).situation(tx, hall.workshop.code).step.stage

    assert hall.store.read(slow) is Stage.CHECKIN
    assert stage(hall) is Stage.OPENING


def test_whoever_reads_an_older_picture_is_given_nothing_of_a_newer_one(hall: Hall) -> None:
    hall.until("checkin")

    def slow(tx: Transaction) -> Stage:
        situation(tx, hall.workshop.code)
        hall.next()
        assert stage(hall) is Stage.OPENING
        return desk_of(hall).situation(tx, hall.workshop.code).step.stage

    assert hall.store.read(slow) is Stage.CHECKIN
    assert stage(hall) is Stage.OPENING


def test_those_who_read_together_read_once_also_while_something_changes(hall: Hall) -> None:
    def crowd(tx: Transaction) -> int:
        reads: list[int] = []
        for number in range(5):
            hall.next() if number == 1 else None
            desk_of(hall).shared.get(tx, ("asked",), lambda: reads.append(1))
        return len(reads)

    assert hall.store.read(crowd) == 1


def test_what_is_forgotten_while_somebody_reads_it_is_not_answered_to_the_next_one(hall: Hall) -> None:
    desk = desk_of(hall)

    def slow(tx: Transaction) -> str:
        situation(tx, hall.workshop.code)
        hall.store.write(set_choice, "organiser", "Mestna občina Kranj")
        desk.figures.forget()
        return desk.figures.get(tx, ("asked",), lambda: "before")

    assert hall.store.read(slow) == "before"
    assert hall.store.read(lambda tx: desk.figures.get(tx, ("asked",), lambda: "after")) == "after"


def test_between_two_changes_everybody_gets_what_the_first_one_read(hall: Hall) -> None:
    code = hall.workshop.code
    first, second = (hall.store.read(desk_of(hall).situation, code) for _number in range(2))
    assert first is second
    hall.next()
    assert hall.store.read(desk_of(hall).situation, code) is not first
