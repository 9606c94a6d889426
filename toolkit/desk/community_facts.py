"""What is written down about a community, as hints beside each criterion of readiness; never a score."""

from collections import Counter
from collections.abc import Callable, Iterable

from carousel.preparation import Preparation
from toolkit.compare.population import missing
from toolkit.compare.premises import use
from toolkit.content.organiser_forms import organiser_forms
from toolkit.i18n import Translator
from toolkit.store.programme import Community

Facts = tuple[str, ...]


def facts(_: Translator, criterion: str, kept: Preparation, community: Community) -> Facts:
    """What is known that bears on a criterion; one sentence that nothing is, where nothing is."""
    told = FOUND.get(criterion, _nothing)(_, kept, community)
    return told or (_("nothing is written down yet"),)


def _state(_: Translator, kept: Preparation, community: Community) -> Facts:
    sourced = sum(bool(room.source) for room in kept.premises)
    rooms = _.ngettext("{n} room with a source", "{n} rooms with a source", sourced)
    lacking = missing({(band.age, band.gender): band.persons for band in kept.bands})
    if community.population is None:
        people = _("no population yet")
    elif lacking:
        people = _("population with a source, not by age")
    else:
        people = _("population by age with a source")
    return rooms, people, *_register(_, kept)


def _infrastructure(_: Translator, kept: Preparation, community: Community) -> Facts:
    rooms, found = kept.premises, use(kept.premises)
    if not rooms:
        return ()
    step_free = sum("step_free" in room.access for room in rooms)
    free = found.bookable - found.used
    return (
        *_counted(_, "condition", (room.condition for room in rooms)),
        _("step-free: {n} of {rooms}", n=step_free, rooms=len(rooms)),
        _("free hours a week: {hours}", hours=_.number(free)) if found.known else _("free hours unknown"),
    )


def _register(_: Translator, kept: Preparation) -> Facts:
    return (_.ngettext("{n} stakeholder in the register", "{n} stakeholders in the register", len(kept.stakeholders)),)


def _stakeholders(_: Translator, kept: Preparation, community: Community) -> Facts:
    coming = sum(each.reply == "yes_" for each in kept.stakeholders)
    signed = sum(bool(each.get("signed")) for each in kept.records.get("agreement", ()))
    if not kept.stakeholders:
        return _register(_, kept)
    return (
        *_register(_, kept),
        _.ngettext("{n} will come", "{n} will come", coming),
        _.ngettext("{n} signed agreement", "{n} signed agreements", signed),
    )


def _ownership(_: Translator, kept: Preparation, community: Community) -> Facts:
    return _counted(_, "owner", (room.owner for room in kept.premises))


def _obstacles(_: Translator, kept: Preparation, community: Community) -> Facts:
    return _counted(_, "obstacles", (one for room in kept.premises for one in room.obstacles))


def _funding(_: Translator, kept: Preparation, community: Community) -> Facts:
    costs = [room.cost for room in kept.premises if room.cost is not None]
    budget = kept.records.get("budget", ())
    confirmed = sum(bool(each.get("confirmed")) for each in budget)
    return (
        *((_("rooms cost {cost} € a year", cost=_.number(sum(costs), 0)),) if costs else ()),
        *((_("{n} of {items} items confirmed", n=confirmed, items=len(budget)),) if budget else ()),
    )


def _assurance(_: Translator, kept: Preparation, community: Community) -> Facts:
    public = sum(each.public for each in kept.assurances)
    many = len(kept.assurances)
    said = (_.ngettext("{n} assurance", "{n} assurances", many), _.ngettext("{n} public", "{n} public", public))
    return said if many else ()


def _nothing(_: Translator, kept: Preparation, community: Community) -> Facts:
    return ()


def _counted(_: Translator, field: str, given: Iterable[str | None]) -> Facts:
    """ "Usable: 2", in the order in which the form offers the choices."""
    many = Counter(given)
    options = organiser_forms()["premises"].field(field).options
    known = tuple(f"{one.label(_.language)}: {many[one.id]}" for one in options if many[one.id])
    unknown = (_("not known: {n}", n=many[None]),) if many[None] else ()
    return known + unknown


FOUND: dict[str, Callable[[Translator, Preparation, Community], Facts]] = {
    "poznavanje_stanja": _state, "infrastruktura_potencial": _infrastructure,
    "pripravljenost_deleznikov": _stakeholders, "lastnistvo": _ownership, "ovire": _obstacles,
    "financiranje": _funding, "podpora_obcine": _assurance,
}  # fmt: skip
