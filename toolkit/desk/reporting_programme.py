"""The report of a programme to take away: several communities side by side."""

import streamlit as st

from toolkit.compare.comparison import Comparison
from toolkit.desk.frame import Desk
from toolkit.desk.reporting_files import everything, language_of_files, offer
from toolkit.paper.export import file_name
from toolkit.paper.takeaway import PROGRAMME, of_programme


def programme_downloads(desk: Desk, found: Comparison) -> None:
    """PDF, Word and Excel of the communities that are compared, in one language."""
    st.caption(desk.words("The communities chosen here, side by side, for the municipality and for partners."))
    language = language_of_files(desk, "programme language")
    files = of_programme(found, language)
    offer(desk, files)
    day = max(head.date for head in found.heads)
    everything(desk, files, file_name(PROGRAMME, day, f"all_{language}", "zip"))
