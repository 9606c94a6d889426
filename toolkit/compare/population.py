"""Residents by age and gender: what the typed numbers add up to, and which of them contradict each other."""

from collections.abc import Iterator, Mapping, Sequence

from carousel.refusal import Refusal
from toolkit.content.organiser_forms import organiser_forms
from toolkit.i18n import _

ALL = "all"
Cell = tuple[str, str]  # age, gender; either may be "all"
Cells = Mapping[Cell, int]
MORE = _("Women and men are {sum} together, more than {total}. Please check this row.")
NOT_SUM = _("The ages add up to {sum}, not to {total}. Please check this column.")
NOBODY = _("A population of 0 cannot be right. Leave empty what you do not know.")


def ages() -> tuple[str, ...]:
    """The age bands, youngest first, without "all"."""
    return _parts("age")


def genders() -> tuple[str, ...]:
    """The genders that sources count by, without "all"."""
    return _parts("gender")


def persons(cells: Cells, age: str, gender: str) -> int | None:
    """Persons of a cell as typed, else as its parts add up; None where a part is missing."""
    if (age, gender) in cells:
        return cells[age, gender]
    if age == ALL:
        by_age = _sum([persons(cells, each, gender) for each in ages()])
        if by_age is not None or gender != ALL:
            return by_age
    return _sum([persons(cells, age, each) for each in genders()]) if gender == ALL else None


def total(cells: Cells) -> int | None:
    """All residents; None where neither the total nor every part of it is known."""
    return persons(cells, ALL, ALL)


def missing(cells: Cells) -> tuple[str, ...]:
    """Age bands of which nobody wrote how many persons they have."""
    return tuple(age for age in ages() if persons(cells, age, ALL) is None)


def contradictions(cells: Cells) -> dict[Cell, Refusal]:
    """What cannot be true, by cell: at most one sentence a cell."""
    found = dict(_rows(cells)) | dict(_columns(cells))
    if total(cells) == 0:
        found[ALL, ALL] = Refusal(NOBODY)
    return found


def _rows(cells: Cells) -> Iterator[tuple[Cell, Refusal]]:
    """Women and men may be fewer than all: sources leave some out. They cannot be more."""
    for age in (*ages(), ALL):
        together = persons(cells, age, ALL)
        parts = sum(persons(cells, age, gender) or 0 for gender in genders())
        if together is not None and parts > together:
            yield (age, ALL), Refusal(MORE, sum=parts, total=together)


def _columns(cells: Cells) -> Iterator[tuple[Cell, Refusal]]:
    """All ages are the sum of the bands; where some are unknown, at least the sum of the others."""
    for gender in (*genders(), ALL):
        whole = persons(cells, ALL, gender)
        known = [many for age in ages() if (many := persons(cells, age, gender)) is not None]
        complete = len(known) == len(ages())
        if whole is not None and known and (sum(known) > whole or (complete and sum(known) != whole)):
            yield (ALL, gender), Refusal(NOT_SUM, sum=sum(known), total=whole)


def _parts(field: str) -> tuple[str, ...]:
    options = organiser_forms()["population"].field(field).options
    return tuple(option.id for option in options if option.id != ALL)


def _sum(parts: Sequence[int | None]) -> int | None:
    known = [part for part in parts if part is not None]
    return sum(known) if len(known) == len(parts) else None
