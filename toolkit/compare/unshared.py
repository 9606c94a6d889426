"""What may be read before a report is shared: nothing that would move with the form of a single person."""

from dataclasses import replace

from toolkit.compare import gate
from toolkit.compare.parts import Answer
from toolkit.compare.sentence import Sentence
from toolkit.compare.summary import Report

LATER = Sentence("What people said in forms comes with the report.")
FROM_FORMS = ("P1", "P6")


def before_it_is_shared(report: Report) -> Report:
    """The report without what forms say: a figure that grows with each form would tell what its writer answered."""
    nobody = gate.share(0, 0)
    return replace(
        report,
        turnout=None,
        answers=tuple(_without_forms(answer) for answer in report.answers),
        levels=(),
        core=gate.count(0),
        smileys=(),
        would_return=nobody,
        need_change=None,
        channels=(),
        ages=(),
        genders=(),
        method=replace(report.method, response=nobody),
    )


def _without_forms(answer: Answer) -> Answer:
    """The ideas stay; in the place of the first sentence from a form stands when its figures come."""
    if answer.id not in FROM_FORMS:
        return answer
    ideas = tuple(said for said in answer.said if said.plural or "names" in said.data)
    return replace(answer, said=(LATER, *ideas), measures=())
