"""Intervals and tests, against the values that indicators.md gives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.compare.intervals import breadth, imbalance, imbalance_by_chance, newcombe, sign_test, wilson

proportions = st.integers(1, 500).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))


@pytest.mark.parametrize(
    ("count", "of", "low", "high"), [(9, 12, 46.8, 91.1), (0, 12, 0.0, 24.2), (31, 40, 62.5, 87.7)]
)
def test_wilson_gives_the_published_bounds(count: int, of: int, low: float, high: float) -> None:
    found = wilson(count, of)
    assert (round(100 * found.low, 1), round(100 * found.high, 1)) == (low, high)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [((9, 12), (31, 40), (-2.5, -32.5, 19.5)), ((18, 20), (12, 28), (47.1, 20.1, 65.0))],
)
def test_newcombe_gives_the_published_differences(
    one: tuple[int, int], other: tuple[int, int], expected: tuple[float, float, float]
) -> None:
    found = newcombe(*one, *other)
    assert tuple(round(100 * each, 1) for each in (found.value, found.low, found.high)) == expected


def test_only_a_difference_without_zero_is_confirmed() -> None:
    assert not newcombe(9, 12, 31, 40).excludes_zero
    assert newcombe(18, 20, 12, 28).excludes_zero


@given(proportions)
def test_wilson_holds_the_proportion_and_mirrors(pair: tuple[int, int]) -> None:
    count, of = pair
    found, mirror = wilson(count, of), wilson(of - count, of)
    assert 0 <= found.low <= found.value <= found.high <= 1
    assert found.low == pytest.approx(1 - mirror.high, abs=1e-12)


@given(proportions, proportions)
def test_newcombe_holds_the_difference_and_turns_with_it(one: tuple[int, int], other: tuple[int, int]) -> None:
    found, turned = newcombe(*one, *other), newcombe(*other, *one)
    assert -1 <= found.low <= found.value <= found.high <= 1
    assert found.low == pytest.approx(-turned.high, abs=1e-12)


@pytest.mark.parametrize(("count", "of"), [(1, 0), (-1, 5), (6, 5)])
def test_what_is_no_proportion_is_refused(count: int, of: int) -> None:
    with pytest.raises(ValueError):
        wilson(count, of)


def test_the_sign_test_is_exact() -> None:
    assert sign_test(8, 2) == pytest.approx(112 / 1024)
    assert sign_test(5, 5) == 1.0
    assert sign_test(0, 0) == 1.0
    assert sign_test(10, 0) == pytest.approx(2 / 1024)


def test_breadth_of_all_notes_is_the_number_of_themes() -> None:
    assert breadth([3, 2, 1], 6) == 3
    assert breadth([3, 2, 1], 1) == pytest.approx(1)
    assert breadth([2, 2], 2) == pytest.approx(2 * (1 - 1 / 6))


@given(st.lists(st.integers(1, 20), min_size=1, max_size=10), st.data())
def test_breadth_grows_with_the_draw(counts: list[int], data: st.DataObject) -> None:
    m = data.draw(st.integers(0, sum(counts) - 1))
    assert breadth(counts, m) <= breadth(counts, m + 1) + 1e-12 <= len(counts) + 1e-9


def test_imbalance_is_half_the_sum_of_differences() -> None:
    assert imbalance({"young": 5, "old": 15}, {"young": 500, "old": 500}) == pytest.approx(0.25)


def test_the_imbalance_of_chance_repeats_from_its_seed_and_shrinks_with_n() -> None:
    population = {"young": 300.0, "middle": 400.0, "old": 300.0}
    small = imbalance_by_chance(population, 20, seed=1)
    assert small == imbalance_by_chance(population, 20, seed=1)
    assert imbalance_by_chance(population, 200, seed=1) < small < 0.5
