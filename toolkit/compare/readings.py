"""Indicators that need more than a count of answers: each as a published value, or a sentence that says why not."""

from datetime import date

from toolkit.compare import gate
from toolkit.compare.condensed import Condensed
from toolkit.compare.figures import Distance, Part, Shift, Value
from toolkit.compare.intervals import imbalance, sign_test
from toolkit.compare.needs import covered_needs
from toolkit.compare.sentence import Sentence

FEWEST_PAIRS = 10
HIDDEN = gate.count(0, kept=True)
"""Stands for a figure that would give a smaller one away."""
TOO_SMALL = Sentence("The population is smaller than the number present. Please check it.")


def people(of: Condensed) -> Value:
    """Checked-in people."""
    return gate.count(of.people)


def turnout(of: Condensed) -> Value:
    """Per thousand; a sentence where the population is unknown, nought or smaller than the number present."""
    if of.population is None:
        return Sentence("No population with a source is known.")
    if of.population < max(of.residents, 1):
        return TOO_SMALL
    return gate.rate(of.residents, of.population, of.population_source, kept="residents" in of.kept)


def balance(of: Condensed, by: str) -> Value:
    """D beside that of chance; a sentence where there is nothing to compare with or too few came."""
    if not of.bands:
        return Sentence("The population by age and gender is not known.")
    bands = of.bands.get(by)
    if bands is None or not bands.names:
        return Sentence("Too few people for a comparison with the population.")
    n, whole = sum(bands.present), sum(bands.population)
    if whole < n:
        return TOO_SMALL
    people, persons = ({str(at): many for at, many in enumerate(each)} for each in (bands.present, bands.population))
    distance = imbalance(people, persons)
    return Distance(gate.number(round(100 * distance)), gate.number(round(100 * bands.chance)))


def coverage(of: Condensed) -> Value:
    """For example 5 of 9 types."""
    if not of.types_identified:
        return Sentence("The register of stakeholders is empty.")
    return Part(gate.number(len(of.types_present)), gate.number(len(of.types_identified)))


def change(of: Condensed) -> Value:
    """Only from ten paired answers on."""
    up, same, down = of.steps
    if up + same + down < FEWEST_PAIRS:
        return Sentence("Fewer than 10 people answered both times.") if sum(of.steps) else None
    kept = [name for name in ("up", "same", "down") if name in of.kept]
    parts = gate.parts({"up": up, "same": same, "down": down}, kept=kept)
    open_to_all = all(each.value is not None for each in parts.counts.values())
    return Shift(parts, gate.number(round(100 * sign_test(up, down), 1)) if open_to_all else None)


def covered(of: Condensed) -> Value:
    """How many of the top themes; `covered_needs` lists them."""
    themes = covered_needs(of)
    return Part(gate.number(sum(each.covered for each in themes)), gate.number(len(themes))) if themes else None


def premises(of: Condensed) -> Value:
    """Used of bookable hours."""
    if of.hours is None:
        return Sentence("Hours of the rooms are not known.")
    used, bookable = of.hours
    if not bookable:
        return Sentence("The rooms have no bookable hours.")
    if used > bookable:
        return Sentence("More hours are used than bookable. Please check them.")
    return Part(gate.number(used), gate.number(bookable))


def done_in_time(of: Condensed, today: date) -> Value:
    """Steps done by their date, of those due by `today`; one done without a date is not known to be in time."""
    due = [each for each in of.due if each.due <= today.isoformat()]
    if not due:
        return Sentence("No step is due yet.") if of.due else Sentence("No steps are written down.")
    return Part(gate.number(sum("" < each.done_on <= each.due for each in due)), gate.number(len(due)))
