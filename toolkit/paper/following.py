"""The chapter on what happens next: what the municipality assured, who does what, and what still awaits an answer."""

from carousel.workshop import UNSORTED
from toolkit.compare.gate import PublishedCluster
from toolkit.compare.parts import Step
from toolkit.compare.summary import Report
from toolkit.i18n import Translator
from toolkit.paper.blocks import (
    Block,
    chapter,
    cluster_support,
    heading,
    lead,
    quotes,
    share_text,
    shortened,
    table,
)

FOLLOWED, LETTERS = 6, 90


def what_follows(_: Translator, report: Report) -> list[Block]:
    """The public assurances, the steps with who and when, and the strongest proposals with room for a response."""
    blocks = [*_promises(_, report), *_steps(_, report), *_responses(_, report)]
    return [chapter(_("What happens next")), *blocks] if blocks else []


def _promises(_: Translator, report: Report) -> list[Block]:
    said = [{"text": one.text, "foot": one.who} for one in report.promises]
    return [heading(_("What the municipality assured")), quotes(said)] if said else []


def _steps(_: Translator, report: Report) -> list[Block]:
    if not report.steps:
        return []
    header = (_("What"), _("Who"), _("By when"), _("Status"))
    rows = [(step.what, step.who, day(_, step), status(_, step)) for step in report.steps]
    return [heading(_("The next steps")), table((10, 7, 4, 5), header, rows)]


def day(_: Translator, step: Step) -> str:
    """The day a step is due; nothing where none was set."""
    return _.date(step.due, "short") if step.due else ""


def status(_: Translator, step: Step) -> str:
    """Open, done with its day, or dropped."""
    said = step.status.shown(_.language)
    return f"{said}, {_.date(step.done_on, 'short')}" if step.done_on and step.status.id == "done" else said


def _responses(_: Translator, report: Report) -> list[Block]:
    leading = _leading(report)
    if not leading:
        return []
    header = (_("Proposal"), _("Support"), _("Assessment of the team"), _("Response of the municipality"))
    rows = [(shortened(cluster.name, LETTERS), _backing(_, cluster)) for cluster in leading]
    said = _("Votes alone never decide. The team and the municipality answer each proposal here, within 14 days.")
    asked = [heading(_("Answers to the strongest proposals"))] if report.promises or report.steps else []
    return [*asked, lead(said), {"kind": "next", "header": header, "rows": rows}]


def _leading(report: Report) -> list[PublishedCluster]:
    if report.vote is not None and report.vote.top:
        return [cluster for group in report.vote.top for cluster in group][:FOLLOWED]
    sides = sorted((side for side in report.sides if side.theme.id != UNSORTED), key=lambda side: -len(side.needs))
    return [cluster for side in sides for cluster in side.needs[:1]][:FOLLOWED]


def _backing(_: Translator, cluster: PublishedCluster) -> str:
    return share_text(_, cluster.votes) if cluster.votes is not None else cluster_support(_, cluster)
