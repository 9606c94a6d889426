"""The part of the page of communities that lists rooms and buildings with their use."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import streamlit as st

from carousel.preparation import Premises
from toolkit.compare.premises import Use, use
from toolkit.content.organiser_forms import OrganiserField, organiser_forms
from toolkit.desk.frame import Desk
from toolkit.desk.record_fields import written
from toolkit.desk.recording import record_list
from toolkit.desk.register import register_tables
from toolkit.i18n import Translator
from toolkit.store.preparation import preparation
from toolkit.store.programme import Community
from toolkit.store.records import Record

FORM = "premises"
FULL = 0.8  # the share of hours from which a room has hardly any room left for more


def premises(desk: Desk, community: Community) -> None:
    """Totals, every room with its use, the form, and the tables to take away and bring in."""
    _, rooms = desk.words, desk.ask(preparation, community.id).premises
    if rooms:
        st.html(totals(_, rooms))
    else:
        st.info(_("Nothing is written down yet. Add the rooms where people could meet, or bring in a table."))
    record_list(
        desk, community.id, FORM, "name", (),
        line=lambda one: line(_, one), sections=sections(_),
    )  # fmt: skip
    register_tables(desk, community.id, FORM)


def sections(_: Translator) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The form of a room in the order in which one walks through it."""
    return (
        (_("What and whose"), ("name", "address", "owner")),
        (_("Size, access, condition"), ("area", "seats", "access", "condition")),
        (_("Use"), ("used_hours", "bookable_hours", "users")),
        (_("Cost and obstacles"), ("cost", "obstacles")),
        (_("Where this is known from"), ("source",)),
    )


def totals(_: Translator, rooms: tuple[Premises, ...]) -> str:
    """Rooms, seats, use and cost together, each with the number of rooms of which it is known, as HTML."""
    found = use(rooms)
    seats = [room.seats for room in rooms if room.seats is not None]
    costs = [room.cost for room in rooms if room.cost is not None]
    figures = (
        (str(len(rooms)), _.ngettext("room", "rooms", len(rooms)), ""),
        (_.number(sum(seats)) if seats else "?", _("seats"), _known(_, len(seats), len(rooms))),
        (hours(_, found) or "?", _("used of possible hours a week"), _known(_, found.known, len(rooms))),
        (f"{_.number(sum(costs), 0)} €" if costs else "?", _("cost a year"), _known(_, len(costs), len(rooms))),
    )
    cards = "".join(
        f"<div><b>{escape(figure)}</b>{escape(name)}<br><span class=v-soft>{escape(known)}</span></div>"
        for figure, name, known in figures
    )
    return f'<div class="v-figures" style="grid-template-columns:1fr 1fr 1.6fr 1fr">{cards}</div>'


def hours(_: Translator, found: Use) -> str:
    """ "45 of 80 (56 %)"; empty where no room has both numbers."""
    if not found.known:
        return ""
    said = _("{used} of {possible}", used=_.number(found.used), possible=_.number(found.bookable))
    return said if found.share is None else f"{said} ({_.percent(found.share)})"


def line(_: Translator, one: Record) -> str:
    """What is known of a room beneath its name, as HTML."""
    form, values = organiser_forms()[FORM], one.values
    said = {each.id: written(each, values.get(each.id), _) for each in form.fields}
    access, stops = (_several(_, form.field(name), values.get(name, [])) for name in ("access", "obstacles"))
    seats = _.ngettext("{n} seat", "{n} seats", values["seats"]) if "seats" in values else ""
    cost = _("{cost} a year", cost=said["cost"]) if said["cost"] else ""
    obstacles = _("Obstacles: {list}", list=stops) if stops else ""
    source = _("Source: {source}", source=said["source"])
    facts = (said["address"], said["owner"], said["condition"], said["area"], seats, cost)
    rows = (" · ".join(filter(None, facts)), access, obstacles, said["users"], source)
    beneath = "".join(f"<div class=v-soft>{escape(row)}</div>" for row in rows if row)
    return f"{bar(_, values)}{beneath}"


def bar(_: Translator, values: Mapping[str, Any]) -> str:
    """Used of possible hours as a bar with its text; without both numbers a sentence says which is missing."""
    used, possible = values.get("used_hours"), values.get("bookable_hours")
    if used is None or not possible:
        return f"<div class=v-soft>{escape(_('Use unknown: hours used or possible hours are missing.'))}</div>"
    share = used / possible
    said = _("{used} of {possible} hours a week", used=_.number(used), possible=_.number(possible))
    tone = "warn" if share > FULL else "act"
    return (
        "<div style='display:flex;align-items:center;gap:.6rem'>"
        "<span style='flex:0 0 10rem;height:.7rem;border-radius:.35rem;background:var(--line);overflow:hidden'>"
        f"<span style='display:block;height:100%;width:{min(share, 1):.0%};background:var(--{tone})'></span></span>"
        f"<span>{escape(said)} ({escape(_.percent(share))})</span></div>"
    )


def _several(_: Translator, field: OrganiserField, chosen: Sequence[str]) -> str:
    """Choices one after the other; their names hold commas."""
    return "; ".join(written(field, one, _) for one in chosen)


def _known(_: Translator, known: int, rooms: int) -> str:
    """Of how many rooms a total is made, where not of all."""
    return "" if known == rooms else _("known for {known} of {rooms}", known=known, rooms=rooms)
