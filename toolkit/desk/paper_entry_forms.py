"""Typing in the forms of a paper slip: the number of each box, Tab to the next question, Enter to the next paper."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from random import SystemRandom
from typing import Any

import streamlit as st

from carousel.refusal import Refusal
from toolkit.acts.following_up import withdraw_interest
from toolkit.acts.paper_forms import (
    VOTED,
    WRITTEN,
    ballot,
    boxes,
    on_paper,
    read_numbers,
    type_check_in,
    type_closing,
    type_interest,
    type_vote,
    undo_form,
)
from toolkit.acts.standing import questions_of
from toolkit.content.form import Field, Option
from toolkit.content.text import Text
from toolkit.desk.frame import Desk
from toolkit.desk.paper_entry import FAULT, attempt, settle, typing, write_in, written
from toolkit.i18n import Translator, say
from toolkit.store.workshops import Situation

BESIDE = "display:inline-block;margin-right:.7rem"
TYPED, FAULTS, SHOWN = "paper typed", "paper faults", 6


@dataclass(frozen=True, slots=True)
class Entry:
    """A form that was typed in: in which workshop, what it was, its code, and the slip it hangs on."""

    workshop: int
    title: str
    code: str
    slip: str
    form: str


def check_in_form(desk: Desk, where: Situation) -> None:
    """The paper check-in."""
    _ = desk.words
    fields = on_paper(questions_of(where).checkin.fields)
    _form(desk, where, "checkin", _("Check-in"), fields, type_check_in)


def closing_form(desk: Desk, where: Situation) -> None:
    """The paper closing form."""
    fields = on_paper(questions_of(where).closing.fields)
    _form(desk, where, "closing", desk.words("Closing form"), fields, type_closing)


def _form(
    desk: Desk, where: Situation, form: str, title: str, fields: Sequence[Field], act: Callable[..., Any]
) -> None:
    _ = desk.words
    with typing(), st.form(f"paper {form}", clear_on_submit=True):
        _code(desk, form)
        if form == "checkin" and where.groups:
            write_in(_key(form, "group"), _("Group (letter)"), 2, width=320)
        _questions(desk, form, fields)
        _told()
        st.form_submit_button(
            _("Keep the form"), type="primary", on_click=_keep,
            args=(_, where.workshop.id, form, title, fields, act),
        )  # fmt: skip


def _code(desk: Desk, form: str) -> None:
    _ = desk.words
    hint = _("leave empty where there is none")
    write_in(_key(form, "slip"), _("Code on the slip"), 9, placeholder=hint, width=320)


def _questions(desk: Desk, form: str, fields: Sequence[Field]) -> None:
    """One question under the other, in the order of the paper; beside a field the numbers of its boxes."""
    faults: Mapping[str, str] = st.session_state.get(FAULTS, {})
    for field in fields:
        in_words = field.type in WRITTEN
        answer, numbers = st.columns([20, 1] if in_words else [1, 1.9], gap="medium", vertical_alignment="center")
        with answer:
            write_in(_key(form, field.id), field.label(desk.words.language), field.max_length if in_words else 40)
        if not in_words:
            numbers.html(f"<div class=v-facts>{_numbers(desk.words, field)}</div>")
        if field.id in faults:
            st.error(faults[field.id])


def _numbers(_: Translator, field: Field) -> str:
    offered = boxes(field) if field.type not in WRITTEN else ()
    return " ".join(
        f"<span style='{BESIDE}'><b>{number}</b> {escape(option.label(_.language))}</span>"
        for number, option in enumerate(offered, start=1)
    )


def _key(form: str, name: str) -> str:
    return f"{form} {name}"


def _told() -> None:
    if st.session_state.get(FAULT):
        st.error(st.session_state[FAULT])


def _keep(
    _: Translator, workshop_id: int, form: str, title: str, fields: Sequence[Field], act: Callable[..., Any]
) -> None:
    typed, keys = _typed(form, fields), ("slip", "group") if form == "checkin" else ("slip",)
    about = {name: written(_key(form, name)) for name in keys}
    faulty = _faulty(_, fields, typed)
    made = None if faulty else attempt(act, (workshop_id, typed), {"rng": SystemRandom(), **about})
    settle({} if made is not None else {_key(form, name): text for name, text in {**typed, **about}.items()})
    if made is not None:
        _done(Entry(workshop_id, title, made[1], made[0], form))


def _typed(form: str, fields: Sequence[Field]) -> dict[str, str]:
    return {field.id: written(_key(form, field.id)) for field in fields}


def _faulty(_: Translator, fields: Sequence[Field], typed: Mapping[str, str]) -> bool:
    """Whether a number fits no box; each such field is told what it offers."""
    faults = {}
    for field in fields:
        try:
            if field.type not in WRITTEN:
                read_numbers(field, typed[field.id])
        except Refusal as refusal:
            faults[field.id] = say(refusal, _.language)
    st.session_state[FAULTS], st.session_state[FAULT] = faults, ""
    return bool(faults)


def _done(entry: Entry) -> None:
    st.session_state[TYPED] = [entry, *st.session_state.get(TYPED, [])][:20]


def vote_form(desk: Desk, where: Situation) -> None:
    """The paper ballot: the clusters with their numbers, and one line to type them."""
    _ = desk.words
    if where.step.stage not in VOTED:
        st.info(_("Ballots can be typed in as soon as the vote has begun."))
        return
    offered = desk.ask(ballot, where)
    with typing(), st.form("paper vote", clear_on_submit=True):
        write_in(_key("vote", "marks"), _("Numbers of the marked clusters"), 40)
        _code(desk, "vote")
        st.checkbox(_("From the municipality, the council or the team"), key="paper official")
        _told()
        st.form_submit_button(
            _("Keep the ballot"), type="primary", on_click=_keep_vote, args=(_, where.workshop.id)
        )
    lines = "".join(f"<li value={number}>{escape(one.name)}</li>" for number, one in offered.items())
    st.html(f"<ol>{lines}</ol>")


def _keep_vote(_: Translator, workshop_id: int) -> None:
    marks, slip = (written(_key("vote", name)) for name in ("marks", "slip"))
    named = {"rng": SystemRandom(), "slip": slip, "official": bool(st.session_state.get("paper official"))}
    made = attempt(type_vote, (workshop_id, marks), named)
    settle({} if made is not None else {_key("vote", "marks"): marks, _key("vote", "slip"): slip})
    if made is not None:
        _done(Entry(workshop_id, _("Vote"), made[1], made[0], "vote"))


def interest_form(desk: Desk, where: Situation) -> None:
    """The paper interest form. It has no code: nothing may lead from a contact to an answer."""
    _, sheet = desk.words, questions_of(where).interest
    consents = _consents(_, sheet.consents)
    fields = (*on_paper(sheet.fields), consents)
    with typing(), st.form("paper interest", clear_on_submit=True):
        _questions(desk, "interest", fields)
        _told()
        st.form_submit_button(
            _("Keep the form"), type="primary", on_click=_keep_interest, args=(_, where.workshop.id, fields)
        )


def _consents(_: Translator, consents: Sequence[Any]) -> Field:
    """The consents as one more question: only those whose box was ticked are typed."""
    options = tuple(Option(one.id, one.text) for one in consents)
    return Field(id="consents", type="multi", text=Text({_.language: _("What do you allow?")}), options=options)


def _keep_interest(_: Translator, workshop_id: int, fields: Sequence[Field]) -> None:
    typed, made = _typed("interest", fields), None
    if not _faulty(_, fields, typed):
        allowed = read_numbers(fields[-1], typed["consents"])
        made = attempt(type_interest, (workshop_id, typed, allowed), {"rng": SystemRandom()})
    settle({} if made is not None else {_key("interest", name): text for name, text in typed.items()})
    if made is not None:
        _done(Entry(workshop_id, _("Interest form"), str(made), "", "interest"))


def last_forms(desk: Desk, where: Situation) -> None:
    """The last forms of this sitting, each with its undo; a new code is to be written on the paper."""
    _ = desk.words
    here = [one for one in st.session_state.get(TYPED, []) if one.workshop == where.workshop.id]
    for number, one in enumerate(here[:SHOWN]):
        said, undo = st.columns([1, 1.15], vertical_alignment="center")
        said.html(f"<b>{escape(one.title)}</b> <span class=v-facts>{escape(one.code)}</span>")
        with undo:
            act, args = (withdraw_interest, (one.code,)) if one.form == "interest" else (
                undo_form, (where.workshop.id, one.slip, one.form)
            )  # fmt: skip
            st.button(_("Undo"), key=f"undo form {number} {one.slip}", width="stretch", on_click=_undo,
                      args=(one, act, args))  # fmt: skip


def _undo(entry: Entry, act: Callable[..., Any], args: tuple[Any, ...]) -> None:
    attempt(act, args, {})
    if not st.session_state.get(FAULT):
        st.session_state[TYPED].remove(entry)
