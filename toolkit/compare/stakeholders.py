"""The register of stakeholders, looked at: how many, who is missing, who should be asked again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from carousel.preparation import Stakeholder
from toolkit.content.stakeholder_gaps import expected_stakeholders
from toolkit.content.text import EMPTY, Text

WAITING = timedelta(days=7)  # after so long without a reply somebody should ask again
HIGH, LOW = 4, 2  # of 1 to 5
PARTNERS = frozenset({"collaboration_partner", "supported_initiative"})
ANSWERS = frozenset({"yes_", "no_", "sends_other"})


@dataclass(frozen=True, slots=True)
class Counts:
    """Stakeholders and types in the register; how many are invited, said yes, came; types of which somebody came."""

    stakeholders: int
    types: int
    invited: int
    yes: int
    came: int
    types_came: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Something that is missing. `kind` is missing, uninvited, unheard, silent or no_partner; `type` or `group` is
    what is not there; `names` are the stakeholders it is about; `text` is what the data say of it."""

    kind: str
    type: str = ""
    group: str = ""
    names: tuple[str, ...] = ()
    text: Text = EMPTY


def counted(register: Sequence[Stakeholder]) -> Counts:
    """The register in numbers. They count organisations and roles, not residents."""
    return Counts(
        stakeholders=len(register),
        types=len({each.type for each in register}),
        invited=sum(invited(each) for each in register),
        yes=sum(each.reply == "yes_" for each in register),
        came=sum(each.came for each in register),
        types_came=len({each.type for each in register if each.came}),
    )


def invited(one: Stakeholder) -> bool:
    """Whether somebody was asked: there is a day, an answer, or they came."""
    return one.invited_on is not None or one.reply in ANSWERS or one.came


def silent(one: Stakeholder, today: date, least: timedelta = timedelta()) -> bool:
    """Whether somebody was invited at least so long ago, and neither answered nor came."""
    if one.invited_on is None or one.reply in ANSWERS or one.came:
        return False
    return today - one.invited_on >= least


def gaps(register: Sequence[Stakeholder], today: date) -> tuple[Gap, ...]:
    """What is missing: who hears nothing, who has not answered, which types and groups nobody invited."""
    return (*_people(register, today), *_types(register), *_groups(register))


def _people(register: Sequence[Stakeholder], today: date) -> Iterable[Gap]:
    unheard = _names(
        one for one in register
        if (one.affected or 0) >= HIGH and one.influence is not None and one.influence <= LOW and not invited(one)
    )  # fmt: skip
    if unheard:
        yield Gap(kind="unheard", names=unheard)
    waiting = _names(one for one in register if silent(one, today, WAITING))
    if waiting:
        yield Gap(kind="silent", names=waiting)
    wanted = sorted((one for one in register if one.wanted_level in PARTNERS), key=lambda one: -(one.interest or 0))
    if wanted and not any(one.current_level in PARTNERS for one in register):
        yield Gap(kind="no_partner", names=_names(wanted))


def _types(register: Sequence[Stakeholder]) -> Iterable[Gap]:
    for each in expected_stakeholders().types:
        known = [one for one in register if one.type == each.id]
        if not any(map(invited, known)):
            yield Gap(kind="uninvited" if known else "missing", type=each.id, names=_names(known), text=each.text)


def _groups(register: Sequence[Stakeholder]) -> Iterable[Gap]:
    for each in expected_stakeholders().groups:
        known = [one for one in register if each.id in one.target_groups]
        if not any(map(invited, known)):
            yield Gap(kind="uninvited" if known else "missing", group=each.id, names=_names(known), text=each.text)


def _names(some: Iterable[Stakeholder]) -> tuple[str, ...]:
    return tuple(one.name for one in some)
