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
from toolkit.store.programme import Summary, workshops

PAGES = HERE / "pages"
# A picture of our own: Streamlit would fetch the picture of an icon's name from the internet.
ICON = picture(SHAPES["circle"], look().light["act"])


def desk_pages() -> StreamlitPage:
    """Draw the sidebar and return the page that was asked for."""
    words = translator(chosen_language())
    st.set_page_config(page_title=words("Vrtiljak"), page_icon=ICON, layout="wide")
    page = st.navigation(_offered(words))
    desk = desk_here()
    with st.sidebar:
        _workshop(words, desk.ask(workshops))
        _language(words)
        st.link_button(words("Sign out"), "/sign-out", icon=":material/logout:", type="tertiary")
    return page


def _offered(words: Translator) -> list[StreamlitPage]:
    offered = (
        ("workshops", words("Workshops"), "home"),
        ("prepare", words("Prepare"), "edit_calendar"),
        ("host", words("Host"), "play_circle"),
        ("projector", words("Projector"), "tv"),
        ("harvest", words("Harvest"), "category"),
        ("matches", words("Matches"), "join_inner"),
        ("report", words("Report"), "description"),
        ("compare", words("Compare"), "compare_arrows"),
        ("contacts", words("Contacts"), "lock"),
        ("settings", words("Settings"), "settings"),
    )
    return [
        st.Page(PAGES / f"{name}.py", title=title, icon=f":material/{icon}:", default=name == "workshops")
        for name, title, icon in offered
    ]


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
        key="language_choice",
        required=True,
        on_change=lambda: st.session_state.update(language=st.session_state["language_choice"]),
    )
    st.query_params["language"] = words.language


def page_path(name: str) -> Path:
    """The file of a page, for switching to it."""
    return PAGES / f"{name}.py"
