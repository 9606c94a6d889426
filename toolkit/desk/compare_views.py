"""Which view of the comparison is shown, and how one turns to another."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from toolkit.compare.comparison import Comparison, comparison
from toolkit.compare.condensed import Condensed
from toolkit.desk.compare_link import VIEWS
from toolkit.desk.comparing import overview, question, themes, who_came
from toolkit.desk.comparing_more import afterwards, evenings, readiness, sides
from toolkit.desk.comparing_words import differences
from toolkit.desk.frame import Desk
from toolkit.desk.reporting_programme import programme_downloads
from toolkit.i18n import _

NAMES: Mapping[str, str] = {
    "overview": _("Overview"),
    "who": _("Who came"),
    "P1": _("P1 Needed?"),
    "P2": _("P2 The space"),
    "P3": _("P3 Needs"),
    "P4": _("P4 Existing"),
    "P5": _("P5 Offers"),
    "P6": _("P6 Taking part"),
    "themes": _("Themes"),
    "sides": _("Needs and offers"),
    "readiness": _("Readiness"),
    "evenings": _("Evenings"),
    "after": _("Afterwards"),
    "words": _("In words"),
    "programme": _("Programme"),
}
SHOWN: Mapping[str, Callable[[Desk, Comparison], None]] = {
    "overview": overview,
    "who": who_came,
    "themes": themes,
    "sides": sides,
    "readiness": readiness,
    "evenings": evenings,
    "after": afterwards,
}
TOLD_APART = ("overview", "words")


def switch(desk: Desk) -> None:
    """One press for each view."""
    st.pills(
        desk.words("View"), VIEWS, key="compare_view", required=True, label_visibility="collapsed",
        format_func=lambda name: desk.words(NAMES[name]),
    )  # fmt: skip


def view(desk: Desk, name: str, columns: Sequence[Condensed]) -> None:
    """Draw one view of these communities."""
    found = comparison(columns, desk.today, told_apart=name in TOLD_APART)
    if name == "words":
        differences(desk, found, columns)
    elif name in SHOWN:
        SHOWN[name](desk, found)
        if name == "overview":
            with st.expander(desk.words("Programme report"), icon=":material/download:"):
                programme_downloads(desk, found)
    else:
        question(desk, found, name)
