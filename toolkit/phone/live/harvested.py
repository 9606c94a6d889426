"""What the harvest puts on the screen: themes, the vote's outcome and the raffle, all through the gate."""

from collections.abc import Mapping

from carousel.stage import Stage
from carousel.workshop import UNSORTED
from toolkit.compare import gate
from toolkit.content.vocabulary import label
from toolkit.harvest.clusters import Cluster, by_theme
from toolkit.harvest.votes import Tally
from toolkit.i18n import translator
from toolkit.phone.live.picture import Picture

Payload = Mapping[str, object]
PLACES = 5  # at the top
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
        about.append(_("✓ {ticks} of {exposed}", ticks=out.ticks, exposed=out.exposed))
    return {"id": out.id, "name": out.name, "about": " · ".join(about)}


def votes_payload(picture: Picture, lang: str) -> Payload:
    """How many marks there are, what to do, and the outcome once the vote is over."""
    ask = picture.questions.vote.text.of(lang, k=picture.marks) if picture.marks else ""
    outcome = _outcome(picture, picture.result, lang) if picture.result else None
    return {"marks": picture.marks, "ask": ask, "outcome": outcome}


def _outcome(picture: Picture, result: Tally, lang: str) -> Payload:
    _ = translator(lang)
    return {
        "voters": _("Residents who voted: {n}", n=gate.count(result.resident_voters).shown(lang)),
        "officials": _("Officials, counted apart: {n}", n=gate.count(result.official_voters).shown(lang)),
        "any_officials": result.official_voters > 0,
        "rows": [_row(cluster, result, lang) for cluster in _ranked(picture, result)][:SHOWN],
    }


def _ranked(picture: Picture, result: Tally) -> list[Cluster]:
    """The most marked first; those too few to show stand in the order of the hall, so that it tells nothing."""
    shown = {key: count for key, count in result.residents.items() if gate.count(count).value}
    marked = [cluster for cluster in picture.clusters if cluster.id in result.residents]
    return sorted(marked, key=lambda cluster: -shown.get(cluster.id, 0))


def _row(cluster: Cluster, result: Tally, lang: str) -> Payload:
    residents, officials = result.residents.get(cluster.id, 0), result.officials.get(cluster.id, 0)
    out = gate.cluster(
        cluster, votes=(residents, result.resident_voters), officials=(officials, result.official_voters)
    )
    votes = out.votes.count if out.votes else gate.count(0)
    top = {key for group in result.at_the_top(PLACES) for key in group}
    return {
        "name": out.name,
        "count": votes.shown(lang),
        "share": votes.value / result.resident_voters if votes.value else None,
        "officials": out.officials.shown(lang) if out.officials else "",
        "top": cluster.id in top and votes.value is not None,
    }


def raffle_payload(picture: Picture, lang: str) -> Payload:
    """The numbers drawn, in their order, with the seed that lets anyone repeat the draw."""
    drawn = picture.where.step.stage in (Stage.RAFFLE, Stage.THANKS)
    return {
        "winners": list(picture.where.winners) if drawn else [],
        "seed": picture.where.raffle_seed if drawn else "",
    }
