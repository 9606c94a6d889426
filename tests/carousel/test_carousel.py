"""The carousel in the hall: numbers from 1, groups over all carousels, and a late group at the resting station."""

import pytest

from carousel.carousel import Carousel, laid_out
from carousel.sizing import plan_groups

QUESTIONS = ("space", "needs", "existing", "offers", "people")
EVERY_PLAN = [laid_out(plan_groups(people), QUESTIONS) for people in (3, 5, 8, 18, 24, 41, 90)]


@pytest.mark.parametrize("turning", EVERY_PLAN)
def test_a_group_is_where_its_station_sees_it(turning: Carousel) -> None:
    for round in range(turning.rounds):
        for group in range(turning.groups):
            assert turning.group(turning.station(group, round), round, turning.carousel_of(group)) == group


def test_small_evenings_merge_questions() -> None:
    merge_plan = {2: [["space", "needs"], ["existing", "offers", "people"]]}
    turning = laid_out(plan_groups(5), QUESTIONS, merge_plan)
    assert turning.stations == (("space", "needs"), ("existing", "offers", "people"))
    assert turning.station_of("offers") == 2


def test_a_question_that_is_not_asked_has_no_station() -> None:
    with pytest.raises(KeyError):
        laid_out(plan_groups(5), QUESTIONS).station_of("weather")


def test_parallel_carousels_turn_alike() -> None:
    turning = laid_out(plan_groups(41), QUESTIONS)
    assert [turning.station(group, 0) for group in range(10)] == [1, 2, 3, 4, 5, 1, 2, 3, 4, 5]
    assert turning.group(1, 0, carousel=1) == 5


def late(added: int, carousels: int = 1) -> Carousel:
    stations = tuple((question,) for question in QUESTIONS)
    return Carousel(stations=stations, groups_per_carousel=4, carousels=carousels, rounds=5, added=added)


def test_a_group_of_latecomers_fills_the_station_that_rests() -> None:
    assert late(0).group(5, 0) is None
    assert late(0).has_free_station
    assert late(1).group(5, 0) == 4
    assert not late(1).has_free_station


def test_a_group_of_latecomers_changes_nobody_elses_way() -> None:
    for round in range(5):
        for group in range(8):
            assert late(1, carousels=2).station(group, round) == late(0, carousels=2).station(group, round)
    assert late(1, carousels=2).ring(0) == (0, 1, 2, 3, 8)
    assert late(1, carousels=2).ring(1) == (4, 5, 6, 7)
