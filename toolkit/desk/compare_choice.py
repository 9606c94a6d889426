"""Choosing what stands side by side: workshops, their open houses, the order of the columns."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from carousel.stage import Stage
from carousel.workshop import Format
from toolkit.compare.comparison import MOST
from toolkit.compare.condensed import Condensed, with_notes_of
from toolkit.desk.compare_link import HOUSES, ORDERS, Link, address, read_link, write_link
from toolkit.desk.compare_parts import counting
from toolkit.desk.frame import Desk
from toolkit.desk.naming import short_names
from toolkit.store.programme import Summary

FIRST = 3


@dataclass(frozen=True, slots=True)
class Offered:
    """Workshops with notes by code, in the order of their names."""

    summaries: Mapping[str, Summary]
    names: Mapping[str, str]


def is_house(one: Summary) -> bool:
    """An open house without rotation."""
    return one.workshop.format is Format.OPEN_HOUSE


def offered(desk: Desk) -> Offered:
    """What can be compared."""
    known = {one.workshop.code: one for one in desk.workshops() if one.notes}
    named = short_names(desk.words, (one.workshop for one in known.values()))
    names = {code: _named(desk, one, named[one.workshop.id]) for code, one in known.items()}
    order = sorted(known, key=lambda code: (names[code].casefold(), known[code].workshop.date))
    return Offered({code: known[code] for code in order}, names)


def _named(desk: Desk, one: Summary, short: str) -> str:
    return f"{short} · {desk.words('open house')}" if is_house(one) else short


def begin(desk: Desk, there: Offered) -> None:
    """At the first drawing take over what the link says; without a link, what was compared last or is done most."""
    state = st.session_state
    if "compare_link" not in state:
        link = read_link(tuple(there.summaries))
        if not (link.codes or link.gone):
            link = Link(_first(there), link.view, link.house, link.order)
        state["compare_link"] = link
        state["compare_gone"] = len(link.gone)
    link = state["compare_link"]
    state.setdefault("compared", [code for code in link.codes if code in there.summaries][:MOST])
    for key, value in (("compare_view", link.view), ("compare_house", link.house), ("compare_order", link.order)):
        state.setdefault(key, value)


def _first(there: Offered) -> tuple[str, ...]:
    """The evenings with most people among those that are over."""
    evenings = [code for code, one in there.summaries.items() if not is_house(one)] or list(there.summaries)
    over = {code: there.summaries[code].stage is not Stage.THANKS for code in evenings}
    return tuple(sorted(evenings, key=lambda code: (over[code], -there.summaries[code].people))[:FIRST])


def choose(desk: Desk, there: Offered) -> Link:
    """The fields above every view, and what they say."""
    _, state = desk.words, st.session_state
    if gone := state.get("compare_gone"):
        st.info(
            _.ngettext(
                "{n} workshop of this link is no longer here. The others are shown.",
                "{n} workshops of this link are no longer here. The others are shown.",
                gone,
            )
        )
    left, right = st.columns([4, 1.4], vertical_alignment="bottom")
    left.multiselect(
        _("Workshops side by side"), list(there.summaries), max_selections=MOST, key="compared",
        format_func=there.names.__getitem__, on_change=lambda: state.update(compare_gone=0),
    )  # fmt: skip
    with right.popover(_("Options and link"), icon=":material/tune:", width="stretch"):
        _options(desk)
        link = Link(tuple(state["compared"]), state["compare_view"], state["compare_house"], state["compare_order"])
        st.caption(_("This link shows the same view again, to everybody who may sign in here."))
        st.code(address(desk, link), language=None, wrap_lines=True)
    state["compare_link"] = link
    write_link(link)
    return link


def _options(desk: Desk) -> None:
    _ = desk.words
    houses = {"without": _("leave out"), "with": _("add its notes"), "beside": _("own column")}
    st.segmented_control(
        _("Open house of the same community"), HOUSES, key="compare_house", format_func=houses.__getitem__,
        required=True, help=_("Only notes are added. Counts of people stay those of the evening."),
    )  # fmt: skip
    orders = {"name": _("by name"), "date": _("by date"), "chosen": _("as chosen")}
    st.segmented_control(
        _("Order of the communities"), ORDERS, key="compare_order", format_func=orders.__getitem__, required=True
    )


def columns(desk: Desk, there: Offered, link: Link) -> list[Condensed]:
    """What is compared, in the order of the columns, counted now where it has changed."""
    houses = {} if link.house == "without" else _houses(there, link.codes)
    every = dict.fromkeys((*link.codes, *houses))
    ids = {code: there.summaries[code].workshop.id for code in every}
    found = counting(desk, sorted(ids.values())) if ids else {}
    by_code = {code: found[id] for code, id in ids.items() if id in found}
    beside = link.house == "beside"
    shown = [
        by_code[code] if beside else _joined(code, by_code, houses)
        for code in (every if beside else link.codes)
        if code in by_code
    ]
    return sorted(shown[:MOST], key=ORDERED[link.order]) if link.order in ORDERED else shown[:MOST]


ORDERED: Mapping[str, Callable[[Condensed], Any]] = {
    "name": lambda one: (one.name.casefold(), one.head.date),
    "date": lambda one: (one.head.date, one.name.casefold()),
}


def _houses(there: Offered, codes: Sequence[str]) -> dict[str, str]:
    """Open houses that were not chosen themselves, each with the chosen evening of its community nearest to it."""
    found: dict[str, str] = {}
    for house, one in there.summaries.items():
        evenings = [
            code for code in codes
            if not is_house(there.summaries[code])
            and there.summaries[code].workshop.community == one.workshop.community
        ]  # fmt: skip
        if is_house(one) and house not in codes and evenings:
            days = {code: abs((there.summaries[code].workshop.date - one.workshop.date).days) for code in evenings}
            found[house] = min(evenings, key=days.__getitem__)
    return found


def _joined(code: str, by_code: Mapping[str, Condensed], houses: Mapping[str, str]) -> Condensed:
    own = [by_code[house] for house, evening in houses.items() if evening == code and house in by_code]
    return with_notes_of(by_code[code], own)
