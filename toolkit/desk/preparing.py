"""The parts of the page that prepares a workshop."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import SystemRandom
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from carousel.refusal import Refusal
from carousel.workshop import Format, Workshop
from toolkit.acts import mentoring
from toolkit.content.question import QuestionSet
from toolkit.desk.frame import Desk, carry_out
from toolkit.desk.order import to_the_end
from toolkit.desk.planning import preview, remarks, rotation, summary
from toolkit.desk.style import plain
from toolkit.i18n import languages, say, translator


@dataclass(frozen=True, slots=True)
class Place:
    """The community; `population` only when its source is given."""

    name: str
    population: int | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """Title, day, minutes of the carousel and language; an open house is open until the day `closes`, if it has one."""

    title: str
    day: date
    minutes: int
    language: str
    closes: date | None = None


@dataclass(frozen=True, slots=True)
class Crowd:
    """How many are expected and what makes it easier for them; `fits` is False when no plan is possible."""

    people: int
    older: bool
    stairs: bool
    hosts: int
    fits: bool


def place(desk: Desk) -> Place:
    """Choose a community or write a new one; its population needs a source."""
    _ = desk.words
    known = {one.name: one for one in desk.communities() if not one.demo}
    name = st.selectbox(
        _("Community"), list(known), index=None, accept_new_options=True, key="community",
        placeholder=_("Choose, or write a new name"),
    )  # fmt: skip
    held = known.get(name or "")
    with st.expander(_("Population (for comparing turnout)")):
        count = st.number_input(
            _("Residents"), 0, 2_000_000, (held.population if held else None) or None, key=f"population {name}"
        )
        source = st.text_input(
            _("Source and date of the number"), held.population_source if held else "", key=f"source {name}",
            max_chars=200,
        )  # fmt: skip
        if count and not source.strip():
            st.caption(_("Without a source the number is not kept."))
    return Place((name or "").strip(), count if count and source.strip() else None, source.strip())


def kind_of_workshop(desk: Desk) -> Format:
    """An evening with rotation, or an open house where people answer when they have time."""
    _ = desk.words
    names = {Format.CAROUSEL: _("Evening with rotation"), Format.OPEN_HOUSE: _("Open house without rotation")}
    chosen = st.segmented_control(
        _("Kind of workshop"), list(names), default=Format.CAROUSEL, required=True, key="format",
        format_func=names.__getitem__, label_visibility="collapsed",
    )  # fmt: skip
    return chosen or Format.CAROUSEL


def evening(desk: Desk, rotation: bool) -> Frame:
    """Title, date, language, and with rotation the length."""
    _ = desk.words
    title = st.text_input(_("Title"), _("A shared space for our place"), max_chars=120)
    day, length, tongue = st.columns([1.35, 1.1, 1.25], vertical_alignment="bottom")
    first = desk.today + timedelta(days=14 if rotation else 0)
    said = _("Date") if rotation else _("First day")
    date_of = day.date_input(said, first, format="DD.MM.YYYY", key=f"day {rotation}")
    about = _("For the rounds and the walking between them.")
    minutes = length.select_slider(_("Minutes"), range(30, 151, 5), 75, help=about) if rotation else 75
    closes = None if rotation else _last_day(desk, length, date_of)
    language = tongue.selectbox(_("Language"), languages(), format_func=lambda one: translator(one).name)
    return Frame(title.strip(), date_of, minutes, language, closes)


def _last_day(desk: Desk, place: DeltaGenerator, first: date) -> date | None:
    """The last day of an open house; without one it is open until somebody closes it."""
    _ = desk.words
    return place.date_input(
        _("Last day"), first + timedelta(days=14), min_value=first, format="DD.MM.YYYY", key=f"last day {first}",
        help=_("Empty: open until you close it. You can change it on the page Host."),
    )  # fmt: skip


def people(desk: Desk, minutes: int, asked: QuestionSet | None) -> Crowd:
    """How many, and at once what it means for groups, stations and minutes."""
    _ = desk.words
    count = st.slider(_("People expected"), 1, 200, 24)
    ease, hosts_at = st.columns([1.7, 1], vertical_alignment="center")
    older = ease.toggle(_("Many are older"), help=_("No round is shorter than six minutes."))
    stairs = ease.toggle(_("There are stairs"), help=_("Walking takes two and a half minutes."))
    hosts = hosts_at.number_input(_("Table hosts"), 0, 20, 5)
    fits = asked is not None and _show_plan(desk, count, minutes, asked, older, stairs)
    return Crowd(count, older, stairs, int(hosts), fits)


def _show_plan(desk: Desk, count: int, minutes: int, asked: QuestionSet, older: bool, stairs: bool) -> bool:
    imagined = Workshop(
        id=0, code="", title="", community="", date=desk.today, expected=count, minutes=minutes, older=older,
        stairs=stairs,
    )  # fmt: skip
    try:
        shown = preview(imagined, asked)
    except Refusal as refusal:
        st.warning(say(refusal, desk.words.language), icon=":material/schedule:")
        return False
    with st.container(border=True):
        st.markdown(f"**{plain(summary(desk.words, shown))}**")
        if not shown.plan.circle:
            st.html(rotation(desk.words, shown.carousel, shown.step.lengths))
        for remark in remarks(desk.words, shown):
            st.caption(plain(remark))
    return True


def settled(desk: Desk) -> dict[str, bool]:
    """How notes appear, and whether a newcomer needs a ticket."""
    _ = desk.words
    hide = st.toggle(_("Hide others' notes until one has written"), help=_("First voices do not sway the rest."))
    approve = st.toggle(_("I approve each note by hand"), help=_("Otherwise the rules decide what waits."))
    about = _("A printed QR code that lets one phone in, once. Paper slips need none.")
    tickets = st.toggle(_("Each newcomer needs a ticket"), help=about, key="tickets")
    return {"hide_until_written": hide, "approve_by_hand": approve, "tickets": tickets}


def prepare_button(
    desk: Desk, where: Place, when: Frame, asked: QuestionSet | None, crowd: Crowd | None, shown: dict[str, bool]
) -> None:
    """The primary button, and what is still missing; without a crowd it prepares an open house."""
    _ = desk.words
    missing = [] if where.name else [_("Choose or write a community.")]
    missing += [] if when.title else [_("Write a title.")]
    if asked is None:
        missing.append(_("Correct the questions first."))
    elif crowd is not None and not crowd.fits:
        missing.append(_("Change people, minutes or questions until a plan is possible."))
    for sentence in missing:
        st.caption(sentence)
    label = _("Prepare the workshop") if crowd else _("Open the house")
    if st.button(label, type="primary", width="stretch", disabled=bool(missing), key="prepare") and asked:
        with to_the_end():  # no callback: it would have what stood here when this was drawn
            _prepare(where, when, asked, crowd, shown)
        st.rerun()


def _prepare(where: Place, when: Frame, asked: QuestionSet, crowd: Crowd | None, shown: dict[str, bool]) -> None:
    columns: dict[str, Any] = {"question_set": asked.name, "format": Format.OPEN_HOUSE, **shown}
    if crowd is None:
        columns |= {"opens": when.day, "closes": when.closes}
    else:
        columns |= {
            "format": Format.CAROUSEL, "minutes": when.minutes, "expected": crowd.people, "older": crowd.older,
            "stairs": crowd.stairs, "hosts": crowd.hosts,
        }  # fmt: skip
    founding = {"population": where.population, "source": where.source, "rng": SystemRandom()}
    preparing = {"title": when.title, "day": when.day, "language": when.language}
    made = carry_out(mentoring.found_and_prepare, (where.name,), founding | preparing | columns)
    if made is not None:
        st.session_state["workshop"] = st.session_state["prepared"] = made.code
