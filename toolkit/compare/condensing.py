"""Counting one evening for the comparison: everything its indicators need, and no more."""

from collections import Counter
from collections.abc import Mapping

from carousel.preparation import Action, Preparation
from carousel.workshop import Evening, Source
from toolkit.compare import counted
from toolkit.compare.balance import by_age, by_gender
from toolkit.compare.condensed import Bands, Condensed, Due, Heard, Pair, Span
from toolkit.compare.ledger import ledger
from toolkit.compare.parts import head
from toolkit.compare.readiness import profile
from toolkit.compare.standing import Standing, standing
from toolkit.compare.withheld import whole_of
from toolkit.content.vocabulary import vocabulary
from toolkit.harvest.clusters import Cluster

SMILEYS = ("overall", "voice", "heard", "clear", "access")
KINDS = ("image", "need", "existing", "offer", "interest", "constraint")
NAMED = 3
OUTSIDE = ("prepared", "checkin", "thanks", "open")


def condensed(evening: Evening) -> Condensed:
    """The whole evening in raw counts; reads its clusters and its vote once."""
    where, now = evening.workshop, standing(evening)
    shown = profile(evening.preparation)
    bands, known = evening.preparation.bands, ledger(evening)
    return Condensed(
        id=where.id,
        head=head(where),
        hosts=where.hosts,
        host_mode=where.host_mode,
        rounds=evening.rounds,
        minutes=evening.minutes_per_round,
        population=where.population if where.population_source else None,
        population_source=where.population_source,
        people=len(evening.check_ins),
        residents=counted.residents_here(evening),
        core=counted.core(evening),
        kept=tuple(name for name in known.counts if known.kept(name) or known.kept(whole_of(name))),
        steps=counted.need_change(evening),
        pairs=_pairs(evening),
        support=_support(evening),
        notes=dict(Counter(note.theme for note in evening.notes)),
        clusters=_clusters(now.clusters),
        served=_served(evening, now),
        heard={kind: _heard(now, kind) for kind in KINDS},
        sources={source.value: sum(note.source == source for note in evening.notes) for source in Source},
        bands=_bands(evening),
        bands_source=evening.preparation.bands_source if bands else "",
        types_present=_present(evening),
        types_identified=tuple(dict.fromkeys(each.type for each in evening.preparation.stakeholders)),
        hours=_hours(evening.preparation),
        due=tuple(map(_due, filter(lambda action: action.due, evening.preparation.actions))),
        scores=dict(shown.scores),
        readiness=shown.state,
        disagree=tuple(shown.disagree),
        timeline=_timeline(evening),
    )


def _pairs(evening: Evening) -> dict[str, Pair]:
    ticks, exposed = (sum(getattr(note, name) for note in evening.notes) for name in ("ticks", "exposed"))
    words = vocabulary()
    found = {
        "need_before": counted.need_before(evening),
        "need_after": counted.need_after(evening),
        "interest": counted.interest_conversion(evening),
        "response": counted.response(evening),
        "return": counted.would_return(evening),
        "agreement": (min(ticks, exposed), exposed),
    }
    found |= {f"smiley:{name}": counted.smiley(name)(evening) for name in SMILEYS}
    found |= {f"level:{term.id}": counted.level(term.id)(evening) for term in words.participation_levels}
    found |= {f"channel:{term.id}": counted.channel(term.id)(evening) for term in words.channels}
    known = ledger(evening)
    return {name: pair for name, pair in found.items() if pair[1] and not any(map(known.kept, (name, whole_of(name))))}


def _support(evening: Evening) -> dict[str, Pair]:
    """Voters by theme, without those that the report hides to protect others."""
    known = ledger(evening)
    if not evening.votes or known.kept("voters"):
        return {}
    return {theme: pair for theme, pair in counted.theme_support(evening).items() if not known.kept(f"support:{theme}")}


def _clusters(clusters: tuple[Cluster, ...]) -> dict[str, Mapping[str, int]]:
    found: dict[str, Counter[str]] = {}
    for cluster in clusters:
        found.setdefault(cluster.theme, Counter())[cluster.kind] += 1
    return {theme: dict(kinds) for theme, kinds in found.items()}


def _served(evening: Evening, now: Standing) -> tuple[str, ...]:
    """Themes with a need for which a person confirmed an offer, here or elsewhere."""
    needs = {match.need for match in evening.matches if match.offer.kind == "offer"}
    return tuple(dict.fromkeys(cluster.theme for cluster in now.clusters if cluster.id in needs))


def _heard(now: Standing, kind: str) -> Heard:
    """The first few as the report names them: at the top after a vote, otherwise those most agreed with."""
    clusters = now.published(kind)
    voted = [cluster for cluster in clusters if cluster.votes and cluster.votes.count.value]
    leading = voted or [cluster for cluster in clusters if cluster.ticks]
    return Heard(len(clusters), tuple(cluster.name for cluster in leading[:NAMED]), bool(voted))


def _bands(evening: Evening) -> dict[str, Bands]:
    """Age and gender where the population is known; nothing where one of the bands would give a smaller count away."""
    if not evening.preparation.bands:
        return {}
    given = (evening.check_ins, evening.preparation.bands, evening.workshop.seed)
    hidden = {name.split(":")[1] for name in ledger(evening).hidden if name.startswith("present:")}
    found = {"age": by_age(*given), "gender": by_gender(*given)}
    return {by: Bands() if by in hidden else bands for by, bands in found.items()}


def _present(evening: Evening) -> tuple[str, ...]:
    """Types of the register of which somebody came: as the register says, or as somebody said at check-in."""
    register = evening.preparation.stakeholders
    came = {each.type for each in register if each.came} | {each.stakeholder_type for each in evening.check_ins}
    return tuple(dict.fromkeys(each.type for each in register if each.type in came))


def _hours(preparation: Preparation) -> tuple[float, float] | None:
    """Used and bookable hours a week of the rooms of which both are known."""
    known = [
        (room.used_hours, room.bookable_hours)
        for room in preparation.premises
        if room.used_hours is not None and room.bookable_hours is not None
    ]
    return (sum(used for used, _ in known), sum(bookable for _, bookable in known)) if known else None


def _due(action: Action) -> Due:
    done = action.done_on if action.status == "done" else None
    return Due(action.due.isoformat() if action.due else "", done.isoformat() if done else "")


def _timeline(evening: Evening) -> tuple[Span, ...]:
    """What the facilitator leads, from the opening on; what still lasts has no length yet."""
    held = [(each, each.ended) for each in evening.timeline if each.stage not in OUTSIDE]
    return tuple(
        Span(
            each.stage,
            each.round,
            each.planned,
            round((each.began - held[0][0].began).total_seconds()),
            round((ended - each.began).total_seconds()),
        )
        for each, ended in held
        if ended is not None
    )
