"""Every indicator of the comparison: what it is called, how it is measured, how it is read from what was counted."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from toolkit.compare import gate
from toolkit.compare.condensed import Condensed, Pair
from toolkit.compare.figures import Value
from toolkit.compare.readings import HIDDEN, balance, change, coverage, covered, done_in_time, people, premises, turnout
from toolkit.compare.sentence import Sentence, Term
from toolkit.content.vocabulary import vocabulary

Reading = Callable[[Condensed], Value]


@dataclass(frozen=True, slots=True)
class Indicator:
    """`part` is the view it belongs to; `pair` is there where communities can be told apart by Newcombe's interval."""

    id: str
    part: str
    label: Sentence | Term
    meaning: Sentence
    read: Reading
    pair: Callable[[Condensed], Pair] | None = None


def indicators(today: date) -> tuple[Indicator, ...]:
    """All in the order of display. Theme support and breadth need all communities at once: `comparison` adds them."""
    return (*_who_came(), *_needed(), *_taking_part(), *_evening(), *_afterwards(today))


def _share(id: str, part: str, label: Sentence | Term, meaning: Sentence, *, approximate: bool = False) -> Indicator:
    def read(of: Condensed) -> Value:
        pair = of.pair(id)
        if id in of.kept:
            return HIDDEN
        return gate.share(*pair, approximate=approximate) if pair[1] else None

    return Indicator(id, part, label, meaning, read, lambda of: of.pair(id))


def _who_came() -> tuple[Indicator, ...]:
    came = (
        Indicator("people", "who", Sentence("People checked in"), Sentence("A count."), people),
        Indicator("turnout", "who", Sentence("Residents present per 1000"), Sentence(
            "Residents present of the community's population, with its source."), turnout),
        _share("response", "who", Sentence("Gave the closing form"), Sentence("Closing forms of people checked in.")),
        Indicator("age", "who", Sentence("Distance from the population by age"), DISTANCE,
                  lambda of: balance(of, "age")),
        Indicator("gender", "who", Sentence("Distance from the population by gender"), DISTANCE,
                  lambda of: balance(of, "gender")),
        Indicator("stakeholders", "who", Sentence("Types of stakeholders present"), Sentence(
            "Types of the register that came, of all types in the register."), coverage),
    )  # fmt: skip
    named = Sentence("People who named it, of those who answered. Several may be named.")
    channels = (
        _share(f"channel:{term.id}", "channels", Term("channels", term.id), named) for term in vocabulary().channels
    )
    return (*came, *channels)


DISTANCE = Sentence("Half the sum of differences between those present and the population, beside 2000 random draws.")


def _needed() -> tuple[Indicator, ...]:
    return (
        _share("need_before", "P1", Sentence("Needed, before the workshop"), Sentence(
            "Yes or rather yes, of those who answered at check-in.")),
        _share("need_after", "P1", Sentence("Needed, after the workshop"), Sentence(
            "Yes or rather yes, of those who answered in the closing form.")),
        Indicator("change", "P1", Sentence("Change of the answer"), Sentence(
            "The same people before and after, from 10 people on; exact sign test."), change),
        _share("agreement", "P3", Sentence("Agreement with notes"), Sentence(
            "Ticks of all who could tick; approximate, since one person ticks several notes."), approximate=True),
        Indicator("covered", "P5", Sentence("Top themes that are covered"), Sentence(
            "Of the five themes with most support: something exists and an offer is confirmed."), covered),
    )  # fmt: skip


def _taking_part() -> tuple[Indicator, ...]:
    forms = Sentence("Interest forms that tick it, of all forms. The sums can exceed 100 %.")
    levels = (
        _share(f"level:{term.id}", "P6", Term("participation_levels", term.id), forms)
        for term in vocabulary().participation_levels
    )
    return (
        _share("interest", "P6", Sentence("Left an interest form"), Sentence("Interest forms of people checked in.")),
        Indicator("core", "P6", Sentence("Ready for the start-up team"), Sentence(
            "Partners and initiators who agreed to be passed on; a count."),
            lambda of: gate.count(of.core, kept="core" in of.kept)),
        *levels,
    )  # fmt: skip


def _evening() -> tuple[Indicator, ...]:
    smileys = {
        "overall": Sentence("Felt good at the workshop"),
        "voice": Sentence("Could say what they wanted"),
        "heard": Sentence("Felt heard"),
        "clear": Sentence("Understood what happens next"),
        "access": Sentence("Could easily come and take part"),
    }
    good = Sentence("The two best smileys, of those who answered.")
    again = Sentence("Yes, of those who answered.")
    return (
        *(_share(f"smiley:{name}", "evening", label, good) for name, label in smileys.items()),
        _share("return", "evening", Sentence("Would come again"), again),
    )


def _afterwards(today: date) -> tuple[Indicator, ...]:
    return (
        Indicator("premises", "after", Sentence("Hours in which rooms are used"), Sentence(
            "Used hours a week of bookable hours, over the rooms of which both are known."), premises),
        Indicator("done", "after", Sentence("Steps done by their date"), Sentence(
            "Steps done in time, of the steps due by today. Dropped steps count as not done."),
            lambda of: done_in_time(of, today)),
    )  # fmt: skip
