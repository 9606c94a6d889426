"""Who is signed in now, and what staff did."""

from html import escape

import streamlit as st

from toolkit.acts import belonging
from toolkit.acts.deeds import DEEDS
from toolkit.desk.frame import Desk
from toolkit.desk.people import NAMES
from toolkit.desk.style import plain, table
from toolkit.i18n import Translator, _
from toolkit.paper.csv_file import csv_file
from toolkit.store.staff import sessions, staff_name
from toolkit.store.trail import Trace, traces

SHOWN = 100
LINK = _("by a link, without an account")


def open_sessions(desk: Desk) -> None:
    """Every device that is signed in, with the way to end it."""
    words = desk.words
    st.write(words("A laptop that was lost or lent? End its session here. It is signed out at once."))
    for one in desk.ask(sessions, desk.staff.programme, desk.now):
        said, end = st.columns([3, 1], vertical_alignment="center")
        name = desk.ask(staff_name, one.staff_id) or words(LINK)
        own = one.hash == desk.session
        since = f" · {words.date(one.opened, 'short')} {words.time(one.opened)}" if one.opened else ""
        said.markdown(f"**{plain(name)}**{since}" + (f" · {words('this one')}" if own else ""))
        if desk.staff.may("owner") and not own:
            with end:
                desk.button(
                    words("End the session"), belonging.end_session, one.hash, look_key=f"session {one.hash}",
                    look_width="stretch", done=words("The session is ended."),
                )  # fmt: skip


def what_was_done(desk: Desk) -> None:
    """The trail, newest first, and as a table to take along."""
    words = desk.words
    found = desk.ask(traces, desk.staff.programme)
    st.write(words("Acts of staff only. Nothing that residents do is written down here."))
    if not found:
        st.info(words("Nothing was done yet."))
        return
    st.download_button(
        words("What was done, as a table (CSV)"), lambda: as_csv(words, found), "trail.csv", "text/csv",
        on_click="ignore", icon=":material/csv:", key="trail csv",
    )  # fmt: skip
    heads = [words(head) for head in HEADS]
    st.html(table(list(map(escape, heads)), [list(map(escape, cells(words, one))) for one in found[:SHOWN]]))


HEADS = (_("When"), _("Who"), _("Role"), _("What"), _("Where"))


def cells(words: Translator, one: Trace) -> list[str]:
    """A row of the trail in words."""
    deed = DEEDS.get(one.act)
    said = words(deed.said) if deed else one.act
    about = f" ({one.about})" if one.about else ""
    when = f"{words.date(one.at, 'short')} {words.time(one.at)}"
    return [when, one.who or words(LINK), words(NAMES[one.role]), said + about, one.community]


def as_csv(words: Translator, found: tuple[Trace, ...]) -> bytes:
    """One row an act."""
    return csv_file([words(head) for head in HEADS], (cells(words, one) for one in found))
