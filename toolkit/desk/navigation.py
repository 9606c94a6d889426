"""The sidebar: the pages in the order of the work, the workshop in hand, the language, signing out."""

from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from toolkit.content.look import look
from toolkit.desk.frame import chosen, chosen_language, desk_here
from toolkit.desk.naming import short_names
from toolkit.desk.style import SHAPES, picture
from toolkit.i18n import Translator, languages, translator
from toolkit.settings import HERE
from toolkit.store.programme import Summary

PAGES, START = HERE / "pages", "workshops"
ICON = picture(SHAPES["circle"], look().light["act"])


def desk_pages() -> StreamlitPage:
    """Draw the sidebar and return the page that was asked for."""
    words = translator(chosen_language())
    # Before the navigation: Streamlit would fetch the picture of a page's icon from the internet for the tab.
    st.set_page_config(page_icon=ICON, layout="wide")
    page = st.navigation(_offered(words), expanded=True)
    st.set_page_config(page_title=f"{page.title} · {words('Vrtiljak')}")
    desk = desk_here()
    with st.sidebar:
        _workshop(words, desk.workshops())
        tongue, leave = st.columns([1.5, 1], gap="xxsmall", vertical_alignment="center")
        with tongue:
            _language(words)
        leave.link_button(words("Sign out"), "/sign-out", type="tertiary")
    return page


def _offered(words: Translator) -> dict[str, list[StreamlitPage]]:
    """The pages in the order of the work; a page whose file is not there is left out."""
    sections = {
        "": (("workshops", words("Workshops"), "home"),),
        words("Before"): (
            ("communities", words("Communities"), "location_city"),
            ("stakeholders", words("Stakeholders"), "groups"),
            ("communication", words("Communication"), "campaign"),
            ("prepare", words("Prepare"), "edit_calendar"),
            ("opening", words("Opening"), "slideshow"),
            ("print", words("Print"), "print"),
        ),
        words("The evening"): (
            ("host", words("Host"), "play_circle"),
            ("projector", words("Projector"), "tv"),
            ("paper", words("Type in paper"), "edit_note"),
            ("harvest", words("Harvest"), "category"),
            ("matches", words("Matches"), "join_inner"),
        ),
        words("Afterwards"): (
            ("report", words("Report"), "description"),
            ("compare", words("Compare"), "compare_arrows"),
            ("follow_up", words("Follow-up"), "checklist"),
            ("contacts", words("Contacts"), "lock"),
        ),
        words("Programme"): (
            ("bring_in", words("Import"), "upload_file"),
            ("people", words("People"), "badge"),
            ("settings", words("Settings"), "settings"),
        ),
    }
    return {
        title: [
            st.Page(PAGES / f"{name}.py", title=said, icon=f":material/{icon}:", default=name == START)
            for name, said, icon in pages
            if (PAGES / f"{name}.py").exists()
        ]
        for title, pages in sections.items()
    }


def _workshop(words: Translator, offered: tuple[Summary, ...]) -> None:
    if not offered:
        return
    short = short_names(words, (one.workshop for one in offered))
    names = {one.workshop.code: short[one.workshop.id] for one in offered}
    code = chosen(offered)
    st.session_state["workshop_choice"] = code
    st.selectbox(
        words("Workshop in hand"),
        list(names),
        format_func=names.__getitem__,
        key="workshop_choice",
        on_change=lambda: st.session_state.update(workshop=st.session_state["workshop_choice"]),
    )
    st.query_params["workshop"] = code or ""


def _language(words: Translator) -> None:
    st.session_state["language_choice"] = words.language
    st.segmented_control(
        words("Language"),
        languages(),
        format_func=str.upper,
        label_visibility="collapsed",
        key="language_choice",
        required=True,
        on_change=lambda: st.session_state.update(language=st.session_state["language_choice"]),
    )
    st.query_params["language"] = words.language


def page_names() -> tuple[str, ...]:
    """The addresses of all pages but the first, which lies at the root."""
    return tuple(sorted(file.stem for file in PAGES.glob("*.py") if file.stem != START))


def page_path(name: str) -> Path:
    """The file of a page, for switching to it."""
    return PAGES / f"{name}.py"
