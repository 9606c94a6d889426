"""The evening as it was led, read from its moves."""

from datetime import timedelta
from itertools import pairwise

from carousel.stage import Stage, Verb
from carousel.workshop import Stretch
from tests.evening_hall import Hall, new_hall
from toolkit.acts import hosting
from toolkit.store import Store
from toolkit.store.timeline import timeline


def told(hall: Hall) -> tuple[Stretch, ...]:
    return hall.store.read(timeline, hall.where)


def in_the_first_round(store: Store) -> Hall:
    hall = new_hall(store)
    hall.press()
    hall.arrive(12)
    hall.go_to(Stage.ROUND, 0)
    return hall


def test_each_part_begins_where_the_one_before_ended(store: Store) -> None:
    hall = in_the_first_round(store)
    parts = told(hall)
    assert [part.stage for part in parts] == ["checkin", "opening", "groups", "round"]
    assert all(one.ended == other.began for one, other in pairwise(parts))
    assert parts[-1].ended is None


def test_a_round_is_as_long_as_planned_or_as_held(store: Store) -> None:
    hall = in_the_first_round(store)
    planned = hall.where.step.lengths[0]
    hall.tick(planned + 59)
    hall.press()
    round = told(hall)[3]
    assert round.ended and round.planned == planned
    assert round.ended - round.began == timedelta(seconds=planned + 60)
    assert told(hall)[4].planned == hall.where.step.move_seconds


def test_a_pause_and_a_minute_more_stay_in_their_round_and_change_no_plan(store: Store) -> None:
    hall = in_the_first_round(store)
    planned = hall.where.step.lengths
    for verb in (Verb.PAUSE, Verb.RESUME, Verb.EXTEND):
        hall.press(verb)
    hall.go_to(Stage.HARVEST)
    rounds = [part for part in told(hall) if part.stage == "round"]
    assert [part.planned for part in rounds] == list(planned) != list(hall.where.step.lengths)


def test_a_step_taken_back_is_no_part_of_its_own(store: Store) -> None:
    hall = in_the_first_round(store)
    hall.press()
    hall.store.write(hosting.undo, hall.workshop.id, hall.where.version, hall.tick())
    assert [part.stage for part in told(hall)][-2:] == ["groups", "round"]
    hall.press()
    assert [part.stage for part in told(hall)][-2:] == ["round", "moving"]


def test_an_evening_that_has_not_begun_has_no_parts(store: Store) -> None:
    assert told(new_hall(store)) == ()
