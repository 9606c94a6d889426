"""The table of groups, and what holds for every number of people and stations."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carousel.refusal import Refusal
from carousel.sizing import Plan, merge, plan_groups

PEOPLE = st.integers(1, 200)
STATIONS = st.integers(1, 7)


@pytest.mark.parametrize(
    ("people", "carousels", "groups", "stations", "hosts"),
    [
        (1, 1, 1, 1, False),
        (3, 1, 1, 1, False),
        (4, 1, 2, 2, False),
        (5, 1, 2, 2, False),
        (6, 1, 3, 3, False),
        (11, 1, 3, 3, False),
        (12, 1, 3, 3, True),
        (15, 1, 3, 3, True),
        (16, 1, 4, 5, True),
        (20, 1, 4, 5, True),
        (21, 1, 5, 5, True),
        (40, 1, 5, 5, True),
        (41, 2, 5, 5, True),
        (80, 2, 5, 5, True),
        (81, 3, 5, 5, True),
        (200, 5, 5, 5, True),
    ],
)
def test_the_table_of_groups(people: int, carousels: int, groups: int, stations: int, hosts: bool) -> None:
    plan = plan_groups(people)
    assert (plan.carousels, plan.groups, plan.stations, plan.hosts) == (carousels, groups, stations, hosts)


def test_three_people_sit_in_one_circle() -> None:
    assert plan_groups(3) == Plan(carousels=1, groups=1, stations=1, hosts=False, merged=True, circle=True)


def test_one_spare_station_is_kept_when_there_are_hosts() -> None:
    plan = plan_groups(18, stations=5)
    assert (plan.groups, plan.stations, plan.rounds, plan.merged) == (4, 5, 5, False)


def test_a_spare_station_is_merged_when_there_are_no_hosts() -> None:
    assert plan_groups(8, stations=4).stations == 3


def test_two_spare_stations_are_merged() -> None:
    assert plan_groups(18, stations=6).stations == 4


@given(PEOPLE, STATIONS)
def test_every_plan_fits_its_people(people: int, stations: int) -> None:
    plan = plan_groups(people, stations)
    largest = -(-people // plan.all_groups)
    assert largest <= 8
    assert plan.groups <= plan.stations <= stations
    assert plan.stations - plan.groups <= 1
    assert plan.circle == (plan.rounds == 1)


@given(st.integers(1, 200), st.integers(5, 7))
def test_a_carousel_holds_forty(people: int, stations: int) -> None:
    assert plan_groups(people, stations).carousels == -(-people // 40)


@pytest.mark.parametrize(("people", "stations"), [(0, 5), (10, 0), (10, 8)])
def test_nobody_and_impossible_stations_are_refused(people: int, stations: int) -> None:
    with pytest.raises(Refusal):
        plan_groups(people, stations)


def test_questions_merge_as_the_question_set_says() -> None:
    assert merge("abc", 2, {2: [["a"], ["c", "b"]]}) == (("a",), ("c", "b"))


def test_without_a_merge_plan_neighbours_share_a_station() -> None:
    assert merge(("a", "b", "c", "d", "e"), 3) == (("a",), ("b", "c"), ("d", "e"))


def test_a_merge_plan_for_other_questions_is_passed_over() -> None:
    assert merge(("a", "b"), 1, {1: [["a", "x"]]}) == (("a", "b"),)


@given(st.integers(1, 7), st.data())
def test_merging_loses_no_question(questions: int, data: st.DataObject) -> None:
    asked = tuple("abcdefg"[:questions])
    stations = merge(asked, data.draw(st.integers(1, questions)))
    assert tuple(question for station in stations for question in station) == asked
    assert max(map(len, stations)) - min(map(len, stations)) <= 1


def test_more_stations_than_questions_are_refused() -> None:
    with pytest.raises(Refusal):
        merge(("a",), 2)
