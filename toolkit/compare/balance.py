"""Age and gender of the residents present beside the population, in bands wide enough that nobody is recognised."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from carousel.preparation import Band
from carousel.workshop import CheckIn
from toolkit.compare import gate
from toolkit.compare.condensed import Bands
from toolkit.compare.counted import HERE
from toolkit.compare.gate import Number, Share
from toolkit.compare.intervals import imbalance_by_chance
from toolkit.compare.protection import joined
from toolkit.compare.sentence import Choice

AGES = ("u15", "a15_29", "a30_44", "a45_64", "a65_74", "a75")
GENDERS = ("f", "m")
ALL = "all"
FEWEST = 20  # under 20 people no breakdowns
_Band = tuple[tuple[str, ...], int, int]  # names, residents present, persons of the population


@dataclass(frozen=True, slots=True)
class BandShare:
    """Bands joined into one, the share of those present, and how many times that of the population it is."""

    names: tuple[Choice, ...]
    share: Share
    ratio: Number | None


def shares(bands: Bands, by: str) -> tuple[BandShare, ...]:
    """Each band with its interval; `by` is age or gender. The ratio is None for a band without population."""
    n, whole = sum(bands.present), sum(bands.population)
    return tuple(
        BandShare(
            tuple(Choice("population", by, name) for name in names),
            gate.share(people, n),
            gate.number(round(people / n / (persons / whole), 1)) if persons else None,
        )
        for names, people, persons in zip(bands.names, bands.present, bands.population, strict=True)
    )


def by_age(check_ins: Sequence[CheckIn], population: Sequence[Band], seed: int) -> Bands:
    """Residents by age band; neighbouring bands are joined where one of them has 1 to 4 people."""
    told = Counter(each.age_band or "" for each in check_ins if each.lives_in == HERE)
    return _bands(told, _margin((band.age, band.gender, band.persons) for band in population), AGES, seed)


def by_gender(check_ins: Sequence[CheckIn], population: Sequence[Band], seed: int) -> Bands:
    """Residents by gender, as far as the population is counted by it."""
    told = Counter(each.gender or "" for each in check_ins if each.lives_in == HERE)
    return _bands(told, _margin((band.gender, band.age, band.persons) for band in population), GENDERS, seed)


def _margin(population: Iterable[tuple[str, str, int]]) -> dict[str, int]:
    """Persons by the first dimension: as counted over all of the second, else the sum over its parts."""
    whole: dict[str, int] = {}
    parts: Counter[str] = Counter()
    for name, other, persons in population:
        if other == ALL:
            whole[name] = persons
        else:
            parts[name] += persons
    return {name: many for name, many in {**parts, **whole}.items() if name != ALL}


def _bands(told: Mapping[str, int], population: Mapping[str, int], names: Sequence[str], seed: int) -> Bands:
    """Nothing where a band's population is unknown: it is never guessed."""
    present = sum(told.get(name, 0) for name in names)
    missing = any(name not in population and told.get(name, 0) for name in names)
    if missing or present < FEWEST or not any(population.values()):
        return Bands()
    known = [name for name in names if name in population]
    wide = _joined([((name,), told.get(name, 0), population[name]) for name in known])
    if len(wide) < 2:
        return Bands()
    whole = {str(place): float(persons) for place, (_, _, persons) in enumerate(wide)}
    return Bands(
        names=tuple(names for names, _, _ in wide),
        present=tuple(people for _, people, _ in wide),
        population=tuple(persons for _, _, persons in wide),
        chance=imbalance_by_chance(whole, present, seed),
    )


def _joined(bands: Sequence[_Band]) -> list[_Band]:
    """Bands with neighbours joined as the gate joins them, so that nobody can be recognised."""
    places = joined([people for _, people, _ in bands])
    return [
        (
            tuple(name for place in several for name in bands[place][0]),
            sum(bands[place][1] for place in several),
            sum(bands[place][2] for place in several),
        )
        for several in places
    ]
