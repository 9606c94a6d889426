"""One workshop in the list: what it is, where it stands, and one button for what comes next."""

from html import escape

import streamlit as st

from carousel.stage import Stage
from carousel.workshop import Workshop
from toolkit.desk.frame import Desk
from toolkit.desk.navigation import page_path
from toolkit.desk.runsheet import name
from toolkit.i18n import Translator
from toolkit.store.programme import Summary


def line(desk: Desk, summary: Summary) -> None:
    """Show a workshop with its next step."""
    _, workshop = desk.words, summary.workshop
    with st.container(border=True):
        about, figures, act = st.columns([5, 3, 2.4], vertical_alignment="center")
        about.html(
            f"<b>{escape(workshop.title)}</b>{demo(_, workshop)}<br>"
            f"<span class=v-soft>{escape(_.date(workshop.date))} · "
            f"{escape(_('code {code}', code=workshop.code))}</span>"
        )
        figures.html(
            f"<b>{escape(name(_, summary.stage))}</b><br><span class=v-soft>"
            f"{escape(_.ngettext('{n} person', '{n} people', summary.people))} · "
            f"{escape(_.ngettext('{n} note', '{n} notes', summary.notes))}</span>"
        )
        label, page = following(_, summary.stage)
        if act.button(label, key=f"open {workshop.code}", width="stretch"):
            st.session_state["workshop"] = workshop.code
            st.switch_page(page_path(page))


def following(words: Translator, stage: Stage) -> tuple[str, str]:
    """What comes next for a workshop at this stage: the button's label and the page."""
    if stage is Stage.PREPARED:
        return words("Open check-in"), "host"
    if stage is Stage.THANKS:
        return words("Read the report"), "report"
    if stage is Stage.HARVEST:
        return words("Go on with the harvest"), "harvest"
    return words("Go on"), "host"


def demo(words: Translator, workshop: Workshop) -> str:
    """The mark of invented data, as HTML; none where the title carries it already."""
    marked = workshop.demo and "(demo)" not in workshop.title
    return f' <span class=v-demo>{escape(words("(demo)"))}</span>' if marked else ""
