"""The vote in the report, officials apart, and the table of what follows from it."""

from carousel.workshop import UNSORTED
from toolkit.compare.gate import PublishedCluster
from toolkit.compare.summary import Report
from toolkit.i18n import Translator
from toolkit.paper.blocks import (
    Block,
    bars,
    chapter,
    cluster_support,
    hidden_count,
    lead,
    quotes,
    share_bar,
    share_text,
    shortened,
    small,
    words,
)
from toolkit.paper.blocks import heading as title

VOTED, FOLLOWED, LETTERS = 15, 6, 90


def vote(_: Translator, report: Report) -> list[Block]:
    """Groups of equal support, the strongest first; officials counted and shown apart."""
    held = report.vote
    if held is None:
        return []
    data = {"voters": held.voters.shown(_.language), "k": held.k.shown(_.language)}
    blocks = [chapter(_("The vote")), words(_("Residents who voted: {voters}. Marks for each: {k}.", **data))]
    top = [cluster for group in held.top for cluster in group]
    others = [cluster for group in held.ranks for cluster in group if cluster not in top]
    if top:
        blocks += [title(_("At the top")), lead(_("Proposals with equal support stand side by side, not in ranks."))]
        blocks.append(_support(_, top))
    if others:
        blocks += [title(_("Further proposals")), _support(_, others[:VOTED]), *_left(_, len(others) - VOTED)]
    return [*blocks, *_officials(_, report)]


def _support(_: Translator, clusters: list[PublishedCluster]) -> Block:
    return bars((share_bar(_, _name(each), each.votes) for each in clusters if each.votes is not None), wide=True)


def _left(_: Translator, left: int) -> list[Block]:
    return [small(_.ngettext("and {n} more proposal", "and {n} more proposals", left))] if left > 0 else []


def _officials(_: Translator, report: Report) -> list[Block]:
    held = report.vote
    if held is None or not held.officials:
        return []
    marked = [
        {"text": cluster.name, "foot": hidden_count(_, cluster.officials)}
        for cluster in held.officials
        if cluster.officials is not None
    ]
    voters = _("Officials who voted: {n}", n=held.official_voters.shown(_.language))
    return [title(_("Votes of officials, counted apart")), lead(voters), quotes(marked)]


def what_follows(_: Translator, report: Report) -> list[Block]:
    """The strongest proposals with room for the team's assessment and the municipality's response."""
    leading = _leading(report)
    if not leading:
        return []
    header = (_("Proposal"), _("Support"), _("Assessment of the team"), _("Response of the municipality"))
    rows = [(_name(cluster), _backing(_, cluster)) for cluster in leading]
    said = _("Votes alone never decide. The team and the municipality answer each proposal here, within 14 days.")
    return [chapter(_("What happens next")), lead(said), {"kind": "next", "header": header, "rows": rows}]


def _leading(report: Report) -> list[PublishedCluster]:
    if report.vote is not None and report.vote.top:
        return [cluster for group in report.vote.top for cluster in group][:FOLLOWED]
    sides = sorted((side for side in report.sides if side.theme.id != UNSORTED), key=lambda side: -len(side.needs))
    return [cluster for side in sides for cluster in side.needs[:1]][:FOLLOWED]


def _backing(_: Translator, cluster: PublishedCluster) -> str:
    return share_text(_, cluster.votes) if cluster.votes is not None else cluster_support(_, cluster)


def _name(cluster: PublishedCluster) -> str:
    return shortened(cluster.name, LETTERS)
