"""The moderation log on the report's page: a table, a file, and the switch that publishes it."""

from html import escape

import streamlit as st

from toolkit.acts import mentoring
from toolkit.compare.summary import Report
from toolkit.desk.frame import Desk, carry_out
from toolkit.desk.style import table
from toolkit.i18n import Translator
from toolkit.paper import export
from toolkit.paper.logbook import Written, logbook, logbook_csv
from toolkit.store.workshops import Situation

SHOWN = 60


def log_table(desk: Desk, found: Report) -> None:
    """What was merged, parted, held, hidden or shown again, and why; the words of held notes stay hidden."""
    _ = desk.words
    lines = logbook(found, _.language)
    with st.expander(_.ngettext("What was changed: {n} line", "What was changed: {n} lines", len(lines))):
        if not lines:
            st.caption(_("Nothing was merged, parted, held or hidden."))
            return
        st.caption(_("Without who did it, and without the words that were held."))
        heads = [_("Note"), _("What was done"), _("Why"), _("Words that are shown")]
        st.html(table(heads, [_row(_, line) for line in lines[:SHOWN]]))
        if len(lines) > SHOWN:
            left = len(lines) - SHOWN
            st.caption(_.ngettext("and {n} more line of the log", "and {n} more lines of the log", left))


def _row(_: Translator, line: Written) -> list[str]:
    numbers = ", ".join(map(str, line.numbers))
    words = "".join(f"<div class=v-note>{escape(said)}</div>" for said in line.words)
    return [escape(numbers), escape(line.what), escape(line.why), words]


def log_switch(desk: Desk, where: Situation, found: Report) -> None:
    """The log as a file, and whether everybody may read it."""
    _, workshop = desk.words, where.workshop
    st.download_button(
        _("Log as a table (CSV)"),
        lambda: logbook_csv(found, _.language),
        export.file_name(workshop.code, workshop.date, "log", "csv"),
        "text/csv", width="stretch", on_click="ignore", icon=":material/history:", key="log csv",
    )  # fmt: skip
    st.session_state["share log"] = workshop.log_shared
    st.toggle(
        _("Publish the log of changes"), key="share log",
        on_change=lambda: carry_out(mentoring.share_log, (workshop.id, bool(st.session_state["share log"])), {}),
    )  # fmt: skip
    if workshop.log_shared:
        st.caption(_("Everybody can read it at:"))
        st.code(f"{desk.address}/w/{workshop.code}/log", language=None)
