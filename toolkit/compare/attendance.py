"""Who was there by age and by gender, each alone, where enough people came for nobody to be recognised."""

from collections import Counter

from carousel.workshop import Evening
from toolkit.compare import gate
from toolkit.compare.ledger import AGES, GENDERS, SILENT, ledger
from toolkit.compare.parts import Measure
from toolkit.compare.sentence import Choice, Sentence


def ages(evening: Evening) -> tuple[Measure, ...]:
    """People of each age band; empty where it cannot be published or nobody told."""
    return _divided(evening, "age", [each.age_band for each in evening.check_ins], AGES)


def genders(evening: Evening) -> tuple[Measure, ...]:
    """People of each gender; empty where it cannot be published or nobody told."""
    return _divided(evening, "gender", [each.gender for each in evening.check_ins], GENDERS)


def _divided(evening: Evening, by: str, told: list[str | None], options: tuple[str, ...]) -> tuple[Measure, ...]:
    """Those who did not say are a part too, so that the parts make up all who were there."""
    counts = Counter(one if one in options else SILENT for one in told)
    known, everybody = ledger(evening), (*options, SILENT)
    shown = gate.breakdown(counts, by, everybody, kept=[each for each in everybody if known.kept(f"{by}:{each}")])
    if shown.withheld or not any(counts[option] for option in options):
        return ()
    parts = ((option, shown.cell("", option)) for option in (*options, SILENT))
    return tuple(Measure(_label(by, option), part, option) for option, part in parts if part.value != 0)


def _label(by: str, option: str) -> Sentence | Choice:
    if option == SILENT:
        return Sentence("Did not say")
    return Sentence("Another gender") if option == "x" else Choice("population", by, option)
