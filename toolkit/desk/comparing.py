"""The views of the comparison: one for each question, one for each way of looking."""

from collections.abc import Mapping
from html import escape

import streamlit as st

from toolkit.compare.comparison import Comparison, Row
from toolkit.compare.differences import hint
from toolkit.compare.gate import Share
from toolkit.compare.questions import KIND, QUESTIONS
from toolkit.desk.charts import show
from toolkit.desk.charts_grid import counts, heat_map
from toolkit.desk.compare_parts import dotted, listed, some
from toolkit.desk.compare_tables import community_cells, figures
from toolkit.desk.frame import Desk
from toolkit.desk.style import plain, table
from toolkit.i18n import _

AT_A_GLANCE = ("people", "turnout", "need_after", "interest", "core", "smiley:overall", "return", "covered")
DIFFERENCES, ANSWERS = 8, 12  # sentences of the overview, answers at a time
IDEAS: Mapping[str, str] = {
    "P2": _("Ideas about the space, by theme"),
    "P3": _("Needs, by theme"),
    "P4": _("What exists already, by theme"),
    "P5": _("Offers, by theme"),
    "P6": _("Thoughts about taking part, by theme"),
}


def overview(desk: Desk, found: Comparison) -> None:
    """The few figures to begin with, what differs, and how to read it."""
    rows = _rows(found, *AT_A_GLANCE)
    dotted(desk, found, rows, desk.words("At a glance"), "overview")
    left, right = st.columns(2, gap="large")
    with left:
        st.subheader(desk.words("What differs"))
        listed(desk, _differing(desk, found))
    with right:
        st.subheader(desk.words("How to read this"))
        listed(desk, [sentence.said(desk.words.language) for sentence in found.fairness])
    figures(desk, found, rows, "overview")


def _differing(desk: Desk, found: Comparison) -> list[str]:
    """Each confirmed difference; where there are many communities, how many pairs differ in what."""
    language = desk.words.language
    if len(found.differences) <= DIFFERENCES:
        return [sentence.said(language) for sentence in found.differences]
    told = [
        desk.words("{indicator}: {confirmed} of {compared} pairs", indicator=pairs.label.shown(language),
                   confirmed=len(pairs.confirmed), compared=pairs.compared)
        for pairs in found.pairs if pairs.confirmed
    ]  # fmt: skip
    return [*told, hint(found.pairs).said(language)]


def who_came(desk: Desk, found: Comparison) -> None:
    """Turnout, channels, balance with the population, coverage of the register."""
    figures(desk, found, found.part("who"), "who")
    _sources(desk, found)
    _bands(desk, found)
    _missing(desk, found)
    channels = [row for row in found.part("channels") if _answered(row)]
    if channels:
        dotted(desk, found, channels, desk.words("How people heard of the workshop"), "channels")
        figures(desk, found, channels, "channels")


def question(desk: Desk, found: Comparison, id: str) -> None:
    """One of the six questions: what each community answers, then its indicators and its chart."""
    language = desk.words.language
    st.subheader(plain(QUESTIONS[id].said(language)))
    part = some(desk, found, f"answers {id}", ANSWERS)
    rows = [
        [place, "<br>".join(escape(sentence.said(language)) for sentence in told)]
        for place, told in zip(community_cells(desk, found.heads[part]), found.said[id][part], strict=True)
    ]
    st.html(table([desk.words("Community"), desk.words("Answer")], rows))
    dotted(desk, found, found.part(id), desk.words("Shares by community"), id)
    if id in KIND and found.ideas[KIND[id]].themes:
        told = desk.words("How many ideas were named, after the same ones were brought together.")
        show(counts(desk.words, found.heads, found.ideas[KIND[id]], desk.words(IDEAS[id]), told), f"ideas {id}")
    if found.part(id):
        figures(desk, found, found.part(id), id)
    if id == "P5":
        _covered(desk, found)


def themes(desk: Desk, found: Comparison) -> None:
    """Which themes voters marked, and how many notes each theme has."""
    _ = desk.words
    if found.support.themes:
        show(heat_map(_, found.heads, found.support), "support")
        figures(desk, found, found.support_rows, "themes")
    else:
        st.caption(_("Nobody has voted yet."))
    if found.notes.themes:
        show(counts(_, found.heads, found.notes, _("Notes by theme"), _("Every note that was published.")), "notes")


def _rows(found: Comparison, *ids: str) -> tuple[Row, ...]:
    by_id = {row.id: row for row in found.rows}
    return tuple(by_id[id] for id in ids)


def _answered(row: Row) -> bool:
    """Whether anybody named it anywhere."""
    return any(isinstance(value, Share) and value.count.value != 0 for value in row.values)


def _sources(desk: Desk, found: Comparison) -> None:
    """Where the numbers of the population come from."""
    told = [f"{head.community}: {source}" for head, source in zip(found.heads, found.sources, strict=True) if source]
    if told:
        st.caption(plain(desk.words("Sources of the population: {sources}", sources=" · ".join(dict.fromkeys(told)))))


def _bands(desk: Desk, found: Comparison) -> None:
    """Shares of each band with their interval, and how many times that of the population."""
    _, language = desk.words, desk.words.language
    titles = {"age": _("Age of the residents present"), "gender": _("Gender of the residents present")}
    for by, told in found.balances.items():
        rows = [
            [
                place,
                escape(" + ".join(name.shown(language) for name in band.names)),
                escape(band.share.shown(language)),
                escape(f"{band.ratio.shown(language)} ×") if band.ratio else "–",
            ]
            for place, bands in zip(community_cells(desk, found.heads), told, strict=True)
            for band in bands
        ]
        if rows:
            st.subheader(titles[by])
            st.caption(_("Bands are joined until nobody can be recognised. 1 × is as in the population."))
            st.html(table([_("Community"), _("Band"), _("Of those present"), _("Beside the population")], rows))


def _missing(desk: Desk, found: Comparison) -> None:
    """Types of the register of which nobody came."""
    _, language = desk.words, desk.words.language
    rows = [
        [place, escape(", ".join(term.shown(language) for term in terms))]
        for place, terms in zip(community_cells(desk, found.heads), found.missing, strict=True)
        if terms
    ]
    if rows:
        st.subheader(_("Types of stakeholders nobody came from"))
        st.html(table([_("Community"), _("Types of the register")], rows))


def _covered(desk: Desk, found: Comparison) -> None:
    """The top themes of each community with what there is for them."""
    _, language = desk.words, desk.words.language
    yes, no = f"✓ {_('yes')}", f"– {_('no')}"
    rows = [
        [place if at == 0 else "", escape(one.theme.shown(language)),
         yes if one.existing else no, yes if one.offered else no]
        for place, told in zip(community_cells(desk, found.heads), found.covered, strict=True)
        for at, one in enumerate(told)
    ]  # fmt: skip
    if rows:
        st.subheader(_("Top themes and what there is for them"))
        heading = [_("Community"), _("Theme"), _("Something exists"), _("An offer is confirmed")]
        st.html(table(heading, rows))
