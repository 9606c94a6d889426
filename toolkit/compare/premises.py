"""Use of premises: hours used of the hours that a room could be open, only where both are known."""

from collections.abc import Sequence
from dataclasses import dataclass

from carousel.preparation import Premises


@dataclass(frozen=True, slots=True)
class Use:
    """Rooms written down, those of them of which both numbers are known, and their hours a week."""

    rooms: int
    known: int
    used: float
    bookable: float

    @property
    def share(self) -> float | None:
        """From 0 to 1; None where no hour could be booked."""
        return self.used / self.bookable if self.bookable else None


def use(premises: Sequence[Premises]) -> Use:
    """The use of all rooms together; a room of which a number is missing is counted as unknown, never as 0."""
    known = [
        (room.used_hours, room.bookable_hours)
        for room in premises
        if room.used_hours is not None and room.bookable_hours is not None
    ]
    return Use(len(premises), len(known), sum(used for used, _ in known), sum(bookable for _, bookable in known))
