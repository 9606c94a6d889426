"""The part of the page of communities where a person decides, with public reasons, beside what the raters found."""

import streamlit as st

from carousel.preparation import Preparation
from toolkit.compare.readiness import NOT_YET, UNRATED, Profile, open_to, profile, raters
from toolkit.content.organiser_forms import organiser_forms
from toolkit.desk.charts import show
from toolkit.desk.charts_readiness import profile_line
from toolkit.desk.community_scores import verdict
from toolkit.desk.frame import Desk
from toolkit.desk.record_fields import written
from toolkit.desk.record_opening import mark_of
from toolkit.desk.recording import record_form
from toolkit.desk.style import plain
from toolkit.store.preparation import preparation
from toolkit.store.programme import Community
from toolkit.store.records import Record, records

FORM = "decision"


def decision(desk: Desk, community: Community) -> None:
    """The decision and its reasons to the left, the profile to the right; nothing decides by itself."""
    kept = desk.ask(preparation, community.id)
    held = next(iter(desk.ask(records, community.id, FORM)), None)
    left, right = st.columns([1, 1.15], gap="large")
    with right:
        _beside(desk, community, kept)
    with left:
        _kept(desk, held)
        if desk.staff.may("mentor"):
            _decide(desk, community, profile(kept), held)
        else:
            st.info(desk.words("Mentors decide. You read here what they decided and why."))


def _beside(desk: Desk, community: Community, kept: Preparation) -> None:
    found = profile(kept)
    verdict(desk.words, found)
    if open_to(kept.ratings, desk.staff.name):
        show(profile_line(desk.words, found, raters(kept.ratings), community.name, desk.now), "decided on")


def _kept(desk: Desk, held: Record | None) -> None:
    _, form = desk.words, organiser_forms()[FORM]
    if held is None:
        st.write(_("Nothing is decided yet. A person decides; the profile only helps."))
        return
    said = [written(form.field(name), held.values.get(name), _) for name in ("decision", "day")]
    st.subheader(plain(", ".join(filter(None, said))))
    st.text(held.values["reasons"])


def _decide(desk: Desk, community: Community, found: Profile, held: Record | None) -> None:
    """The form; a selection against the profile is possible, and its reasons must say why."""
    _, mark = desk.words, mark_of(FORM, community.id)
    with st.expander(_("Decide anew")) if held else st.container():
        if found.state in (NOT_YET, UNRATED):
            st.info(
                _("The profile says “not yet”. You may select the community; say in the reasons why.")
                if found.state == NOT_YET
                else _("The community is not rated yet. You may select it; say in the reasons why.")
            )
        today = {"day": desk.today.isoformat()}
        record_form(desk, community.id, organiser_forms()[FORM], mark, held, cancel=False, first=today)
