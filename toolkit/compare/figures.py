"""What a comparison shows besides counts and shares: parts of a whole that is no people, distances, changes."""

from dataclasses import dataclass

from toolkit.compare.gate import Count, Number, Rate, Share, Tallies
from toolkit.compare.sentence import Sentence

LEVEL = 5  # percent: what chance alone does more often is not confirmed


@dataclass(frozen=True, slots=True)
class Part:
    """Things of other things, never of people: 5 of 9 types, 12 of 40 hours."""

    count: Number
    of: Number

    def shown(self, language: str) -> str:
        """For example: 5 / 9."""
        return f"{self.count.shown(language)} / {self.of.shown(language)}"

    @property
    def percent(self) -> float:
        """0 to 100; the whole is never 0."""
        return 100 * self.count.value / self.of.value


@dataclass(frozen=True, slots=True)
class Distance:
    """D between those present and the population, and the D that 5 of 100 random draws exceed, both 0 to 100: how many
    of a hundred people would have to be of another band."""

    distance: Number
    by_chance: Number

    @property
    def confirmed(self) -> bool:
        """Whether those present differ from the population by more than chance."""
        return self.distance.value > self.by_chance.value

    def shown(self, language: str) -> str:
        """The distance beside that of chance, in words."""
        data = {"distance": self.distance, "chance": self.by_chance}
        if self.confirmed:
            return Sentence("{distance} %, more than by chance ({chance} %)", data).said(language)
        return Sentence("{distance} %, no more than by chance ({chance} %)", data).said(language)


@dataclass(frozen=True, slots=True)
class Shift:
    """How many answers went up, stayed and went down; `chance` is the exact sign test in percent, None
    where a part is hidden."""

    parts: Tallies
    chance: Number | None

    @property
    def confirmed(self) -> bool:
        """Whether chance alone would rarely divide them so unevenly."""
        return self.chance is not None and self.chance.value < LEVEL

    def shown(self, language: str) -> str:
        """All three counts, and how likely chance is."""
        data = dict(self.parts.counts)
        if self.chance is None:
            return Sentence("up {up}, same {same}, down {down}", data).said(language)
        told = data | {"chance": self.chance}
        return Sentence("up {up}, same {same}, down {down}; by chance in {chance} % of cases", told).said(language)


Value = Number | Count | Share | Rate | Part | Distance | Shift | Sentence | None
"""A sentence stands where a figure would mislead; None where nobody was asked."""
