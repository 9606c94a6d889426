"""One rater's sheet: for each criterion four sentences to choose from, what is known, and the evidence."""

from collections.abc import Mapping
from html import escape
from itertools import chain

import streamlit as st

from carousel.preparation import Preparation
from toolkit.acts.rating import Score, keep_ratings, own_scores, wrong_ratings
from toolkit.compare.readiness import apart_at_first, criteria, profile
from toolkit.content.organiser_forms import organiser_forms
from toolkit.content.vocabulary import Term, vocabulary
from toolkit.desk.communities import score_keys, typed_score
from toolkit.desk.community_facts import facts
from toolkit.desk.frame import Desk, carry_out
from toolkit.desk.record_fields import UNTIL_PRESSED
from toolkit.desk.record_opening import mark_of
from toolkit.desk.style import plain
from toolkit.i18n import say
from toolkit.store.programme import Community


def rate(desk: Desk, community: Community, kept: Preparation, *, again: bool = False) -> None:
    """The criteria to be scored, all of them or those to be scored again, and the button that keeps them."""
    _, mark = desk.words, mark_of("readiness", community.id)
    asked = apart_at_first(profile(kept)) if again else criteria()
    held = own_scores(kept.ratings, desk.staff.name, again=again)
    for place, term in enumerate(vocabulary().readiness_criteria, start=1):
        if term.id in asked:
            with st.container(border=True):
                _criterion(desk, community, kept, term, place, held.get(term.id), again=again)
    wrong = st.session_state.get(f"{mark} wrong", {})
    if wrong:
        st.markdown(f":red[**{plain(_('Something is missing. Nothing was kept yet.'))}**]")
    st.button(
        _("Keep the new scores") if again else _("Keep my scores"), type="primary", key=f"{mark} keep {again}",
        on_click=_keep, args=(desk, community.id, again),
        kwargs={"keys": {name: score_keys(community.id, name, again, held.get(name)) for name in asked}},
    )  # fmt: skip


def _criterion(
    desk: Desk, community: Community, kept: Preparation, term: Term, place: int, held: Score | None, *, again: bool
) -> None:
    _, scale = desk.words, term.scale.of(desk.words.language)
    score_key, evidence_key = score_keys(community.id, term.id, again, held)
    choice, grounds = st.columns([1, 1.1], gap="medium")
    with choice:
        st.radio(
            f"**{place}. {plain(term.label(_.language))}**", range(len(scale)), held.score if held else None,
            lambda score: f"{score} · {scale[score]}", key=score_key, **UNTIL_PRESSED,
        )  # fmt: skip
    with grounds:
        known = facts(_, term.id, kept, community)
        st.html(f"<div class=v-facts>{escape(_('Known:'))} {escape(' · '.join(known))}</div>")
        asked = organiser_forms()["readiness"].field("evidence")
        st.text_area(
            _("What this score rests on"), held.evidence if held else "", key=evidence_key, height=90,
            max_chars=asked.max_length, **UNTIL_PRESSED,
        )  # fmt: skip
    fault = st.session_state.get(f"{mark_of('readiness', community.id)} wrong", {}).get(term.id)
    if fault:
        st.markdown(f":red[**{plain(fault)}**]")


def _keep(desk: Desk, community_id: int, again: bool, keys: Mapping[str, tuple[str, str]]) -> None:
    _, mark = desk.words, mark_of("readiness", community_id)
    given = {name: typed_score(pair) for name, pair in keys.items()}
    found = wrong_ratings(given, _.language)
    st.session_state[f"{mark} wrong"] = {name: say(fault, _.language) for name, fault in found.items()}
    if found:
        return
    kept = carry_out(
        keep_ratings, (community_id, desk.staff.name, given, _.language), {"again": again, "done": _("Kept.")}
    )
    for key in chain.from_iterable(keys.values()):
        if kept is not None:
            st.session_state.pop(key, None)
