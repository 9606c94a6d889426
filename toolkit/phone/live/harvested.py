"""What the harvest puts on the screen: themes, the vote's outcome and the raffle, all through the gate."""

from collections.abc import Mapping

from carousel.stage import Stage
from carousel.workshop import UNSORTED
from toolkit.compare import gate
from toolkit.compare.ledger import Ledger
from toolkit.content.vocabulary import label
from toolkit.harvest.clusters import Cluster, by_theme
from toolkit.harvest.votes import Tally
from toolkit.i18n import translator
from toolkit.phone.live.picture import Picture

Payload = Mapping[str, object]
PLACES = 5  # at the top
FEWEST = 5  # voters whose marks are shown
SHOWN = 12  # clusters with votes on the screen


def themes_payload(picture: Picture, lang: str) -> list[Payload]:
    """Themes with their clusters, those with most notes first and the unsorted last."""
    return [
        {"name": label("themes", theme, lang), "clusters": [_cluster(one, lang) for one in _largest(clusters)]}
        for theme, clusters in sorted(by_theme(picture.clusters).items(), key=lambda one: one[0] == UNSORTED)
    ]


def _largest(clusters: tuple[Cluster, ...]) -> list[Cluster]:
    return sorted(clusters, key=lambda cluster: -len(cluster.notes))


def _cluster(cluster: Cluster, lang: str) -> Payload:
    _ = translator(lang)
    out = gate.cluster(cluster)
    about = [_.ngettext("{n} note", "{n} notes", len(out.notes))] if len(out.notes) > 1 else []
    if out.ticks and out.exposed:
        about.append(_("✓ {ticks}+ of {exposed}", ticks=out.ticks, exposed=out.exposed))
    return {"id": out.id, "name": out.name, "about": " · ".join(about)}


def votes_payload(picture: Picture, lang: str) -> Payload:
    """How many marks there are, what to do, what can be chosen by its number, and the outcome once the vote is over."""
    ask = picture.questions.vote.text.of(lang, k=picture.marks) if picture.marks else ""
    outcome = _outcome(picture, picture.result, picture.ledger, lang) if picture.result and picture.ledger else None
    offered = [{"number": number, "name": gate.cluster(one).name} for number, one in picture.offered.items()]
    return {"marks": picture.marks, "ask": ask, "offered": offered, "outcome": outcome}


def _outcome(picture: Picture, result: Tally, known: Ledger, lang: str) -> Payload:
    """Fewer than five officials or residents are not broken down: one of them would be seen through."""
    _ = translator(lang)
    voters = gate.count(result.resident_voters)
    return {
        "voters": _("Residents who voted: {n}", n=voters.shown(lang)),
        "officials": _("Officials, counted apart: {n}", n=gate.count(result.official_voters).shown(lang)),
        "any_officials": result.official_voters >= FEWEST,
        "rows": [_row(cluster, result, known, lang) for cluster in _ranked(picture, known)][:SHOWN],
    }


def _ranked(picture: Picture, known: Ledger) -> list[Cluster]:
    """The most marked first; those too few to show stand in the order of the hall, so that it tells nothing."""
    marked = [cluster for cluster in picture.clusters if known.counts.get(f"votes:{cluster.id}")]
    return sorted(marked, key=lambda cluster: -(known.count(f"votes:{cluster.id}").value or 0))


def _row(cluster: Cluster, result: Tally, known: Ledger, lang: str) -> Payload:
    votes, officials = known.share(f"votes:{cluster.id}"), f"marked:{cluster.id}"
    top = {key for group in result.at_the_top(PLACES) for key in group}
    people, voters = votes.count.value, votes.of.value
    return {
        "name": cluster.name,
        "count": votes.count.shown(lang),
        "share": people / voters if people and voters else None,
        "officials": known.count(officials).shown(lang) if result.official_voters >= FEWEST else "",
        "top": cluster.id in top and people is not None,
    }


def raffle_payload(picture: Picture, lang: str) -> Payload:
    """The numbers drawn, in their order, with the seed that lets anyone repeat the draw."""
    drawn = picture.where.step.stage in (Stage.RAFFLE, Stage.THANKS)
    return {
        "winners": list(picture.where.winners) if drawn else [],
        "seed": picture.where.raffle_seed if drawn else "",
    }
