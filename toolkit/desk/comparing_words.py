"""Differences in words: two communities in every indicator, then what all pairs together allow to say."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from toolkit.compare.comparison import Comparison, beside
from toolkit.compare.condensed import Condensed
from toolkit.compare.differences import Compared, hint
from toolkit.desk.charts_naming import names
from toolkit.desk.compare_parts import listed
from toolkit.desk.compare_tables import community_heads, kept_together
from toolkit.desk.frame import Desk
from toolkit.desk.style import table

SAID = 12  # sentences for each indicator: more would be read by nobody


def differences(desk: Desk, found: Comparison, columns: Sequence[Condensed]) -> None:
    """Two communities in full, then all pairs."""
    _, language = desk.words, desk.words.language
    st.caption(_("A difference is in percentage points, with its interval in brackets (Newcombe)."))
    _two(desk, found, columns)
    st.subheader(_("All communities"))
    told = hint(found.pairs).said(language)
    st.markdown(told)
    st.caption(_("With many indicators and few communities, a single difference is only a hint."))
    for pairs in found.pairs:
        if pairs.confirmed:
            with st.expander(f"{pairs.label.shown(language)}: {len(pairs.confirmed)} / {pairs.compared}"):
                listed(desk, [sentence.said(language) for sentence in pairs.confirmed], SAID)
    calm = [pairs.label.shown(language) for pairs in found.pairs if pairs.compared and not pairs.confirmed]
    if calm:
        st.markdown(f"**{_('No difference can be confirmed:')}** {', '.join(calm)}")
    few = [pairs.label.shown(language) for pairs in found.pairs if not pairs.compared]
    if few:
        st.markdown(f"**{_('Too few answers to compare:')}** {', '.join(few)}")


def _two(desk: Desk, found: Comparison, columns: Sequence[Condensed]) -> None:
    """Every indicator of two communities beside each other, with the difference in numbers and in words."""
    _, language = desk.words, desk.words.language
    known = [name.replace("<br>", " ").replace("<span style='font-size:12px'>", "").replace("</span>", "")
             for name in names(_, found.heads)]  # fmt: skip
    left, right = st.columns(2)
    places = list(range(len(known)))
    one = left.selectbox(_("One community"), places, 0, format_func=known.__getitem__, key="words one")
    other = right.selectbox(_("beside another"), places, 1, format_func=known.__getitem__, key="words other")
    if one == other:
        st.info(_("Choose two different communities."))
        return
    rows = [_line(each, language) for each in beside(columns[one], columns[other])]
    heads = community_heads(desk, found.heads)
    said = f"<div style='min-width:11rem'>{escape(_('In words'))}</div>"
    heading = ["", heads[one], heads[other], escape(_("Difference")), said]
    st.html(table(heading, rows))


def _line(each: Compared, language: str) -> list[str]:
    said = escape(each.verdict().said(language))
    return [
        escape(each.label.shown(language)),
        *(kept_together(escape(one.shown(language))) for one in (each.one, each.other, each.difference)),
        f"<b>{said}</b>" if each.difference.confirmed else said,
    ]
