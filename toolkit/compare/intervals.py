"""Intervals, tests and breadth, as field/indicators.md gives them. Proportions are 0 to 1, z = 1.959964."""

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import comb, sqrt

Z = 1.959964
DRAWS = 2000


@dataclass(frozen=True, slots=True)
class Interval:
    """A value between its 95 % bounds."""

    value: float
    low: float
    high: float

    @property
    def excludes_zero(self) -> bool:
        """For a difference: whether it can be confirmed."""
        return self.low > 0 or self.high < 0


def wilson(count: int, of: int) -> Interval:
    """Wilson score interval of count/of. ValueError unless 0 <= count <= of and of >= 1."""
    if not 0 <= count <= of or of < 1:
        raise ValueError(f"{count} of {of} is no proportion")
    p, zz = count / of, Z * Z
    middle, reach = p + zz / (2 * of), Z * sqrt(p * (1 - p) / of + zz / (4 * of * of))
    low, high = (middle - reach) / (1 + zz / of), (middle + reach) / (1 + zz / of)
    return Interval(p, 0.0 if count == 0 else max(0.0, low), 1.0 if count == of else min(1.0, high))


def newcombe(count1: int, of1: int, count2: int, of2: int) -> Interval:
    """Newcombe's interval (from two Wilson intervals) of the difference count1/of1 - count2/of2, -1 to 1."""
    one, two = wilson(count1, of1), wilson(count2, of2)
    d = one.value - two.value
    low = d - sqrt((one.value - one.low) ** 2 + (two.high - two.value) ** 2)
    high = d + sqrt((one.high - one.value) ** 2 + (two.value - two.low) ** 2)
    return Interval(d, max(-1.0, low), min(1.0, high))


def sign_test(up: int, down: int) -> float:
    """Exact two-sided sign test of paired answers: the chance of so uneven a split if up and down were alike."""
    n = up + down
    tail = sum(comb(n, k) for k in range(min(up, down) + 1))
    return min(1.0, 2.0 * tail / float(2**n))


def breadth(notes_by_theme: Sequence[int], m: int) -> float:
    """Rarefied theme breadth E(m): themes expected among m notes drawn from all. ValueError if m exceeds them."""
    total = sum(notes_by_theme)
    if not 0 <= m <= total:
        raise ValueError(f"cannot draw {m} of {total} notes")
    return sum(1 - comb(total - count, m) / comb(total, m) for count in notes_by_theme if count)


def imbalance(present: Mapping[str, int], population: Mapping[str, float]) -> float:
    """D = half the sum of absolute differences between the shares of those present and of the population."""
    n, whole = sum(present.values()), sum(population.values())
    if not n or not whole:
        raise ValueError("nobody to compare")
    bands = present.keys() | population.keys()
    return sum(abs(present.get(band, 0) / n - population.get(band, 0) / whole) for band in bands) / 2


def imbalance_by_chance(population: Mapping[str, float], n: int, seed: int, draws: int = DRAWS) -> float:
    """95th percentile of D when n people are drawn from the population at random, `draws` times."""
    rng, bands = random.Random(seed), sorted(population)  # noqa: S311 - a repeatable draw, no secret
    weights = [population[band] for band in bands]
    found = sorted(imbalance(Counter(rng.choices(bands, weights, k=n)), population) for _ in range(draws))
    return found[max(0, -(-95 * draws // 100) - 1)]
