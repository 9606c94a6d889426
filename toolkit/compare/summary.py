"""The report of one evening: all that report, results page and exports show, in published values only."""

from collections.abc import Iterable
from dataclasses import dataclass

from carousel.workshop import Evening, LogEntry
from toolkit.compare import gate, indicators
from toolkit.compare.answers import answers, levels
from toolkit.compare.attendance import ages, genders
from toolkit.compare.comparison import Comparison, comparison
from toolkit.compare.following import promises, steps
from toolkit.compare.gate import Count, PublishedCluster, PublishedNote, Rate, Share
from toolkit.compare.indicators import Change, Covered
from toolkit.compare.left_out import RULES, left_out
from toolkit.compare.parts import (
    Answer,
    Head,
    LogLine,
    Matched,
    Matches,
    Measure,
    Method,
    Promise,
    Side,
    Step,
    ThemePart,
    VotePart,
    head,
)
from toolkit.compare.protection import FEW
from toolkit.compare.sentence import Sentence, Term
from toolkit.compare.standing import Standing, quotes, standing
from toolkit.harvest.clusters import by_theme

__all__ = ["Comparison", "Report", "comparison", "report"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One evening as anyone may see it. `vote` is None where nobody voted, `turnout` where no population is known."""

    head: Head
    people: Count
    turnout: Rate | None
    answers: tuple[Answer, ...]
    themes: tuple[ThemePart, ...]
    sides: tuple[Side, ...]
    matches: Matches | None
    existing: tuple[PublishedCluster, ...]
    covered: tuple[Covered, ...]
    levels: tuple[Measure, ...]
    core: Count
    vote: VotePart | None
    dissent: tuple[PublishedCluster, ...]
    smileys: tuple[Measure, ...]
    would_return: Share
    need_change: Change | None
    channels: tuple[Measure, ...]
    ages: tuple[Measure, ...]
    genders: tuple[Measure, ...]
    promises: tuple[Promise, ...]
    steps: tuple[Step, ...]
    notes: tuple[PublishedNote, ...]
    log: tuple[LogLine, ...]
    method: Method


def report(evening: Evening) -> Report:
    """The whole report; reading the clusters and the vote once."""
    now = standing(evening)
    return Report(
        head=head(evening.workshop),
        people=indicators.people(evening),
        turnout=indicators.turnout(evening),
        answers=answers(evening, now),
        themes=tuple(_themes(evening, now)),
        sides=tuple(_sides(now)),
        matches=_matches(evening, now),
        existing=now.published("existing"),
        covered=indicators.covered_needs(evening),
        levels=levels(evening),
        core=indicators.core_size(evening),
        vote=_vote(evening, now),
        dissent=now.published("constraint"),
        smileys=_smileys(evening),
        would_return=indicators.would_return(evening),
        need_change=indicators.need_change(evening),
        channels=tuple(
            Measure(Term("channels", name), share, name) for name, share in indicators.channel_reach(evening).items()
        ),
        ages=ages(evening),
        genders=genders(evening),
        promises=promises(evening),
        steps=steps(evening),
        notes=gate.notes(evening.notes),
        log=tuple(map(_line, evening.log)),
        method=_method(evening, now),
    )


def _themes(evening: Evening, now: Standing) -> Iterable[ThemePart]:
    support = indicators.theme_support(evening)
    for theme, clusters in by_theme(now.clusters).items():
        published = now.published(*{cluster.kind for cluster in clusters}, theme=theme)
        yield ThemePart(
            theme=Term("themes", theme),
            notes=gate.number(sum(len(cluster.notes) for cluster in clusters)),
            clusters=published,
            support=support.get(theme) if evening.votes else None,
            quotes=quotes(published),
        )


def _sides(now: Standing) -> Iterable[Side]:
    for theme in by_theme(now.clusters):
        needs, offers = now.published("need", theme=theme), now.published("offer", theme=theme)
        if needs or offers:
            existing = now.published("existing", theme=theme)
            yield Side(theme=Term("themes", theme), needs=needs, existing=existing, offers=offers)


def _matches(evening: Evening, now: Standing) -> Matches | None:
    """None as long as nobody confirmed a match: then nothing can be said to be unmet or unused."""
    if not evening.matches:
        return None
    offers: dict[int, list[tuple[PublishedNote, str]]] = {}
    for match in evening.matches:
        offers.setdefault(match.need, []).append((gate.note(match.offer), match.community))
    used = {match.offer.cluster for match in evening.matches if not match.community}
    needs = now.published("need")
    return Matches(
        found=tuple(Matched(need=need, offers=tuple(offers[need.id])) for need in needs if need.id in offers),
        unmet=tuple(need for need in needs if need.id not in offers),
        unused=tuple(offer for offer in now.published("offer") if offer.id not in used),
    )


def _vote(evening: Evening, now: Standing) -> VotePart | None:
    tally, by_id = now.tally, {cluster.id: cluster for cluster in now.clusters}
    if not evening.votes or tally.resident_voters in FEW:
        return None
    marked = [key for key in sorted(tally.officials) if f"marked:{key}" in now.ledger.counts]
    shown = [open_ for rank in tally.ranks if (open_ := tuple(key for key in rank if now.shown(key) is not None))]
    few = tuple(sorted(key for rank in tally.ranks for key in rank if now.shown(key) is None))
    groups = [tuple(now.publish(by_id[key]) for key in rank) for rank in (*shown, *((few,) if few else ()))]
    top = {key for rank in tally.at_the_top() for key in rank}
    return VotePart(
        k=gate.number(evening.marks),
        voters=now.ledger.count("voters"),
        official_voters=now.ledger.count("officials"),
        spoiled=now.ledger.count("spoiled"),
        ranks=tuple(groups),
        top=tuple(group for group, rank in zip(groups, shown, strict=False) if top.issuperset(rank)),
        officials=tuple(now.publish(by_id[key]) for key in marked if key in by_id),
    )


def _smileys(evening: Evening) -> tuple[Measure, ...]:
    labels = {
        "overall": Sentence("Felt good at the workshop"),
        "voice": Sentence("Could say what they wanted"),
        "heard": Sentence("Felt heard"),
        "clear": Sentence("Understood what happens next"),
        "access": Sentence("Could easily come and take part"),
    }
    return tuple(Measure(labels[name], share, name) for name, share in indicators.smileys(evening).items())


_DONE = {
    "kept": Sentence("Kept back, not shown."),
    "redacted": Sentence("Shown without the parts that were held."),
    "released": Sentence("Looked at and shown."),
    "hidden": Sentence("Hidden."),
    "merged": Sentence("Merged with a note that says the same."),
    "unmerged": Sentence("Taken out of a cluster again."),
    "split": Sentence("Parted: it held more than one idea."),
    "moved": Sentence("Moved to another theme."),
    "named": Sentence("The cluster was given a name."),
    "held": Sentence("Held until a person looked at it."),
    "left_out": Sentence("Left out of the count with its slip."),
}
_REASONS = {
    "hold_personal_data": Sentence("Personal data"),
    "hold_rude": Sentence("Abusive words"),
    "hold_human": Sentence("A doubt that a person settled"),
    "by_hand": Sentence("Every note was looked at by hand"),
    **{rule: Sentence(said) for rule, said in RULES.items()},
}


def _line(entry: LogEntry) -> LogLine:
    """Only known reasons go out: a reason typed by hand could name somebody."""
    done = _DONE.get(entry.what, Sentence("Changed."))
    return LogLine(entry.note, done, _REASONS.get(entry.reason), entry.others)


def _method(evening: Evening, now: Standing) -> Method:
    conditions = indicators.conditions(evening)
    sources = {
        "own_device": Sentence("Own phone"),
        "host_device": Sentence("Table host's device"),
        "paper": Sentence("Paper"),
    }
    return Method(
        rounds=conditions.rounds,
        minutes=conditions.minutes,
        hosts=conditions.hosts,
        host_mode=conditions.host_mode,
        notes=gate.number(len(evening.notes)),
        clusters=gate.number(len(now.clusters)),
        redacted=gate.number(sum(note.redacted for note in evening.notes)),
        held=gate.number(evening.held),
        sources=tuple(Measure(sources[name], value, name) for name, value in indicators.source_mix(evening).items()),
        response=indicators.response(evening),
        limits=(*left_out(evening, now), *limits()),
    )


def limits() -> tuple[Sentence, ...]:
    """What the figures cannot say."""
    return (
        Sentence("The results hold for those who came, not for all residents."),
        Sentence("The interval in brackets shows how far chance alone could move a percentage."),
        Sentence("Counts from 1 to 4 are shown as <5, so that nobody can be recognised."),
        Sentence("Votes alone never decide."),
    )
