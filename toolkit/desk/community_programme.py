"""All communities of the programme in one table, by name and never ranked, with what comes next in each."""

from dataclasses import dataclass
from html import escape

import streamlit as st

from carousel.preparation import Preparation
from toolkit.compare.population import Cells, missing
from toolkit.compare.premises import use
from toolkit.compare.readiness import RATERS, Profile, profile
from toolkit.content.organiser_forms import organiser_forms
from toolkit.desk.communities import TONES, state_name
from toolkit.desk.community_premises import hours
from toolkit.desk.frame import Desk
from toolkit.desk.style import table
from toolkit.i18n import Translator
from toolkit.store.preparation import preparations
from toolkit.store.programme import Community


@dataclass(frozen=True, slots=True)
class Standing:
    """One community with what is written down about it."""

    community: Community
    kept: Preparation
    profile: Profile
    prepared: bool  # there is a workshop already


def programme(desk: Desk) -> None:
    """The table; its rows lead to the community."""
    _ = desk.words
    held = {one.workshop.community for one in desk.workshops()}
    known = desk.ask(preparations)
    every = [_standing(one, known.get(one.id, Preparation()), one.name in held) for one in desk.communities()]
    heads = (
        _("Community"), _("Premises"), _("Population"), _("Raters"), _("Readiness"), _("Decision"),
        _("What comes next"),
    )  # fmt: skip
    st.html(table(list(map(escape, heads)), [_row(_, one) for one in every]))
    st.caption(_("By name. Readiness is a profile, not a rank; a person decides."))


def _standing(one: Community, kept: Preparation, prepared: bool) -> Standing:
    return Standing(one, kept, profile(kept), prepared)


def _row(_: Translator, one: Standing) -> list[str]:
    decided = one.kept.decision
    option = organiser_forms()["decision"].field("decision").option(decided.decision) if decided else None
    name = one.community.name
    demo = f" <span class=v-demo>{escape(_('(demo)'))}</span>" if one.community.demo and "(demo)" not in name else ""
    where, said = next_step(_, one)
    page, _dot, part = where.rpartition("/")
    link = f"{page}?community={one.community.id}&part={part}&language={_.language}"
    return [
        f"<b>{escape(name)}</b>{demo}",
        escape(_rooms(_, one.kept)),
        escape(_people(_, one)),
        escape(_("{n} of {least}", n=one.profile.raters, least=RATERS)),
        f'<span style="color:var(--{TONES.get(one.profile.state, "soft")})">'
        f"{escape(state_name(_, one.profile.state))}</span>",
        escape(option.label(_.language) if option else "–"),
        f'<a style="color:var(--act)" href="{escape(link)}" target=_self>{escape(said)}</a>' if where else escape(said),
    ]


def next_step(_: Translator, one: Standing) -> tuple[str, str]:
    """Where the next step is done (a part of this page, or another page and a slash), and what it is."""
    if not one.kept.premises:
        return "premises", _("Write down the rooms")
    if one.community.population is None:
        return "population", _("Add the population")
    if one.profile.raters < RATERS:
        return "readiness", _("Rate its readiness")
    if one.profile.talk:
        return "readiness", _("Talk and score again")
    if one.kept.decision is None:
        return "decision", _("Decide")
    if one.kept.decision.decision != "selected":
        return "", "–"
    return ("follow_up/", _("Follow-up")) if one.prepared else ("prepare/", _("Prepare the workshop"))


def _rooms(_: Translator, kept: Preparation) -> str:
    if not kept.premises:
        return "–"
    said = _.ngettext("{n} room", "{n} rooms", len(kept.premises))
    used = hours(_, use(kept.premises))
    return f"{said}; {_('{hours} hours a week used', hours=used) if used else _('use unknown')}"


def _people(_: Translator, one: Standing) -> str:
    """The number only with its source; whether ages are known too."""
    if one.community.population is None:
        return "–"
    cells: Cells = {(band.age, band.gender): band.persons for band in one.kept.bands}
    by_age = _("by age") if not missing(cells) else _("not by age")
    return f"{_.number(one.community.population)}, {by_age}"
