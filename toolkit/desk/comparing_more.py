"""More views of the comparison: sides, readiness, evenings, afterwards, and differences in words."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from toolkit.compare.comparison import Comparison
from toolkit.compare.conditions import SOURCES, Conditions
from toolkit.compare.parts import Head
from toolkit.compare.timelines import Bar
from toolkit.desk.charts import show
from toolkit.desk.charts_profiles import profiles
from toolkit.desk.charts_sides import sides as sided
from toolkit.desk.charts_timeline import part_name, timelines
from toolkit.desk.compare_parts import dotted, some
from toolkit.desk.compare_tables import UPRIGHT, community_cells, community_heads, figures
from toolkit.desk.frame import Desk
from toolkit.desk.style import scrolling, table

SIDES, PROFILES, EVENINGS = 6, 8, 10


def sides(desk: Desk, found: Comparison) -> None:
    """Needs beside offers, some communities at a time."""
    needs, offers = found.ideas["need"], found.ideas["offer"]
    if not needs.themes and not offers.themes:
        st.caption(desk.words("Nobody has written down a need or an offer yet."))
        return
    part = some(desk, found, "sides", SIDES)
    show(sided(desk.words, found.heads[part], needs.of(part), offers.of(part)), f"sides {part.start}")


def readiness(desk: Desk, found: Comparison) -> None:
    """Profiles beside each other, some communities at a time."""
    if all(one.state == "unrated" for one in found.readiness):
        st.info(desk.words("Nobody has rated the readiness of these communities yet."))
        return
    part = some(desk, found, "readiness", PROFILES)
    show(profiles(desk.words, found.heads[part], found.readiness[part]), f"readiness {part.start}")


def evenings(desk: Desk, found: Comparison) -> None:
    """How the evenings went, under which conditions, and how people felt."""
    if any(found.timelines):
        part = some(desk, found, "evenings", EVENINGS)
        show(timelines(desk.words, found.heads[part], found.timelines[part]), f"timelines {part.start}")
        with st.expander(desk.words("Minutes of each part, held (planned)"), icon=":material/timer:"):
            _minutes(desk, found.heads[part], found.timelines[part])
    conditions(desk, found)
    dotted(desk, found, found.part("evening"), desk.words("How people felt"), "evening")
    figures(desk, found, found.part("evening"), "evening")


def _minutes(desk: Desk, heads: Sequence[Head], found: Sequence[Sequence[Bar]]) -> None:
    """A row for each community, a column for each part that any of them had."""
    language = desk.words.language
    parts = {(bar.stage, bar.round): bar for timeline in found for bar in timeline}
    rows = []
    for place, timeline in zip(community_cells(desk, heads), found, strict=True):
        own = {(bar.stage, bar.round): bar for bar in timeline}
        rows.append([place, *(_held(own.get(key), language) for key in parts)])
    heading = [desk.words("Community"), *(escape(part_name(desk.words, bar)) for bar in parts.values())]
    st.html(scrolling(table(heading, rows), desk.words("Table")))


def _held(bar: Bar | None, language: str) -> str:
    if bar is None:
        return "–"
    planned = f" ({bar.planned.shown(language)})" if bar.planned else ""
    return escape(bar.held.shown(language) + planned)


def conditions(desk: Desk, found: Comparison) -> None:
    """Hosts, rounds, minutes and the ways notes came in; where there are many communities, a row for each."""
    _, language = desk.words, desk.words.language
    told = [
        (_("People"), [one.people.shown(language) for one in found.conditions]),
        (_("Table hosts"), [one.hosts.shown(language) for one in found.conditions]),
        (_("How stations were hosted"), [one.host_mode.shown(language) for one in found.conditions]),
        (_("Rounds"), [one.rounds.shown(language) for one in found.conditions]),
        (_("Minutes per round"), [_minutes_of(one, language) for one in found.conditions]),
        (_("Notes"), [one.notes.shown(language) for one in found.conditions]),
        *(
            (said.said(language), [one.sources[source].shown(language) for one in found.conditions])
            for source, said in SOURCES.items()
        ),
        (_("From open house"), [one.from_open_house.shown(language) for one in found.conditions]),
    ]
    st.subheader(_("Under which conditions"))
    places = community_cells(desk, found.heads)
    if len(places) <= UPRIGHT:
        upright = [[escape(label), *map(escape, values)] for label, values in told]
        st.html(table(["", *community_heads(desk, found.heads)], upright))
        return
    rows = [[place, *map(escape, values)] for place, *values in zip(places, *(each for _l, each in told), strict=True)]
    st.html(scrolling(table(["", *(escape(label) for label, _v in told)], rows), desk.words("Table")))


def _minutes_of(one: Conditions, language: str) -> str:
    return " / ".join(minutes.shown(language) for minutes in one.minutes) or "–"


def afterwards(desk: Desk, found: Comparison) -> None:
    """What became of it: use of the premises, steps done by their date."""
    figures(desk, found, found.part("after"), "after")
