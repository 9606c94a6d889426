"""Even, mixed groups with companions together; latecomers and leavers."""

from collections import Counter
from collections.abc import Mapping, Sequence
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carousel.groups import dissolve, form_groups, imbalance, place_latecomer
from carousel.sizing import Plan, plan_groups
from carousel.workshop import Person

TYPES = st.sampled_from(["resident", "association", "municipality", "school"])
AGES = st.sampled_from(["18-29", "30-64", "65+"])


def crowd(kinds: Sequence[tuple[str, str]], units: Mapping[int, str] | None = None) -> list[Person]:
    return [
        Person(slip=f"s{number:03}", stakeholder_type=kind, age_band=age, unit=(units or {}).get(number))
        for number, (kind, age) in enumerate(kinds)
    ]


def sizes_of(seats: Mapping[str, int], plan: Plan) -> list[int]:
    counted = Counter(seats.values())
    return [counted[group] for group in range(plan.all_groups)]


CROWDS = st.lists(st.tuples(TYPES, AGES), min_size=1, max_size=120).map(crowd)
COMPANIES = st.lists(st.tuples(TYPES, AGES, st.sampled_from(["", *"abcdefghij"])), min_size=1, max_size=60).map(
    lambda rows: crowd([row[:2] for row in rows], {n: row[2] for n, row in enumerate(rows) if row[2]})
)


@pytest.mark.parametrize("people", range(1, 201))
def test_every_number_of_people_makes_even_groups(people: int) -> None:
    plan = plan_groups(people)
    sizes = sizes_of(form_groups(crowd([("resident", "")] * people), plan, seed=1), plan)
    assert sum(sizes) == people
    assert max(sizes) - min(sizes) <= 1
    assert max(sizes) <= 8


@given(CROWDS, st.integers(1, 7), st.integers())
def test_sizes_differ_by_at_most_one(people: list[Person], stations: int, seed: int) -> None:
    plan = plan_groups(len(people), stations)
    sizes = sizes_of(form_groups(people, plan, seed), plan)
    assert max(sizes) - min(sizes) <= 1


@given(CROWDS, st.integers())
def test_every_kind_of_stakeholder_is_spread_evenly(people: list[Person], seed: int) -> None:
    plan = plan_groups(len(people))
    seats = form_groups(people, plan, seed)
    for kind in {person.stakeholder_type for person in people}:
        seated = Counter(seats[person.slip] for person in people if person.stakeholder_type == kind)
        counts = [seated[group] for group in range(plan.all_groups)]
        assert max(counts) - min(counts) <= 1


@given(COMPANIES, st.integers())
def test_companions_stay_together(people: list[Person], seed: int) -> None:
    seats = form_groups(people, plan_groups(len(people)), seed)
    units: dict[str, set[int]] = {}
    for person in people:
        if person.unit:
            units.setdefault(person.unit, set()).add(seats[person.slip])
    assert seats.keys() == {person.slip for person in people}
    assert all(len(groups) == 1 for groups in units.values())


@given(COMPANIES, st.integers(), st.randoms(use_true_random=False))
def test_the_seed_alone_decides_and_not_the_order_of_arrival(people: list[Person], seed: int, chance: Random) -> None:
    plan = plan_groups(len(people))
    shuffled = people.copy()
    chance.shuffle(shuffled)
    assert form_groups(shuffled, plan, seed) == form_groups(people, plan, seed)


def test_another_seed_makes_other_groups() -> None:
    people, plan = crowd([("resident", "")] * 24), plan_groups(24)
    assert form_groups(people, plan, 1) != form_groups(people, plan, 2)


def test_couples_leave_the_groups_even() -> None:
    people = crowd([("resident", "")] * 21, {0: "a", 1: "a", 2: "b", 3: "b", 4: "c", 5: "c"})
    plan = plan_groups(21)
    assert sorted(sizes_of(form_groups(people, plan, 3), plan)) == [4, 4, 4, 4, 5]


def test_a_family_larger_than_a_group_leaves_the_others_even() -> None:
    people = crowd([("resident", "")] * 12, dict.fromkeys(range(6), "family"))
    plan = plan_groups(12)
    assert sorted(sizes_of(form_groups(people, plan, 3), plan)) == [3, 3, 6]


def test_a_latecomer_joins_the_smallest_group() -> None:
    assert place_latecomer([5, 4, 5], last_round=False) == 1


def test_companions_who_come_late_join_a_group_with_room_for_all() -> None:
    assert place_latecomer([7, 8, 7], last_round=False, together=2) is None
    assert place_latecomer([7, 8, 6], last_round=False, together=2) == 2


def test_three_latecomers_and_a_free_station_make_a_new_group() -> None:
    assert place_latecomer([5, 5, 5, 5], last_round=False, together=3, resting=True) == 4
    assert place_latecomer([5, 5, 5, 5], last_round=False, together=3) == 0


def test_a_latecomer_in_the_last_round_waits_for_the_gallery() -> None:
    assert place_latecomer([5, 4, 5], last_round=True) is None


def test_a_latecomer_finds_no_place_when_all_groups_are_full() -> None:
    assert place_latecomer([8, 8], last_round=False) is None


def test_a_latecomer_does_not_stand_alone_in_a_dissolved_group() -> None:
    assert place_latecomer([0, 5, 4], last_round=False) == 2


def test_a_group_of_one_joins_the_next_in_rotation() -> None:
    assert dissolve([4, 1, 5], ring=(0, 1, 2)) == {1: 2}
    assert dissolve([4, 5, 1], ring=(0, 1, 2)) == {2: 0}


def test_two_groups_of_one_become_one_group() -> None:
    assert dissolve([1, 1, 4], ring=(0, 1, 2)) == {0: 1}


def test_a_group_of_one_passes_over_a_dissolved_group() -> None:
    assert dissolve([1, 0, 4], ring=(0, 1, 2)) == {0: 2}


def test_a_group_never_joins_another_carousel() -> None:
    assert dissolve([4, 1, 5, 5], ring=(0, 1)) == {1: 0}


def test_the_last_person_has_nobody_to_join() -> None:
    assert dissolve([0, 1], ring=(0, 1)) == {}


@pytest.mark.parametrize(("sizes", "unequal"), [([4, 6], False), ([4, 7], True), ([0, 5, 5], False), ([], False)])
def test_groups_are_unequal_from_a_difference_of_three(sizes: list[int], unequal: bool) -> None:
    assert imbalance(sizes) is unequal
