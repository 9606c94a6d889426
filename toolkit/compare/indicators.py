"""What mentors compare: each indicator of an evening as a published value with its denominator."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from carousel.workshop import Evening, Source
from toolkit.compare import counted, gate
from toolkit.compare.gate import Count, Number, Rate, Share, Table, Tallies
from toolkit.compare.intervals import breadth, imbalance, imbalance_by_chance, sign_test
from toolkit.compare.sentence import Term
from toolkit.content.vocabulary import vocabulary

SMILEYS = ("overall", "voice", "heard", "clear", "access")
FEWEST_PAIRS = 10


@dataclass(frozen=True, slots=True)
class Change:
    """Up, same and down of paired answers; `chance` is the exact sign test, None where a part is hidden."""

    parts: Tallies
    chance: Number | None = None


@dataclass(frozen=True, slots=True)
class Covered:
    """One of the top themes, and whether something exists for it and an offer is confirmed."""

    theme: Term
    existing: bool
    offered: bool

    @property
    def covered(self) -> bool:
        """Both are there."""
        return self.existing and self.offered


@dataclass(frozen=True, slots=True)
class Balance:
    """Age of those present against the population: D, and the D that chance alone exceeds in 5 of 100 draws."""

    bands: Table
    distance: Number | None = None
    by_chance: Number | None = None


@dataclass(frozen=True, slots=True)
class Conditions:
    """Under which conditions an evening took place."""

    hosts: Number
    host_mode: Term
    rounds: Number
    minutes: tuple[Number, ...]


def people(evening: Evening) -> Count:
    """Checked-in people."""
    return gate.count(len(evening.check_ins))


def turnout(evening: Evening) -> Rate | None:
    """Residents present per 1000 of the population; None where no population with a source is known."""
    where = evening.workshop
    if not where.population or not where.population_source:
        return None
    return gate.rate(counted.residents_here(evening), where.population, where.population_source)


def need_before(evening: Evening) -> Share:
    """Answers 4 and 5 of those who answered at check-in."""
    return gate.share(*counted.need_before(evening))


def need_after(evening: Evening) -> Share:
    """Answers 4 and 5 of those who answered in the closing form."""
    return gate.share(*counted.need_after(evening))


def need_change(evening: Evening) -> Change | None:
    """Paired slips, only if at least 10."""
    up, same, down = counted.need_change(evening)
    if up + same + down < FEWEST_PAIRS:
        return None
    parts = gate.parts({"up": up, "same": same, "down": down})
    open_to_all = all(each.value is not None for each in parts.counts.values())
    return Change(parts, gate.number(round(sign_test(up, down), 3)) if open_to_all else None)


def theme_support(evening: Evening) -> dict[str, Share]:
    """Resident voters with a mark on the theme, of resident voters."""
    return {theme: gate.share(*pair) for theme, pair in counted.theme_support(evening).items()}


def note_agreement(evening: Evening) -> Share:
    """All ticks of all who could tick; approximate, since one person ticks many notes."""
    ticks, exposed = (sum(getattr(note, name) for note in evening.notes) for name in ("ticks", "exposed"))
    return gate.share(min(ticks, exposed), exposed, approximate=True)


def level_mix(evening: Evening) -> dict[str, Share]:
    """Forms that tick each level, of all forms; the sum exceeds 100 %."""
    return {term.id: gate.share(*counted.level(term.id)(evening)) for term in vocabulary().participation_levels}


def core_size(evening: Evening) -> Count:
    """Partners and initiators with consent to be passed on."""
    return gate.count(counted.core(evening))


def interest_conversion(evening: Evening) -> Share:
    """Interest forms of people checked in."""
    return gate.share(*counted.interest_conversion(evening))


def smileys(evening: Evening) -> dict[str, Share]:
    """Smileys 4 and 5 of each closing question."""
    return {name: gate.share(*counted.smiley(name)(evening)) for name in SMILEYS}


def would_return(evening: Evening) -> Share:
    """Yes, of those who answered."""
    return gate.share(*counted.would_return(evening))


def response(evening: Evening) -> Share:
    """Closing forms of people checked in."""
    return gate.share(*counted.response(evening))


def channel_reach(evening: Evening) -> dict[str, Share]:
    """Each channel that somebody named, of those who answered; the most named first."""
    pairs = {term.id: counted.channel(term.id)(evening) for term in vocabulary().channels}
    named = sorted((name for name, pair in pairs.items() if pair[0]), key=lambda name: -pairs[name][0])
    return {name: gate.share(*pairs[name]) for name in named}


def covered_needs(evening: Evening) -> tuple[Covered, ...]:
    """The five top themes: whether something exists for each, and whether a person confirmed an offer for a need."""
    clusters = counted.clusters(evening)
    existing = {cluster.theme for cluster in clusters if cluster.kind == "existing"}
    served = {match.need for match in evening.matches if match.offer.kind == "offer"}
    confirmed = {cluster.theme for cluster in clusters if cluster.id in served}
    return tuple(
        Covered(Term("themes", theme), theme in existing, theme in confirmed) for theme in counted.top_themes(evening)
    )


def theme_breadth(evenings: Sequence[Evening]) -> tuple[Number | None, ...]:
    """Themes expected among as many notes as the evening with the fewest has; None for an evening without notes."""
    by_theme = [list(counted.notes_by_theme(evening).values()) for evening in evenings]
    fewest = min((sum(counts) for counts in by_theme if counts), default=0)
    return tuple(gate.number(round(breadth(counts, fewest), 1)) if counts else None for counts in by_theme)


def age_balance(evening: Evening, population: Mapping[str, float]) -> Balance:
    """Against the population by age band; the draw for comparison repeats from the workshop's seed."""
    ages = counted.ages(evening)
    bands = gate.breakdown(ages, "age_band", tuple(population))
    if bands.withheld:
        return Balance(bands)
    chance = imbalance_by_chance(population, ages.total(), evening.workshop.seed)
    return Balance(bands, gate.number(round(imbalance(ages, population), 2)), gate.number(round(chance, 2)))


def source_mix(evening: Evening) -> dict[str, Number]:
    """Notes by the way they came in."""
    return {source.value: gate.number(sum(note.source == source for note in evening.notes)) for source in Source}


def conditions(evening: Evening) -> Conditions:
    """Hosts, rounds, minutes and host mode, to be shown beside results."""
    return Conditions(
        hosts=gate.number(evening.workshop.hosts),
        host_mode=Term("host_modes", evening.workshop.host_mode),
        rounds=gate.number(evening.rounds),
        minutes=tuple(gate.number(round(minutes, 1)) for minutes in evening.minutes_per_round),
    )
