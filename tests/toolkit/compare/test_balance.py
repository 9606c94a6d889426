"""Age and gender beside the population: joined bands, the interval, D against chance."""

from carousel.preparation import Band
from carousel.workshop import CheckIn
from toolkit.compare.balance import by_age, by_gender, shares
from toolkit.compare.condensed import Bands
from toolkit.compare.intervals import imbalance, imbalance_by_chance

POPULATION = tuple(
    Band(age, gender, persons)
    for age, persons in (("u15", 300), ("a15_29", 300), ("a30_44", 400), ("a45_64", 500), ("a65_74", 300), ("a75", 200))
    for gender in ("f", "m")
)


def present(gender: str = "f", **ages: int) -> tuple[CheckIn, ...]:
    """So many residents of each age band."""
    return tuple(
        CheckIn(lives_in="this_ks", age_band=age, gender=gender) for age, many in ages.items() for _one in range(many)
    )


def test_bands_of_one_to_four_people_are_joined_with_a_neighbour() -> None:
    bands = by_age(present(a15_29=6, a30_44=7, a45_64=5, a65_74=3, a75=2), POPULATION, seed=1)
    assert bands.names == (("u15",), ("a15_29",), ("a30_44",), ("a45_64",), ("a65_74", "a75"))
    assert bands.present == (0, 6, 7, 5, 5)
    assert bands.population == (600, 600, 800, 1000, 1000)


def test_under_twenty_residents_nothing_is_broken_down() -> None:
    assert by_age(present(a15_29=9, a45_64=10), POPULATION, seed=1) == Bands()


def test_a_band_that_the_population_does_not_name_is_never_guessed() -> None:
    without = tuple(band for band in POPULATION if band.age != "a45_64")
    assert by_age(present(a15_29=12, a45_64=12), without, seed=1) == Bands()


def test_people_from_elsewhere_are_not_set_beside_the_population() -> None:
    elsewhere = tuple(CheckIn(lives_in="other_ks", age_band="a75") for _one in range(30))
    assert by_age((*present(a15_29=6, a45_64=14), *elsewhere), POPULATION, seed=1).present == (0, 6, 0, 14, 0, 0)


def test_a_number_over_all_counts_before_the_sum_of_its_parts() -> None:
    counted = (Band("all", "f", 1100), Band("a15_29", "f", 500), Band("all", "m", 900))
    bands = by_gender(present(a15_29=12) + present("m", a15_29=8), counted, seed=1)
    assert (bands.present, bands.population) == ((12, 8), (1100, 900))


def test_the_draw_for_chance_is_that_of_the_joined_bands_and_repeats() -> None:
    people = present(a15_29=6, a30_44=7, a45_64=5, a65_74=3, a75=2)
    bands = by_age(people, POPULATION, seed=7)
    whole = {str(place): float(persons) for place, persons in enumerate(bands.population)}
    assert bands.chance == imbalance_by_chance(whole, 23, 7) == by_age(people, POPULATION, seed=7).chance
    assert 0 < imbalance({str(place): many for place, many in enumerate(bands.present)}, whole) < 1


def test_each_band_has_its_interval_and_how_often_it_is_that_of_the_population() -> None:
    bands = Bands((("f",), ("m",)), (9, 3), (1000, 1000), 0.3)
    women, men = shares(bands, "gender")
    assert women.share.shown("en") == "9 / 12 · 75 % (47–91 %)"
    assert women.ratio and women.ratio.value == 1.5 and men.share.percent is None
    assert [name.shown("en") for name in women.names] == ["Women"]
    assert shares(Bands((("f",),), (12,), (0,), 0.0), "gender")[0].ratio is None
