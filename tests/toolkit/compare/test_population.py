"""Residents by age and gender: what is typed adds up, or is told where it does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.compare.population import ALL, Cells, ages, contradictions, genders, missing, persons, total

EVERY = st.fixed_dictionaries({(age, gender): st.integers(1, 999) for age in ages() for gender in genders()})
ANY = st.dictionaries(
    st.tuples(st.sampled_from((*ages(), ALL)), st.sampled_from((*genders(), ALL))), st.integers(0, 999)
)


@given(cells=EVERY)
def test_a_full_table_adds_up_by_itself(cells: Cells) -> None:
    assert total(cells) == sum(cells.values())
    assert persons(cells, ALL, "f") == sum(cells[age, "f"] for age in ages())
    assert not missing(cells)
    assert not contradictions(cells)
    assert not contradictions({**cells, (ALL, ALL): sum(cells.values())})


@given(cells=EVERY, off=st.sampled_from((-3, -1, 1, 7)))
def test_a_total_that_is_not_the_sum_of_all_bands_is_told_at_the_total(cells: Cells, off: int) -> None:
    assert (ALL, ALL) in contradictions({**cells, (ALL, ALL): sum(cells.values()) + off})


@given(cells=EVERY, age=st.sampled_from(ages()))
def test_without_one_band_the_total_is_unknown_and_never_guessed(cells: Cells, age: str) -> None:
    left = {cell: many for cell, many in cells.items() if cell[0] != age}
    assert total(left) is None
    assert missing(left) == (age,)
    assert not contradictions({**left, (ALL, ALL): sum(left.values()) + 40})
    assert contradictions({**left, (ALL, ALL): sum(left.values()) - 1})


def test_only_the_total_is_enough() -> None:
    assert total({(ALL, ALL): 1200}) == 1200
    assert total({(ALL, "f"): 610, (ALL, "m"): 590}) == 1200
    assert total({}) is None


@pytest.mark.parametrize(
    ("cells", "wrong"),
    [
        ({("u15", "f"): 30, ("u15", "m"): 30, ("u15", ALL): 59}, ("u15", ALL)),
        ({("u15", "f"): 60, ("u15", ALL): 59}, ("u15", ALL)),
        ({(ALL, "f"): 600, (ALL, "m"): 601, (ALL, ALL): 1200}, (ALL, ALL)),
        ({(age, "f"): 10 for age in ages()} | {(ALL, "f"): 61}, (ALL, "f")),
        ({(ALL, ALL): 0}, (ALL, ALL)),
    ],
)
def test_what_cannot_be_true_is_told_at_its_cell(cells: Cells, wrong: tuple[str, str]) -> None:
    assert set(contradictions(cells)) == {wrong}


def test_women_and_men_may_be_fewer_than_all() -> None:
    assert not contradictions({("u15", "f"): 30, ("u15", "m"): 28, ("u15", ALL): 60})


@given(cells=ANY)
def test_no_table_breaks_the_check(cells: Cells) -> None:
    for fault in contradictions(cells).values():
        assert "{" not in str(fault)
