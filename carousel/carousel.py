"""The carousel as it stands in the hall: places with their questions, and the groups that pass them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from carousel.look import colour, ink, letter, shape
from carousel.rotation import group_at, station_at
from carousel.sizing import Plan, merge

__all__ = ["Carousel", "colour", "ink", "laid_out", "letter", "shape"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Carousel:
    """`stations` are the question ids at each place; every carousel has the same ones.

    Station numbers are 1-based, rounds, carousels and group indexes 0-based. Groups are numbered carousel after
    carousel; the `added` groups of latecomers come last, one a carousel, and fill the station that would rest.
    """

    stations: tuple[tuple[str, ...], ...]
    groups_per_carousel: int
    carousels: int = 1
    rounds: int
    added: int = 0

    @property
    def groups(self) -> int:
        """Groups over all carousels."""
        return self.planned + self.added

    @property
    def planned(self) -> int:
        """Groups that were formed before the first round."""
        return self.carousels * self.groups_per_carousel

    @property
    def has_free_station(self) -> bool:
        """Whether latecomers can still form a group of their own."""
        return len(self.stations) - self.groups_per_carousel == 1 and self.added < self.carousels

    def carousel_of(self, group: int) -> int:
        """The carousel in which a group turns."""
        return group // self.groups_per_carousel if group < self.planned else group - self.planned

    def ring(self, carousel: int = 0) -> tuple[int, ...]:
        """The groups of one carousel in the order in which they follow each other."""
        first = carousel * self.groups_per_carousel
        late = (self.planned + carousel,) if carousel < self.added else ()
        return (*range(first, first + self.groups_per_carousel), *late)

    def station(self, group: int, round: int) -> int:
        """Number of the station where a group is in a round."""
        ring = self.ring(self.carousel_of(group))
        return station_at(ring.index(group), round, len(ring), len(self.stations)) + 1

    def group(self, station: int, round: int, carousel: int = 0) -> int | None:
        """Index of the group at a station number in a round; None when the station rests."""
        ring = self.ring(carousel)
        place = group_at(station - 1, round, len(ring), len(self.stations))
        return None if place is None else ring[place]

    def station_of(self, question: str) -> int:
        """Number of the station where a question is asked; KeyError for a question that is not."""
        for number, questions in enumerate(self.stations, start=1):
            if question in questions:
                return number
        raise KeyError(question)


def laid_out(
    plan: Plan, questions: Sequence[str], merge_plan: Mapping[int, Sequence[Sequence[str]]] | None = None
) -> Carousel:
    """The carousel of a plan, with the questions merged on as many stations as the plan has."""
    return Carousel(
        stations=merge(questions, plan.stations, merge_plan),
        groups_per_carousel=plan.groups,
        carousels=plan.carousels,
        rounds=plan.rounds,
    )
