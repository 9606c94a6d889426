"""Page one of the report: which workshop it was, and the six answers."""

from collections.abc import Iterable, Iterator, Mapping

from toolkit.compare.gate import PublishedCluster, Share
from toolkit.compare.parts import Answer, Head, Measure
from toolkit.compare.summary import Report
from toolkit.i18n import Translator
from toolkit.paper.blocks import Block, cluster_support, share_bar, shortened

NAMED = {"P1": 2, "P6": 2}  # how many clusters are named under an answer; these two also have bars
NAMED_ELSE = 3
LETTERS = 110  # of a cluster's name on page one


def front(_: Translator, report: Report) -> dict[str, object]:
    """Title, community, date, how many people and notes, and the answers."""
    return {
        "title": _("What we heard, what happens next"),
        "community": community(report.head),
        "subtitle": _subtitle(_, report),
        "footer": f"{community(report.head)} · {_.date(report.head.date)} · Vrtiljak",
        "answers": [_answer(_, place, answer) for place, answer in enumerate(report.answers, start=1)],
        "notice": _("This holds for those who came, not for all residents. How we counted is on the last pages."),
    }


def community(head: Head) -> str:
    """The community's name; the demo is always marked."""
    return f"{head.community} (demo)" if head.demo and "(demo)" not in head.community else head.community


def _subtitle(_: Translator, report: Report) -> str:
    parts = [report.head.title, _.date(report.head.date)]
    if report.people.value != 0:
        parts.append(_("People present: {n}", n=report.people.shown(_.language)))
    parts.append(_("Notes: {n}", n=report.method.notes.shown(_.language)))
    return " · ".join(parts)


def _answer(_: Translator, place: int, answer: Answer) -> Mapping[str, object]:
    first, *others = answer.said
    named = answer.clusters[: NAMED.get(answer.id, NAMED_ELSE)]
    return {
        "number": str(place),
        "question": answer.question.said(_.language),
        "answer": first.said(_.language),
        "more": [sentence.said(_.language) for sentence in others if "names" not in sentence.data],
        "names": [_name(_, cluster) for cluster in named],
        "rows": list(measure_bars(_, answer.measures)),
    }


def _name(_: Translator, cluster: PublishedCluster) -> Block:
    return {"text": shortened(cluster.name, LETTERS), "foot": cluster_support(_, cluster)}


def measure_bars(_: Translator, measures: Iterable[Measure], *, interval: bool = False) -> Iterator[Block]:
    """A bar for each share that somebody answered."""
    for measure in measures:
        if isinstance(measure.value, Share) and measure.value.of.value != 0:
            yield share_bar(_, measure.label.shown(_.language), measure.value, interval=interval)
