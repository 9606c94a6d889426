"""The six questions, each answered in a sentence or two for one community of the comparison."""

from collections.abc import Mapping
from dataclasses import replace

from toolkit.compare import gate
from toolkit.compare.condensed import Condensed
from toolkit.compare.gate import Share
from toolkit.compare.sentence import Percentage, Quote, Sentence

QUESTIONS: Mapping[str, Sentence] = {
    "P1": Sentence("Is a community space needed here?"),
    "P2": Sentence("What should the community space be like?"),
    "P3": Sentence("What do people need?"),
    "P4": Sentence("Which contents already exist?"),
    "P5": Sentence("Which contents could still be offered?"),
    "P6": Sentence("Who would take part, and how?"),
}
KIND: Mapping[str, str] = {"P2": "image", "P3": "need", "P4": "existing", "P5": "offer", "P6": "interest"}
COUNTED: Mapping[str, Sentence] = {
    "P2": Sentence("{n} idea about the space.", plural="{n} ideas about the space."),
    "P3": Sentence("{n} need was named.", plural="{n} needs were named."),
    "P4": Sentence("{n} existing content was named.", plural="{n} existing contents were named."),
    "P5": Sentence("{n} offer was made.", plural="{n} offers were made."),
    "P6": Sentence("{n} thought about taking part.", plural="{n} thoughts about taking part."),
}


def said(of: Condensed, question: str) -> tuple[Sentence, ...]:
    """What one community answers to P1 … P6."""
    if question == "P1":
        return _needed(of)
    if question == "P6":
        return (*_taking_part(of), *_named(of, question))
    return _named(of, question)


def _needed(of: Condensed) -> tuple[Sentence, ...]:
    told = (
        *_share(
            gate.share(*of.pair("need_before")),
            Sentence("Yes or rather yes before the workshop: {count} of {of}, {percent}."),
            Sentence("Yes or rather yes before the workshop: {count} of {of}."),
        ),
        *_share(
            gate.share(*of.pair("need_after")),
            Sentence("Yes or rather yes after the workshop: {count} of {of}, {percent}."),
            Sentence("Yes or rather yes after the workshop: {count} of {of}."),
        ),
    )
    return told or (Sentence("Nobody answered this question in a form."),)


def _taking_part(of: Condensed) -> tuple[Sentence, ...]:
    forms = _share(
        gate.share(*of.pair("interest")),
        Sentence("Interest forms: {count} of {of} people, {percent}."),
        Sentence("Interest forms: {count} of {of} people."),
    )
    core = gate.count(of.core, kept="core" in of.kept)
    return forms if core.value == 0 else (*forms, Sentence("Ready for the start-up team: {count}.", {"count": core}))


def _share(share: Share, with_percent: Sentence, without: Sentence) -> tuple[Sentence, ...]:
    if share.of.value == 0:
        return ()
    data = {"count": share.count, "of": share.of, "percent": Percentage(share)}
    return (replace(with_percent if share.percent is not None else without, data=data),)


def _named(of: Condensed, question: str) -> tuple[Sentence, ...]:
    heard = of.heard.get(KIND[question])
    if heard is None or not heard.ideas:
        return (Sentence("Nobody wrote about this."),)
    counted = (replace(COUNTED[question], n=heard.ideas),)
    names = {"names": tuple(map(Quote, heard.names))}
    if heard.voted:
        return (*counted, Sentence("At the top after the vote: {names}.", names))
    return (*counted, Sentence("Most agreed with: {names}.", names)) if heard.names else counted
