"""Typing in notes from paper: station and group once, then one note after the other with Enter."""

from collections.abc import Callable, Mapping
from html import escape
from random import SystemRandom
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from carousel.look import letter
from carousel.workshop import Format
from toolkit.acts.paper_entry import ALREADY, Sheet, type_note, undo_note
from toolkit.acts.standing import questions_of, visit
from toolkit.content.question import Question
from toolkit.content.vocabulary import label
from toolkit.desk.frame import Desk, carry_out
from toolkit.desk.style import plain
from toolkit.i18n import Translator, _
from toolkit.store.notes import reached
from toolkit.store.paper import TypedNote, count_from_paper, typed_notes
from toolkit.store.workshops import Situation

FIELDS = ("text", "ticks", "slip")
SHOWN = 6
FAULT, HELD, TURN = "paper fault", "paper held", "paper turn"
NO_TICKS = _("Ticks are a number. Please write digits.")
FOCUS = """<style>[data-testid=InputInstructions]{display:none}</style><script>(function(){
if(window.paperTyping)return;
var seen=window.paperTyping=new WeakSet(),field='.st-key-paper_typing input';
function first(){return document.querySelector(field)}
function fresh(){var at=first();if(at&&!seen.has(at)){seen.add(at);at.focus()}}
document.addEventListener('keydown',function(key){
if(key.key==='Enter'&&key.target.matches(field))first().focus()});
new MutationObserver(fresh).observe(document.body,{subtree:true,childList:true});fresh()})()</script>"""
"""The cursor goes to the first field of a paper whenever the page puts a new one there, however late, and with Enter at
once. Streamlit's own hint in fields speaks English only."""
UNKNOWN = -1


def choose_sheet(desk: Desk, where: Situation) -> None:
    """What the papers in hand have in common."""
    _ = desk.words
    questions = {one.id: one for one in questions_of(where).questions}
    names = {id: _numbered(_, where, one) for id, one in questions.items()}
    station, group, kind = st.columns([1.7, 1.2, 1.2])
    asked = station.selectbox(_("Station"), list(names), key="paper question", format_func=names.__getitem__)
    groups = _groups(where, asked)
    group.selectbox(
        _("Group"), [UNKNOWN, *groups], key=f"paper group {asked}", disabled=not groups,
        format_func=lambda one: _("not known") if one == UNKNOWN else _group(_, one, groups[one]),
    )  # fmt: skip
    kinds = questions[asked].kinds
    kind.selectbox(_("Kind"), [*kinds, "other"], key=f"paper kind {asked}", format_func=lambda one: _kind(desk, one))


def _numbered(_: Translator, where: Situation, question: Question) -> str:
    short = question.short.of(_.language)
    return f"{where.carousel.station_of(question.id)} · {short}" if where.carousel else short


def _groups(where: Situation, asked: str) -> dict[int, int]:
    """The groups that have been at the station, each with its round."""
    if where.carousel is None or where.workshop.format is Format.OPEN_HOUSE:
        return {}
    carousel, station = where.carousel, where.carousel.station_of(asked)
    came = {group: visit(carousel, group, station, reached(where)) for group in range(carousel.groups)}
    found = {group: round for group, round in came.items() if round is not None}
    return dict(sorted(found.items(), key=lambda one: one[1]))


def _group(_: Translator, group: int, round: int) -> str:
    return _("{group}, round {number}", group=letter(group), number=round + 1)


def _kind(desk: Desk, id: str) -> str:
    return label("note_kinds", id, desk.words.language)


def note_form(desk: Desk, where: Situation) -> None:
    """One note: Enter keeps it, and the next one can be written at once."""
    _ = desk.words
    with typing(), st.form("paper note", clear_on_submit=True):
        write_in("text", _("Note"), 400, placeholder=_("Write, then press Enter"))
        ticks, slip = st.columns([1, 2])
        with ticks:
            write_in("ticks", _("Ticks on paper"), 3)
        with slip:
            write_in("slip", _("Slip code, if any"), 9)
        if st.session_state.get(FAULT):
            st.error(st.session_state[FAULT])
        if st.session_state.get(FAULT) == _(ALREADY):
            st.checkbox(_("Once more, somebody else wrote the same"), key="paper again")
        st.form_submit_button(
            _("Keep the note"), type="primary", on_click=_keep, args=(desk.words, where)
        )
    st.checkbox(_("Keep this code for the next note"), key="paper keep code")


def _sheet(where: Situation) -> Sheet:
    """What is chosen at the press, which may be another station than the form was drawn for."""
    asked = str(st.session_state["paper question"])
    by = st.session_state.get(f"paper group {asked}", UNKNOWN)
    first = next([*one.kinds, "other"][0] for one in questions_of(where).questions if one.id == asked)
    kind = st.session_state.get(f"paper kind {asked}", first)
    return Sheet(question=asked, group=None if by == UNKNOWN else by, kind=kind)


def _keep(_: Translator, where: Situation) -> None:
    said = {name: written(name).strip() for name in FIELDS}
    if said["ticks"] and not said["ticks"].isdecimal():
        st.session_state[FAULT] = _(NO_TICKS)
        settle(said)
        return
    named = {
        "rng": SystemRandom(), "ticks": int(said["ticks"] or 0), "slip": said["slip"],
        "again": bool(st.session_state.get("paper again")),
    }  # fmt: skip
    if attempt(type_note, (where.workshop.id, _sheet(where), said["text"]), named) is None:
        settle(said)
    else:
        settle({"slip": said["slip"]} if st.session_state.get("paper keep code") else {})


def write_in(name: str, label: str, most: int, **look: Any) -> None:
    """A field of the paper in hand, with what it held when that was refused."""
    held = st.session_state.get(HELD, {}).get(name, "")
    st.text_input(label, held, key=_key(name), max_chars=most, **look)


def written(name: str) -> str:
    """What was written into a field of the paper in hand."""
    return str(st.session_state.get(_key(name), ""))


def settle(held: Mapping[str, str]) -> None:
    """What the fields hold from now on. A form that is sent is empty at once, so that nobody waits to go on; only
    where they are to hold something else than before, new fields take the place of the old."""
    wanted = {name: text for name, text in held.items() if text}
    if wanted != st.session_state.get(HELD, {}):
        st.session_state[HELD], st.session_state[TURN] = wanted, st.session_state.get(TURN, 0) + 1


def _key(name: str) -> str:
    return f"paper {name} {st.session_state.get(TURN, 0)}"


def attempt(act: Callable[..., Any], args: tuple[Any, ...], named: dict[str, Any]) -> Any:
    """Carry out an act; what is refused is told at the form."""
    made = carry_out(act, args, named)
    kind, sentence = st.session_state.pop("told", ("", ""))
    st.session_state[FAULT] = sentence if kind == "refused" else ""
    return made


def start_anew() -> None:
    """Forget what was refused before; a callback."""
    st.session_state["paper faults"], st.session_state[FAULT] = {}, ""
    settle({})


def typing() -> DeltaGenerator:
    """Where papers are typed: the cursor stands in its first field, and with Enter it is there again."""
    st.html(FOCUS, unsafe_allow_javascript=True)
    return st.container(key="paper_typing")


def counts(desk: Desk, where: Situation) -> None:
    """How many notes came from paper, at each station."""
    _ = desk.words
    found = desk.ask(count_from_paper, where.workshop.id)
    st.subheader(_("From paper so far"))
    lines = "".join(
        f"<div><b>{found.get(one.id, 0)}</b>{escape(_numbered(_, where, one))}</div>"
        for one in questions_of(where).questions
    )
    st.html(f"<div class=v-figures>{lines}</div>")


def last_notes(desk: Desk, where: Situation) -> None:
    """The last notes, each with its undo."""
    _ = desk.words
    shown = desk.ask(typed_notes, where.workshop.id, SHOWN)
    if shown:
        st.subheader(_("Last notes"))
    for one in shown:
        said, undo = st.columns([1.55, 1], vertical_alignment="center")
        facts = escape(_facts(desk, where, one))
        said.html(f"<div class=v-note>{escape(one.text)}</div><div class=v-facts>{facts}</div>")
        with undo:
            desk.button(
                _("Undo"), undo_note, where.workshop.id, one.id, look_key=f"undo note {one.id}", look_width="stretch",
                look_help=plain(one.text),
            )  # fmt: skip


def _facts(desk: Desk, where: Situation, one: TypedNote) -> str:
    _ = desk.words
    asked = questions_of(where).question(one.question)
    parts = [_numbered(_, where, asked) if asked else ""]
    if one.group is not None and one.round is not None:
        parts.append(_group(_, one.group, one.round))
    if one.ticks:
        parts.append(_.ngettext("{n} tick", "{n} ticks", one.ticks))
    return " · ".join([*parts, one.slip, _("held back") if one.held else ""]).strip(" ·")
