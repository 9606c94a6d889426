"""Whether communities differ, in words and with the interval, also where no difference can be confirmed."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from toolkit.compare import gate
from toolkit.compare.condensed import Condensed, Pair
from toolkit.compare.gate import Difference, Share
from toolkit.compare.intervals import Interval, wilson
from toolkit.compare.sentence import Sentence, Term

BY_CHANCE = 0.05  # of pairs that do not differ, how many an interval of 95 % calls different


@dataclass(frozen=True, slots=True)
class Compared:
    """One indicator of two communities. `difference` is empty where one of them may show no percentage."""

    label: Sentence | Term
    one: Share
    other: Share
    difference: Difference

    @property
    def told(self) -> bool:
        """Whether a difference can be reckoned at all."""
        return self.difference.points is not None

    def verdict(self) -> Sentence:
        """What may be said of it."""
        if not self.told:
            return Sentence("Too few answers to compare.")
        if self.difference.confirmed:
            return Sentence("A difference is confirmed.")
        return Sentence("No difference can be confirmed.")


@dataclass(frozen=True, slots=True)
class Pairs:
    """All pairs of communities in one indicator: how many could be compared, and whose difference is confirmed."""

    label: Sentence | Term
    compared: int
    confirmed: tuple[Sentence, ...]


def two(label: Sentence | Term, one: Pair, other: Pair) -> Compared:
    """One community beside another."""
    return Compared(label, gate.share(*one), gate.share(*other), gate.difference(*one, *other))


def pairs(label: Sentence | Term, columns: Sequence[Condensed], counted: Sequence[Pair]) -> Pairs:
    """Every pair, in the order of the columns."""
    shown = [
        _Seen(column.name, pair, wilson(*pair))
        for column, pair in zip(columns, counted, strict=True)
        if pair[1] and gate.share(*pair).percent is not None
    ]
    ordered = (sorted(each, key=lambda one: -one.interval.value) for each in combinations(shown, 2))
    said = [_higher(label, higher, lower) for higher, lower in ordered if _apart(higher.interval, lower.interval)]
    return Pairs(label, len(shown) * (len(shown) - 1) // 2, tuple(sentence for sentence in said if sentence))


@dataclass(frozen=True, slots=True)
class _Seen:
    name: str
    pair: Pair
    interval: Interval


def _apart(higher: Interval, lower: Interval) -> bool:
    """Newcombe's lower bound is above zero: from intervals at hand, since 50 communities are 1,225 pairs."""
    reach = (higher.value - higher.low) ** 2 + (lower.high - lower.value) ** 2
    return higher.value > lower.value and (higher.value - lower.value) ** 2 > reach


def _higher(label: Sentence | Term, higher: _Seen, lower: _Seen) -> Sentence | None:
    difference = gate.difference(*higher.pair, *lower.pair)
    if not difference.confirmed:
        return None
    data = {"indicator": label, "higher": higher.name, "lower": lower.name, "difference": difference}
    return Sentence("{indicator}: {higher} is above {lower} by {difference} points.", data)


def hint(found: Sequence[Pairs]) -> Sentence:
    """How many pairs were compared, how many differ, and how many would by chance alone."""
    compared, confirmed = sum(each.compared for each in found), sum(len(each.confirmed) for each in found)
    data = {"compared": compared, "confirmed": confirmed, "chance": round(compared * BY_CHANCE)}
    return Sentence("Compared: {compared}. Confirmed: {confirmed}. By chance alone about {chance} would be.", data)
