"""The whole programme: how its communities spread, and a list to search and to choose from."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import streamlit as st

from toolkit.compare.comparison import MOST
from toolkit.compare.programme import Line, Programme, programme
from toolkit.desk.charts import show
from toolkit.desk.charts_spread import spread
from toolkit.desk.compare_choice import Offered
from toolkit.desk.compare_link import OVERVIEW
from toolkit.desk.compare_parts import counting
from toolkit.desk.frame import Desk

FRESH = timedelta(minutes=10)


def whole(desk: Desk, there: Offered) -> None:
    """Counted once, then kept for some minutes: the hour is told, and counting again is one press."""
    found, at = _counted(desk)
    _ = desk.words
    about, again = st.columns([4, 1], vertical_alignment="center")
    about.caption(_("Counted at {time}. Workshops without notes are left out.", time=_.time(at)))
    again.button(_("Count again"), icon=":material/refresh:", width="stretch", key="count again",
                 on_click=lambda: st.session_state.pop("compare_programme", None))  # fmt: skip
    lines = [line for line in found.lines if line.head.code in there.summaries]
    show(spread(_, found.spreads, len(lines)), "spread")
    _list(desk, there, found, lines)


def _counted(desk: Desk) -> tuple[Programme, datetime]:
    kept: tuple[Programme, datetime] | None = st.session_state.get("compare_programme")
    if kept is None or desk.now - kept[1] > FRESH:
        now = desk.now
        kept = programme(list(counting(desk).values()), desk.today), now
        st.session_state["compare_programme"] = kept
    return kept


def _list(desk: Desk, there: Offered, found: Programme, lines: Sequence[Line]) -> None:
    """A line for each workshop, by name; people and shares as published, empty where too few answered."""
    _, language = desk.words, desk.words.language
    labels = {id: label.shown(language) for id, label in found.labels.items()}
    rows = [
        {_("Workshop"): there.names[line.head.code], _("Date"): line.head.date,
         _("People"): line.people.shown(language), _("Notes"): line.notes.value}
        | {labels[id]: value for id, value in line.values.items()}
        for line in lines
    ]  # fmt: skip
    st.subheader(_("Choose from the list"))
    st.caption(_("Search with the magnifier above the table. Mark two to {most} lines.", most=MOST))
    units = {label: "%.1f ‰" if id == "turnout" else "%.0f %%" for id, label in labels.items()}
    picked = st.dataframe(
        rows, hide_index=True, on_select="rerun", selection_mode="multi-row", key="compare_list",
        height=min(420, 36 * len(rows) + 38),
        alt=_("A table with a line for each workshop."),
        column_config={
            _("Date"): st.column_config.DateColumn(format="localized"),
            **{label: st.column_config.NumberColumn(format=unit) for label, unit in units.items()},
        },
    )  # fmt: skip
    marked = [lines[at].head.code for at in picked["selection"]["rows"]][:MOST]
    st.button(
        _.ngettext("Compare {n} workshop", "Compare {n} workshops", len(marked)), type="primary",
        disabled=len(marked) < 2, key="compare marked", on_click=_take, args=(marked,),
        icon=":material/compare_arrows:",
    )  # fmt: skip


def _take(codes: Sequence[str]) -> None:
    st.session_state.update(compared=list(codes), compare_view=OVERVIEW)
