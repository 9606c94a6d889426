"""The communication plan on its page: messages by their day, what is overdue, what it costs, a plan to start from."""

from collections.abc import Sequence
from datetime import date, timedelta
from html import escape

import streamlit as st
from babel.numbers import format_decimal

from carousel.workshop import Workshop
from toolkit.acts.recording import bring_in_records, keep_record
from toolkit.compare.reach import total_cost
from toolkit.content.organiser_forms import organiser_forms
from toolkit.content.outreach_plan import outreach_plan
from toolkit.content.vocabulary import vocabulary
from toolkit.desk.frame import Desk, carry_out
from toolkit.desk.record_opening import NEW, mark_of, open_new, open_record, opened
from toolkit.desk.recording import offer_back, record_form, remove_kept
from toolkit.desk.style import plain
from toolkit.i18n import Translator
from toolkit.store.preparation import preparation
from toolkit.store.programme import Community
from toolkit.store.records import Record, records

FORM = "outreach"


def workshop_of(desk: Desk, community: Community, today: date) -> Workshop | None:
    """The community's workshop that the plan leads to: chosen where there are several; the next one, else the last."""
    own = [one.workshop for one in desk.workshops() if one.workshop.community == community.name]
    if not own:
        return None
    coming = sorted((one for one in own if one.date >= today), key=lambda one: one.date)
    known = {one.id: one for one in own}
    key = f"workshop of {community.id}"
    if st.session_state.get(key) not in known:
        st.session_state[key] = (coming or own)[0].id
    if len(own) == 1:
        st.caption(plain(f"{own[0].marked_title} · {desk.words.date(own[0].date)}"))
        return own[0]
    id = st.selectbox(
        desk.words("Workshop"), list(known), key=key,
        format_func=lambda id: f"{known[id].title} · {desk.words.date(known[id].date, 'short')}",
    )  # fmt: skip
    return known[id]


def plan(desk: Desk, community: Community, workshop: Workshop | None, today: date) -> None:
    """Every message in the order of its day, with the form where one is open, and what all of it costs."""
    _, form, mark = desk.words, organiser_forms()[FORM], mark_of(FORM, community.id)
    held = desk.ask(records, community.id, FORM)
    st.info(form.intro.of(_.language), icon=":material/lightbulb:")
    offer_back(desk, mark)
    _start(desk, community, workshop, today, held)
    open_one = opened(mark)
    if open_one == NEW:
        record_form(desk, community.id, form, mark, None)
    for one in sorted(held, key=lambda one: (str(one.values.get("on", "9999")), one.id)):
        if open_one == one.id:
            record_form(desk, community.id, form, mark, one)
            st.button(_("Remove this message"), key=f"{mark} remove", type="tertiary", icon=":material/delete:",
                      on_click=remove_kept, args=(FORM, community.id, one.id))  # fmt: skip
        else:
            _line(desk, community.id, one, mark, workshop, today)
    if held:
        _cost(desk, community, held)


def _start(desk: Desk, community: Community, workshop: Workshop | None, today: date, held: Sequence[Record]) -> None:
    """Buttons: a message of one's own, and the suggested plan while there is time and none is there yet."""
    _, language = desk.words, desk.words.language
    add, suggest, _rest = st.columns([1.4, 2, 2])
    offered = workshop is not None and workshop.date > today and not held
    add.button(
        _("Add a message"), icon=":material/add:", width="stretch", key="outreach add",
        on_click=open_new, args=(FORM, community.id), type="secondary" if held or offered else "primary",
    )  # fmt: skip
    if workshop is None:
        st.caption(_("Prepare a workshop first: its day decides when to send what."))
    elif offered:
        rows = suggested_rows(workshop.date, today, language)
        suggest.button(
            _("Start with a suggested plan"), type="primary", icon=":material/playlist_add:", width="stretch",
            on_click=carry_out, args=(bring_in_records, (community.id, FORM, rows, language), {}),
        )  # fmt: skip


def suggested_rows(day: date, today: date, language: str) -> list[dict[str, str]]:
    """The suggested plan as records; what should have gone out already is for today. No copies and no costs."""
    rows: dict[tuple[str, date], dict[str, str]] = {}
    for one in outreach_plan():
        on = max(day - timedelta(days=one.days_before), today)
        row = {"channel": one.channel, "on": on.isoformat(), "message": one.message.of(language)}
        rows.setdefault((one.channel, on), row)
    return list(rows.values())


def _line(
    desk: Desk, community_id: int, one: Record, mark: str, workshop: Workshop | None, today: date
) -> None:  # fmt: skip
    _, values = desk.words, one.values
    with st.container(border=True, gap=None):
        when, about, sent, change = st.columns([2, 5.4, 1.6, 1.6], vertical_alignment="center")
        when.html(_when(_, values.get("on"), bool(values.get("sent")), workshop, today))
        about.html(_about(_, one))
        key = f"{mark} sent {one.id} {one.version}"
        sent.checkbox(_("Sent"), bool(values.get("sent")), key=key, on_change=_mark, args=(one, key, _.language))
        change.button(_("Change"), key=f"{mark} change {one.id}", width="stretch",
                      on_click=open_record, args=(FORM, community_id, one.id))  # fmt: skip


def _about(words: Translator, one: Record) -> str:
    name, message = escape(channel_name(words, one.values["channel"])), escape(one.values.get("message", ""))
    said = f"<div style='line-height:1.35'>{message}</div>" if message else ""
    return f"<b>{name}</b>{said}<div class=v-facts>{escape(_facts(words, one))}</div>"


def _mark(one: Record, key: str, language: str) -> None:
    values = {**one.values, "sent": bool(st.session_state[key])}
    carry_out(keep_record, (one.community_id, FORM, values, language), {"record": one.id, "version": one.version})


def _when(words: Translator, on: str | None, sent: bool, workshop: Workshop | None, today: date) -> str:
    """The day, how far from the workshop, and whether it is overdue."""
    if on is None:
        return f"<span class=v-soft>{escape(words('No date yet'))}</span>"
    day = date.fromisoformat(on)
    late = f"<span class=v-demo>{escape(words('overdue'))}</span>" if day < today and not sent else ""
    away = f"<div class=v-facts>{escape(before(words, day, workshop.date))}</div>" if workshop else ""
    return f"<b>{escape(words.date(day, 'short'))}</b>{away}{late}"


def before(words: Translator, day: date, workshop: date) -> str:
    """How far a day is from the workshop, in words."""
    away = (workshop - day).days
    if away == 0:
        return words("on the day of the workshop")
    if away < 0:
        return words.ngettext("{n} day after", "{n} days after", -away)
    return words.ngettext("{n} day before", "{n} days before", away)


def _facts(words: Translator, one: Record) -> str:
    copies, cost = one.values.get("copies"), one.values.get("cost")
    said = [
        words("copies or reach: {n}", n=words.number(copies)) if copies is not None else "",
        euros(words, cost) if cost is not None else "",
        str(one.values.get("answerable", "")),
    ]
    return " · ".join(filter(None, said))


def _cost(desk: Desk, community: Community, held: Sequence[Record]) -> None:
    _, lines = desk.words, desk.ask(preparation, community.id).outreach
    unknown = sum(line.cost is None for line in lines)
    said = _("Cost together: {cost}", cost=euros(_, total_cost(lines)))
    if unknown:
        said += ". " + _.ngettext("{n} message has no cost yet.", "{n} messages have no cost yet.", unknown)
    st.markdown(f"**{plain(said)}**")


def euros(words: Translator, value: float) -> str:
    """An amount as it is written: "12,50 €", or "84 €"."""
    return f"{format_decimal(value, '#,##0' if value == int(value) else '#,##0.00', words.locale)} €"


def channel_name(words: Translator, id: str) -> str:
    """What a channel is called."""
    term = vocabulary().term("channels", id)
    return term.label(words.language) if term else id
