"""The parts of the page that sets communities side by side."""

from html import escape

import streamlit as st

from carousel.stage import Stage
from carousel.workshop import Evening
from toolkit.compare.comparison import Comparison, Row, comparison
from toolkit.compare.gate import Share
from toolkit.content.vocabulary import label
from toolkit.desk.charts import dots, heat_map, show
from toolkit.desk.frame import Desk
from toolkit.desk.naming import short_names
from toolkit.desk.remembered import remembered
from toolkit.desk.style import plain, table
from toolkit.store.evening import evening
from toolkit.store.programme import workshops
from toolkit.store.workshops import situation_of

NOTHING = "–"


def choose(desk: Desk) -> Comparison | None:
    """Which workshops to compare; at first the three with most people among those that are over."""
    _ = desk.words
    offered = {one.workshop.id: one for one in desk.ask(workshops) if one.notes}
    first = sorted(offered, key=lambda id: (offered[id].stage is not Stage.THANKS, -offered[id].people))[:3]
    chosen = st.multiselect(
        _("Workshops"), list(offered), first, max_selections=8, key="compared",
        format_func=short_names(_, (one.workshop for one in offered.values())).__getitem__,
    )  # fmt: skip
    if len(chosen) < 2:
        return None
    with st.spinner(_("Reading the workshops")):
        return comparison([_evening(desk, id) for id in chosen])


def _evening(desk: Desk, workshop_id: int) -> Evening:
    where = desk.ask(situation_of, workshop_id)
    return remembered(desk, "evening", where, lambda: desk.ask(evening, workshop_id))


def differences(desk: Desk, found: Comparison) -> None:
    """Confirmed differences in words, and what every comparison must say of itself."""
    language = desk.words.language
    left, right = st.columns(2, gap="large")
    with left:
        st.subheader(desk.words("What differs"))
        for sentence in found.differences:
            st.markdown(f"- {plain(sentence.said(language))}")
    with right:
        st.subheader(desk.words("How to read this"))
        for sentence in found.fairness:
            st.markdown(f"- {plain(sentence.said(language))}")


def figures(desk: Desk, found: Comparison) -> None:
    """Shares as dots with intervals, and every figure in a table."""
    shares = [row for row in found.rows if any(isinstance(value, Share) for value in row.values)]
    people = [value.shown(desk.words.language) if value else NOTHING for value in found.rows[0].values]
    said = [desk.words("{n} people", n=one) for one in people]
    show(dots(desk.words, found, shares, desk.words("Shares by community"), said), "dots")
    st.html(_rows(desk, found, found.rows))


def levels(desk: Desk, found: Comparison) -> None:
    """How people want to take part."""
    st.caption(desk.words("One person may tick several ways. The sums can exceed 100 %."))
    language = desk.words.language
    forms = [value.of.shown(language) if isinstance(value, Share) else "0" for value in found.levels[0].values]
    said = [desk.words("{n} interest forms", n=one) for one in forms]
    show(dots(desk.words, found, list(found.levels), desk.words("How people would take part"), said), "levels")
    st.html(_rows(desk, found, found.levels))


def support(desk: Desk, found: Comparison) -> None:
    """Which themes voters marked, and how many notes each theme has."""
    _, language = desk.words, desk.words.language
    if found.support.themes:
        show(heat_map(_, found), "support")
    else:
        st.caption(_("Nobody has voted yet."))
    if found.notes.withheld:
        st.caption(_("Notes by theme are not shown: there are too few."))
        return
    st.subheader(_("Notes by theme"))
    codes = [head.code for head in found.heads]
    rows = [
        [escape(label("themes", theme, language))]
        + [escape(found.notes.cell(theme, code).shown(language)) for code in codes]
        for theme in found.notes.rows
    ]
    st.html(table(["", *_communities(found, _("(demo)"))], rows))


def conditions(desk: Desk, found: Comparison) -> None:
    """Hosts, rounds and minutes of each evening."""
    _, language = desk.words, desk.words.language
    columns = (
        (_("Table hosts"), [one.hosts.shown(language) for one in found.conditions]),
        (_("How stations were hosted"), [one.host_mode.shown(language) for one in found.conditions]),
        (_("Rounds"), [one.rounds.shown(language) for one in found.conditions]),
        (
            _("Minutes per round"),
            [" / ".join(minutes.shown(language) for minutes in one.minutes) or NOTHING for one in found.conditions],
        ),
        (_("Date"), [_.date(head.date, "short") for head in found.heads]),
    )
    rows = [[escape(name), *map(escape, values)] for name, values in columns]
    st.html(table(["", *_communities(found, _("(demo)"))], rows))


def _rows(desk: Desk, found: Comparison, rows: tuple[Row, ...]) -> str:
    language = desk.words.language
    body = [
        [escape(row.label.shown(language))]
        + [NOTHING if value is None or _of_nobody(value) else escape(value.shown(language)) for value in row.values]
        for row in rows
    ]
    return table(["", *_communities(found, desk.words("(demo)"))], body)


def _of_nobody(value: object) -> bool:
    return isinstance(value, Share) and value.of.value == 0


def _communities(found: Comparison, demo: str) -> list[str]:
    return [
        escape(head.community) + (f" {escape(demo)}" if head.demo and demo not in head.community else "")
        for head in found.heads
    ]
