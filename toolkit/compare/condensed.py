"""One workshop as the comparison counts it: raw numbers, small enough to keep. Nothing here may be shown."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from toolkit.compare.parts import Head

Pair = tuple[int, int]
"""People, of whom."""


@dataclass(frozen=True, slots=True)
class Span:
    """A part of the evening: `planned`, `start` (since the first part) and `held` in seconds; `planned` may be None."""

    stage: str
    round: int | None
    planned: int | None
    start: int
    held: int


@dataclass(frozen=True, slots=True)
class Bands:
    """Residents present and the population by the same bands, joined until nobody can be recognised.

    `chance` is the D that 5 of 100 random draws exceed. Empty where nothing can be set against anything.
    """

    names: tuple[tuple[str, ...], ...] = ()
    present: tuple[int, ...] = ()
    population: tuple[int, ...] = ()
    chance: float = 0.0


@dataclass(frozen=True, slots=True)
class Heard:
    """What was said of one kind: how many ideas, the names of the first few, and whether a vote put them there."""

    ideas: int
    names: tuple[str, ...] = ()
    voted: bool = False


@dataclass(frozen=True, slots=True)
class Due:
    """A step of the follow-up with its date, and the date it was done on; both as ISO dates."""

    due: str
    done_on: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Condensed:
    """One workshop. `pairs` are people of those asked, by indicator; `support` voters by theme, empty without a vote;
    `clusters` ideas by theme and kind; `served` themes with a need whose offer a person confirmed; `steps` answers
    that went up, stayed, went down; `kept` what the ledger hides to protect other counts; `hours` used and bookable
    hours a week, None where no room has both.
    """

    id: int
    head: Head
    hosts: int = 0
    host_mode: str = "host"
    rounds: int = 0
    minutes: tuple[float, ...] = ()
    population: int | None = None
    population_source: str = ""
    people: int = 0
    residents: int = 0
    core: int = 0
    kept: tuple[str, ...] = ()
    steps: tuple[int, int, int] = (0, 0, 0)
    pairs: Mapping[str, Pair] = field(default_factory=dict)
    support: Mapping[str, Pair] = field(default_factory=dict)
    notes: Mapping[str, int] = field(default_factory=dict)
    clusters: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    served: tuple[str, ...] = ()
    heard: Mapping[str, Heard] = field(default_factory=dict)
    sources: Mapping[str, int] = field(default_factory=dict)
    bands: Mapping[str, Bands] = field(default_factory=dict)
    bands_source: str = ""
    types_present: tuple[str, ...] = ()
    types_identified: tuple[str, ...] = ()
    hours: tuple[float, float] | None = None
    due: tuple[Due, ...] = ()
    scores: Mapping[str, int | None] = field(default_factory=dict)
    readiness: str = "unrated"
    disagree: tuple[str, ...] = ()
    timeline: tuple[Span, ...] = ()
    with_open_house: int = 0

    @property
    def name(self) -> str:
        """The community's name."""
        return self.head.community

    def pair(self, indicator: str) -> Pair:
        """People and of whom; (0, 0) where nobody was asked."""
        return self.pairs.get(indicator, (0, 0))

    def ideas(self, theme: str, *kinds: str) -> int:
        """Ideas of these kinds under a theme."""
        counted = self.clusters.get(theme, {})
        return sum(counted.get(kind, 0) for kind in kinds or counted)

    def by_theme(self) -> dict[str, int]:
        """Ideas (merged notes) by theme."""
        return {theme: self.ideas(theme) for theme in self.clusters}


def with_notes_of(evening: Condensed, houses: Sequence[Condensed]) -> Condensed:
    """The evening with the notes of its community's open houses. Whatever counts people stays the evening's own:
    the two together, beside the evening alone, would tell what the few of the open house answered."""
    if not houses:
        return evening
    every = (evening, *houses)
    clusters: dict[str, Counter[str]] = {}
    for each in every:
        for theme, kinds in each.clusters.items():
            clusters.setdefault(theme, Counter()).update(kinds)
    return replace(
        evening,
        notes=_sum(each.notes for each in every),
        sources=_sum(each.sources for each in every),
        clusters={theme: dict(kinds) for theme, kinds in clusters.items()},
        served=tuple(dict.fromkeys(theme for each in every for theme in each.served)),
        heard=_heard(every),
        with_open_house=sum(sum(each.notes.values()) for each in houses),
    )


def _sum(counts: Iterable[Mapping[str, int]]) -> dict[str, int]:
    total: Counter[str] = Counter()
    for each in counts:
        total.update(each)
    return dict(total)


def _heard(every: Sequence[Condensed]) -> dict[str, Heard]:
    kinds = dict.fromkeys(kind for each in every for kind in each.heard)
    return {kind: _told([each.heard[kind] for each in every if kind in each.heard]) for kind in kinds}


def _told(parts: Sequence[Heard]) -> Heard:
    """The names are those of the first part that has any: ideas of two votes have no common order."""
    first = next((each for each in parts if each.names), parts[0])
    return Heard(sum(each.ideas for each in parts), first.names, first.voted)
