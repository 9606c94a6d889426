"""The population: typed by age and gender with its source, never guessed, in step with the community's total."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from random import Random

import pytest

from carousel.preparation import Band
from carousel.refusal import Refusal
from carousel.stage import Verb
from toolkit.acts import answering, hosting, mentoring
from toolkit.acts.census import keep_population, wrong_population
from toolkit.acts.recording import bring_in_records
from toolkit.compare.population import ALL, Cell, ages, genders
from toolkit.store import Store
from toolkit.store.preparation import preparation
from toolkit.store.programme import communities
from toolkit.store.workshops import situation_of

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
SOURCE = "SURS, 1. 1. 2026"
FULL = {(age, gender): 100 for age in ages() for gender in genders()}


@pytest.fixture
def golnik(store: Store) -> int:
    return store.write(mentoring.found_community, "Golnik")


def keep(store: Store, community: int, cells: Mapping[Cell, object], source: str = SOURCE) -> int:
    return store.write(keep_population, community, cells, source, "sl", NOW)


def wrong(store: Store, community: int, cells: Mapping[Cell, object], source: str = SOURCE) -> dict[str, str]:
    return {field: str(fault) for field, fault in store.read(wrong_population, community, cells, source, "sl").items()}


def residents(store: Store) -> tuple[int | None, str]:
    [one] = store.read(communities)
    return one.population, one.population_source


def come(store: Store, community: int, people: int, lives_in: str = "this_ks") -> None:
    """People check in at a workshop of the community."""
    workshop = store.write(
        lambda tx: mentoring.prepare_workshop(
            tx, community, title="Prostor", day=date(2026, 11, 26), rng=Random(people)
        )
    )
    where = store.read(situation_of, workshop.id)
    store.write(hosting.move, workshop.id, Verb.NEXT, where.version, NOW)
    given = {"lives_in": [lives_in], "stakeholder_type": ["prebivalec"]}
    for number in range(people):
        store.write(answering.check_in, workshop.code, given, f"key {number}", "sl", NOW, Random(100 * people + number))


def test_a_full_table_gives_the_total_with_its_source(store: Store, golnik: int) -> None:
    assert keep(store, golnik, FULL) == 12
    assert residents(store) == (1200, SOURCE)
    kept = store.read(preparation, golnik)
    assert (len(kept.bands), kept.bands_source) == (12, SOURCE)
    assert Band("a15_29", "f", 100) in kept.bands


def test_only_the_one_number_is_kept_too(store: Store, golnik: int) -> None:
    keep(store, golnik, {(ALL, ALL): "1.200"})
    assert residents(store) == (1200, SOURCE)


def test_numbers_are_read_as_offices_write_them(store: Store, golnik: int) -> None:
    keep(store, golnik, {(ALL, "f"): " 1 015 ", (ALL, "m"): "985", (ALL, ALL): "\u00a0"})
    assert residents(store) == (2000, SOURCE)


def test_an_incomplete_table_without_a_total_leaves_the_population_unknown(store: Store, golnik: int) -> None:
    keep(store, golnik, FULL)
    keep(store, golnik, {("u15", "f"): 100})
    assert residents(store) == (None, "")
    assert store.read(preparation, golnik).bands == (Band("u15", "f", 100),)


def test_keeping_again_changes_what_changed_and_takes_out_what_was_emptied(store: Store, golnik: int) -> None:
    keep(store, golnik, FULL)
    keep(store, golnik, {**FULL, ("u15", "f"): 90, ("u15", "m"): "", ("u15", ALL): 200}, "SURS, 1. 7. 2026")
    kept = store.read(preparation, golnik)
    assert {band.persons for band in kept.bands if band.age == "u15"} == {90, 200}
    assert kept.bands_source == "SURS, 1. 7. 2026"
    assert residents(store) == (1200, "SURS, 1. 7. 2026")


def test_everything_emptied_is_unknown_again_and_needs_no_source(store: Store, golnik: int) -> None:
    keep(store, golnik, FULL)
    assert keep(store, golnik, {}, "") == 0
    assert residents(store) == (None, "")


@pytest.mark.parametrize(
    ("cells", "field"),
    [
        ({("u15", "f"): "veliko"}, "u15 f"),
        ({("u15", "f"): "-5"}, "u15 f"),
        ({("u15", "f"): "12,5"}, "u15 f"),
        ({("u15", "f"): 3_000_000}, "u15 f"),
        ({("u15", "f"): "=1+1"}, "u15 f"),
        ({("u15", "f"): 60, ("u15", "m"): 50, ("u15", ALL): 100}, "u15 all"),
        (FULL | {(ALL, ALL): 1300}, "all all"),
        (FULL | {(ALL, "m"): 599}, "all m"),
        ({(ALL, ALL): 0}, "all all"),
        (dict.fromkeys(FULL, 0), "all all"),
    ],
)
def test_what_cannot_be_true_is_told_at_its_cell_and_nothing_is_kept(
    store: Store, golnik: int, cells: Mapping[Cell, object], field: str
) -> None:
    assert set(wrong(store, golnik, cells)) == {field}
    with pytest.raises(Refusal) as refused:
        keep(store, golnik, cells)
    assert refused.value.data["field"] == field
    assert not store.read(preparation, golnik).bands
    assert residents(store) == (None, "")


@pytest.mark.parametrize(("source", "said"), [(" ", "Please answer"), ("SURS", "date of the data")])
def test_numbers_need_a_source_with_its_date(store: Store, golnik: int, source: str, said: str) -> None:
    assert said in wrong(store, golnik, FULL, source)["source"]


def test_a_population_smaller_than_the_residents_of_one_workshop_is_refused(store: Store, golnik: int) -> None:
    come(store, golnik, 7)
    come(store, golnik, 5)
    assert wrong(store, golnik, {(ALL, ALL): 6}) == {"all all": "7 residents came to one workshop. 6 is too small."}
    keep(store, golnik, {(ALL, ALL): 7})


def test_guests_from_elsewhere_do_not_count_against_the_population(store: Store, golnik: int) -> None:
    come(store, golnik, 7, "other_ks")
    keep(store, golnik, {(ALL, ALL): 6})
    assert residents(store) == (6, SOURCE)


def test_a_table_that_is_brought_in_is_checked_and_sets_the_total(store: Store, golnik: int) -> None:
    rows = [{"age": age, "gender": gender, "persons": 100, "source": SOURCE} for age, gender in FULL]
    store.write(bring_in_records, golnik, "population", rows, "sl", NOW)
    assert residents(store) == (1200, SOURCE)
    total = {"age": "all", "gender": "all", "persons": 1100, "source": SOURCE}
    with pytest.raises(Refusal, match="add up"):
        store.write(bring_in_records, golnik, "population", [total], "sl", NOW)
    assert residents(store) == (1200, SOURCE)
