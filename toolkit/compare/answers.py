"""The six answers of page one, as sentences with data."""

from dataclasses import replace

from carousel.workshop import Evening
from toolkit.compare import indicators
from toolkit.compare.gate import PublishedCluster, Share
from toolkit.compare.parts import Answer, Measure
from toolkit.compare.sentence import Percentage, Quote, Sentence, Term
from toolkit.compare.standing import Standing

NAMED = 3


def answers(evening: Evening, standing: Standing) -> tuple[Answer, ...]:
    """P1 to P6, in order."""
    return (
        _is_needed(evening, standing),
        _space(standing),
        _needs(standing),
        _existing(standing),
        _offers(standing),
        _taking_part(evening, standing),
    )


def _is_needed(evening: Evening, standing: Standing) -> Answer:
    before, after = indicators.need_before(evening), indicators.need_after(evening)
    images = {note.question for note in evening.notes if note.kind == "image"}
    said = [
        *_share(
            before,
            Sentence("Yes or rather yes before the workshop: {count} of {of}, {percent}."),
            Sentence("Yes or rather yes before the workshop: {count} of {of}."),
        ),
        *_share(
            after,
            Sentence("Yes or rather yes after the workshop: {count} of {of}, {percent}."),
            Sentence("Yes or rather yes after the workshop: {count} of {of}."),
        ),
    ]
    return Answer(
        id="P1",
        question=Sentence("Is a community space needed here?"),
        said=tuple(said) or (Sentence("Nobody answered this question in a form."),),
        measures=(
            Measure(Sentence("Needed, before the workshop"), before, "before"),
            Measure(Sentence("Needed, after the workshop"), after, "after"),
        ),
        clusters=standing.published("need", questions=images) if images else (),
    )


def _share(share: Share, with_percent: Sentence, without: Sentence) -> tuple[Sentence, ...]:
    """The sentence that the share allows: none where nobody answered, counts only where too few did."""
    if share.of.value == 0:
        return ()
    data = {"count": share.count, "of": share.of, "percent": Percentage(share)}
    return (replace(with_percent if share.percent is not None else without, data=data),)


def _space(standing: Standing) -> Answer:
    ideas = Sentence("{n} idea about the space.", plural="{n} ideas about the space.")
    return Answer(
        id="P2",
        question=Sentence("What should the community space be like?"),
        said=_named(standing.published("image"), ideas),
        clusters=standing.published("image"),
    )


def _needs(standing: Standing) -> Answer:
    return Answer(
        id="P3",
        question=Sentence("What do people need?"),
        said=_named(standing.published("need"), Sentence("{n} need was named.", plural="{n} needs were named.")),
        clusters=standing.published("need"),
    )


def _existing(standing: Standing) -> Answer:
    return Answer(
        id="P4",
        question=Sentence("Which contents already exist?"),
        said=_named(
            standing.published("existing"),
            Sentence("{n} existing content was named.", plural="{n} existing contents were named."),
        ),
        clusters=standing.published("existing"),
    )


def _offers(standing: Standing) -> Answer:
    return Answer(
        id="P5",
        question=Sentence("Which contents could still be offered?"),
        said=_named(standing.published("offer"), Sentence("{n} offer was made.", plural="{n} offers were made.")),
        clusters=standing.published("offer"),
    )


def _taking_part(evening: Evening, standing: Standing) -> Answer:
    core, forms = indicators.core_size(evening), indicators.interest_conversion(evening)
    said = [
        *_share(
            forms,
            Sentence("Interest forms: {count} of {of} people, {percent}."),
            Sentence("Interest forms: {count} of {of} people."),
        )
    ]
    if core.value != 0:
        said.append(Sentence("Ready for the start-up team: {count}.", {"count": core}))
    clusters = standing.published("interest")
    thoughts = Sentence("{n} thought about taking part.", plural="{n} thoughts about taking part.")
    return Answer(
        id="P6",
        question=Sentence("Who would take part, and how?"),
        said=(*said, *_named(clusters, thoughts)),
        measures=levels(evening),
        clusters=clusters,
    )


def levels(evening: Evening) -> tuple[Measure, ...]:
    """How people would take part, in the order of display; no level is worth more."""
    mix = indicators.level_mix(evening)
    return tuple(Measure(Term("participation_levels", name), share, name) for name, share in mix.items())


def _named(clusters: tuple[PublishedCluster, ...], counted: Sentence) -> tuple[Sentence, ...]:
    """How many, and the first few by name: at the top after a vote, otherwise those most agreed with."""
    if not clusters:
        return (Sentence("Nobody wrote about this."),)
    voted = [cluster for cluster in clusters if cluster.votes and cluster.votes.count.value]
    leading = voted or [cluster for cluster in clusters if cluster.ticks]
    names = tuple(Quote(cluster.name) for cluster in leading[:NAMED])
    said = (replace(counted, n=len(clusters)),)
    if voted:
        return (*said, Sentence("At the top after the vote: {names}.", {"names": names}))
    return (*said, Sentence("Most agreed with: {names}.", {"names": names})) if names else said
