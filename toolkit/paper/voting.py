"""The vote in the report: groups of equal support, officials apart."""

from toolkit.compare.gate import PublishedCluster
from toolkit.compare.summary import Report
from toolkit.i18n import Translator
from toolkit.paper.blocks import (
    Block,
    bars,
    chapter,
    hidden_count,
    lead,
    quotes,
    share_bar,
    shortened,
    small,
    words,
)
from toolkit.paper.blocks import heading as title

VOTED, LETTERS = 15, 90


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


def _name(cluster: PublishedCluster) -> str:
    return shortened(cluster.name, LETTERS)
