"""What mentors compare: each indicator of an evening as a published value with its denominator."""

from dataclasses import dataclass

from carousel.workshop import Evening, Source
from toolkit.compare import counted, gate
from toolkit.compare.gate import Count, Number, Rate, Share, Tallies
from toolkit.compare.intervals import sign_test
from toolkit.compare.ledger import FEWEST_PAIRS, SMILEYS, ledger
from toolkit.compare.sentence import Term
from toolkit.content.vocabulary import vocabulary


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
    kept = ledger(evening).kept("residents")
    return gate.rate(counted.residents_here(evening), where.population, where.population_source, kept=kept)


def need_before(evening: Evening) -> Share:
    """Answers 4 and 5 of those who answered at check-in."""
    return ledger(evening).share("need_before")


def need_after(evening: Evening) -> Share:
    """Answers 4 and 5 of those who answered in the closing form."""
    return ledger(evening).share("need_after")


def need_change(evening: Evening) -> Change | None:
    """Paired slips, only if at least 10."""
    up, same, down = counted.need_change(evening)
    if up + same + down < FEWEST_PAIRS:
        return None
    known = ledger(evening)
    parts = gate.parts({"up": up, "same": same, "down": down}, kept=list(filter(known.kept, ("up", "same", "down"))))
    open_to_all = all(each.value is not None for each in parts.counts.values())
    return Change(parts, gate.number(round(sign_test(up, down), 3)) if open_to_all else None)


def theme_support(evening: Evening) -> dict[str, Share]:
    """Resident voters with a mark on the theme, of resident voters."""
    known = ledger(evening)
    themes = {theme: f"support:{theme}" for theme in counted.theme_support(evening)}
    return {theme: known.share(name) for theme, name in themes.items() if name in known.counts}


def level_mix(evening: Evening) -> dict[str, Share]:
    """Forms that tick each level, of all forms; the sum exceeds 100 %."""
    known = ledger(evening)
    return {term.id: known.share(f"level:{term.id}") for term in vocabulary().participation_levels}


def core_size(evening: Evening) -> Count:
    """Partners and initiators with consent to be passed on."""
    return ledger(evening).count("core")


def interest_conversion(evening: Evening) -> Share:
    """Interest forms of people checked in."""
    return ledger(evening).share("interest")


def smileys(evening: Evening) -> dict[str, Share]:
    """Smileys 4 and 5 of each closing question."""
    return {name: ledger(evening).share(f"smiley:{name}") for name in SMILEYS}


def would_return(evening: Evening) -> Share:
    """Yes, of those who answered."""
    return ledger(evening).share("return")


def response(evening: Evening) -> Share:
    """Closing forms of people checked in."""
    return ledger(evening).share("response")


def channel_reach(evening: Evening) -> dict[str, Share]:
    """Each channel that somebody named, of those who answered; the most named first."""
    known = ledger(evening)
    shares = {term.id: known.share(f"channel:{term.id}") for term in vocabulary().channels}
    named = (name for name in shares if known.counts[f"channel:{name}"])
    return {name: shares[name] for name in sorted(named, key=lambda name: -(shares[name].count.value or 0))}


def covered_needs(evening: Evening) -> tuple[Covered, ...]:
    """The five top themes: whether something exists for each, and whether a person confirmed an offer for a need."""
    clusters = counted.clusters(evening)
    existing = {cluster.theme for cluster in clusters if cluster.kind == "existing"}
    served = {match.need for match in evening.matches if match.offer.kind == "offer"}
    confirmed = {cluster.theme for cluster in clusters if cluster.id in served}
    return tuple(
        Covered(Term("themes", theme), theme in existing, theme in confirmed) for theme in counted.top_themes(evening)
    )


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
