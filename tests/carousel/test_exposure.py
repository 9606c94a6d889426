"""Who could have ticked a note."""

import pytest

from carousel.carousel import Carousel, laid_out
from carousel.exposure import exposed
from carousel.sizing import plan_groups

QUESTIONS = ("space", "needs", "existing", "offers", "people")
FIVE = laid_out(plan_groups(25), QUESTIONS)
EQUAL = [[5] * 5] * 5


@pytest.mark.parametrize(("round", "people"), [(0, 20), (1, 15), (3, 5), (4, 0)])
def test_early_notes_are_seen_by_more_people(round: int, people: int) -> None:
    assert exposed(1, round, FIVE, EQUAL) == people


def test_rounds_that_are_still_to_come_do_not_count() -> None:
    assert exposed(1, 0, FIVE, EQUAL[:1]) == 0
    assert exposed(1, 0, FIVE, EQUAL[:3]) == 10


def test_a_latecomer_counts_from_the_round_they_joined() -> None:
    visitor = FIVE.group(1, 2)
    assert visitor is not None
    sizes = [[5] * 5 for _ in range(3)]
    sizes[2][visitor] = 6
    assert exposed(1, 0, FIVE, sizes) == 11


def test_a_station_that_rests_is_seen_by_nobody() -> None:
    four = Carousel(stations=FIVE.stations, groups_per_carousel=4, rounds=5)
    assert exposed(5, 0, four, [[5] * 4] * 5) == 20
    assert exposed(1, 0, four, [[5] * 4] * 2) == 0


def test_the_other_carousel_is_not_counted() -> None:
    two = laid_out(plan_groups(41), QUESTIONS)
    sizes = [[4] * 5 + [5] * 5] * 2
    assert exposed(1, 0, two, sizes, carousel=0) == 4
    assert exposed(1, 0, two, sizes, carousel=1) == 5


def test_a_group_that_did_not_exist_yet_saw_nothing() -> None:
    late = Carousel(stations=FIVE.stations, groups_per_carousel=4, rounds=5, added=1)
    assert late.group(1, 1) == 4
    assert exposed(1, 0, late, [[5] * 4] * 2) == 0
