"""The part of the page of communities where two people rate its readiness, each alone, then look at both together."""

import streamlit as st

from carousel.preparation import Preparation
from toolkit.acts.rating import own_scores, rate_anew
from toolkit.compare.readiness import criteria, open_to, profile, raters
from toolkit.desk.charts import show
from toolkit.desk.charts_readiness import profile_line
from toolkit.desk.communities import criterion_name
from toolkit.desk.community_rating import rate
from toolkit.desk.community_scores import side_by_side, verdict
from toolkit.desk.frame import Desk
from toolkit.desk.style import plain
from toolkit.store.preparation import preparation
from toolkit.store.programme import Community


def readiness(desk: Desk, community: Community) -> None:
    """One's own scores until they are all given; then, once two have rated, the profile and the talk."""
    _, kept = desk.words, desk.ask(preparation, community.id)
    mentor, name = desk.staff.may("mentor"), desk.staff.name
    if not mentor:
        st.info(_("Mentors rate. You see the profile when two of them have rated everything."))
    elif not name:
        st.info(_("Two people rate, each under their own name. Please choose a name on the page Settings first."))
    ready = raters(kept.ratings)
    if open_to(kept.ratings, name):
        together(desk, community, kept)
        if mentor and name and name not in ready:
            with st.expander(_("Rate as well"), icon=":material/edit:"):
                rate(desk, community, kept)
        return
    if mentor and name:
        _own(desk, community, kept)
    elif ready:
        st.write(_.ngettext("{n} person has rated everything.", "{n} people have rated everything.", len(ready)))


def _own(desk: Desk, community: Community, kept: Preparation) -> None:
    """One's own sheet; whoever is done waits for the other and may still change it."""
    _, name = desk.words, desk.staff.name
    mine, others = own_scores(kept.ratings, name), [each for each in raters(kept.ratings) if each != name]
    st.write(_("You rate as {name}, without talking to the other rater. Choose a sentence and write what it rests on.",
               name=f"**{plain(name)}**"))  # fmt: skip
    done = _("{done} of {all} criteria rated.", done=len(mine), all=len(criteria()))
    if len(mine) == len(criteria()):
        st.info(_("All your scores are kept. Both profiles appear when a second person has rated everything."))
    elif others:
        st.caption(done + " " + _("Somebody has rated everything already. You see it when you are done."))
    else:
        st.caption(done)
    rate(desk, community, kept)


def together(desk: Desk, community: Community, kept: Preparation) -> None:
    """The profile with both raters, what it means, where to talk, and every score with its evidence."""
    _, found = desk.words, profile(kept)
    verdict(_, found)
    show(profile_line(_, found, raters(kept.ratings), community.name, desk.now), "readiness")
    if desk.staff.may("mentor") and desk.staff.name in raters(kept.ratings) and found.talk:
        st.subheader(_("Talk and score again"))
        listed = ", ".join(criterion_name(_, one) for one in found.talk)
        st.write(_("You stand two or more apart: {criteria}.", criteria=f"**{plain(listed)}**"))
        st.write(_("Talk about it, then each scores again. The first scores are kept."))
        rate(desk, community, kept, again=True)
    elif found.talk:
        st.info(_("The raters talk and score again where they stand two or more apart."))
    side_by_side(desk, kept)
    if desk.staff.may("mentor"):
        _anew(desk, community)


def _anew(desk: Desk, community: Community) -> None:
    _ = desk.words
    with st.popover(_("Rate anew"), icon=":material/restart_alt:"):
        st.write(_("All scores are put away and both raters begin again, for instance after a year."))
        desk.button(_("Put the scores away"), rate_anew, community.id, look_key=f"anew {community.id}",
                    done=_("You can begin again."))  # fmt: skip
