"""Reading the clusters once, filtering them, and choosing the theme in hand."""

from collections.abc import Sequence

import streamlit as st

from carousel.workshop import Source
from toolkit.content.vocabulary import label, vocabulary
from toolkit.desk.frame import Desk
from toolkit.desk.remembered import remembered
from toolkit.harvest.clusters import Cluster, by_theme, of
from toolkit.store.notes import published
from toolkit.store.workshops import Situation


def read_clusters(desk: Desk, where: Situation) -> tuple[Cluster, ...]:
    """Every cluster of the workshop as it stands now."""
    return remembered(desk, "clusters", where, lambda: of(desk.ask(published, where)))


def filters(desk: Desk, where: Situation, clusters: Sequence[Cluster]) -> tuple[Cluster, ...]:
    """Clusters with a note of the chosen station, kind, source and word."""
    _, language = desk.words, desk.words.language
    station_at, kind_at, source_at, word_at = st.columns([1, 1.2, 1.2, 1.4])
    numbers = sorted({note.station for one in clusters for note in one.notes if note.station})
    station = station_at.selectbox(
        _("Station"), [None, *numbers], format_func=lambda one: _("all") if one is None else str(one), key="f station"
    )
    kinds = [term.id for term in vocabulary().note_kinds if any(one.kind == term.id for one in clusters)]
    kind = kind_at.selectbox(
        _("Kind"), [None, *kinds], key="f kind",
        format_func=lambda one: _("all") if one is None else label("note_kinds", one, language),
    )  # fmt: skip
    names = {Source.OWN: _("own phone"), Source.HOST: _("table host"), Source.PAPER: _("paper")}
    source = source_at.selectbox(
        _("Source"), [None, *Source], key="f source",
        format_func=lambda one: _("all") if one is None else names[one],
    )  # fmt: skip
    word = word_at.text_input(_("Word"), key="f word", placeholder=_("a word of the note")).strip().lower()
    return tuple(
        one
        for one in clusters
        if (kind is None or one.kind == kind)
        and any(
            (station is None or note.station == station)
            and (source is None or note.source == source)
            and word in f"{note.text} {one.name}".lower()
            for note in one.notes
        )
    )


def theme_list(desk: Desk, clusters: Sequence[Cluster]) -> str | None:
    """The theme in hand; the list says how many notes each one has."""
    _, language = desk.words, desk.words.language
    gathered = by_theme(clusters)
    if not gathered:
        st.caption(_("No note fits this filter."))
        return None
    counts = {theme: sum(len(one.notes) for one in inside) for theme, inside in gathered.items()}
    if st.session_state.get("theme") not in gathered:
        st.session_state["theme"] = next(iter(gathered))
    return st.radio(
        _("Theme"), list(gathered), key="theme",
        format_func=lambda theme: f"{label('themes', theme, language)} ({counts[theme]})",
    )  # fmt: skip
