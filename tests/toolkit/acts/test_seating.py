"""Latecomers in the hall: a new group at the station that rests, or the groups that still have room."""

import pytest

from carousel.refusal import Refusal
from carousel.stage import Stage
from tests.evening_hall import Hall, new_hall
from toolkit.acts import hosting, seating
from toolkit.store import Store, seats

FOUR_GROUPS = 18  # people for four groups at five stations: one station rests


def hall_in_round(store: Store, people: int, round: int = 0) -> Hall:
    hall = new_hall(store)
    hall.press()
    hall.arrive(people)
    hall.go_to(Stage.ROUND, round)
    return hall


def seat(hall: Hall, *codes: str) -> int:
    return hall.store.write(seating.seat_together, hall.workshop.id, codes, hall.tick())


def test_three_latecomers_form_a_new_group_at_the_free_station(store: Store) -> None:
    hall = hall_in_round(store, FOUR_GROUPS)
    late = hall.arrive(3)
    group = seat(hall, *(one.code for one in late))
    carousel = hall.where.carousel
    assert carousel is not None
    assert group == 4 == carousel.added + 3
    assert [hall.group_of(one) for one in late] == [4, 4, 4]
    assert len({carousel.station(one, 0) for one in range(5)}) == 5
    assert hall.where.groups[4].size == 3


def test_the_new_group_stays_when_an_earlier_step_is_taken_back(store: Store) -> None:
    hall = hall_in_round(store, FOUR_GROUPS, 1)
    seat(hall, *(one.code for one in hall.arrive(3)))
    hall.store.write(hosting.undo, hall.workshop.id, hall.where.version, hall.tick())
    assert hall.where.carousel is not None
    assert hall.where.carousel.added == 1
    hall.go_to(Stage.THANKS)


def test_two_latecomers_join_the_smallest_group_together(store: Store) -> None:
    hall = hall_in_round(store, FOUR_GROUPS)
    late = hall.arrive(2)
    seat(hall, *(one.code for one in late))
    assert hall.group_of(late[0]) == hall.group_of(late[1]) < 4


def test_without_a_free_station_everybody_who_waits_is_spread_over_the_groups(store: Store) -> None:
    hall = hall_in_round(store, 36)
    late = hall.arrive(6)
    waiting = hall.store.read(seats.without_group, hall.workshop.id)
    assert len(waiting) == 2  # five groups of eight are full
    hall.store.write(seating.leave, hall.people[0].slip, hall.tick())
    hall.store.write(seating.leave, hall.people[1].slip, hall.tick())
    seat(hall)
    assert hall.store.read(seats.without_group, hall.workshop.id) == ()
    assert max(group.size for group in hall.where.groups) <= 8
    assert len(late) == 6


def test_full_groups_the_last_round_and_unknown_codes_are_refused(store: Store) -> None:
    hall = hall_in_round(store, 40)
    late = hall.arrive(1)
    with pytest.raises(Refusal, match="room"):
        seat(hall)
    with pytest.raises(Refusal, match="slip"):
        seat(hall, "00000")
    hall.go_to(Stage.ROUND, hall.where.step.last)
    with pytest.raises(Refusal):
        seat(hall, late[0].code)


def test_nobody_is_seated_before_there_are_groups_or_when_nobody_waits(store: Store) -> None:
    hall = new_hall(store)
    hall.press()
    hall.arrive(12)
    with pytest.raises(Refusal):
        seat(hall)
    hall.go_to(Stage.ROUND)
    with pytest.raises(Refusal, match="waits"):
        seat(hall)
