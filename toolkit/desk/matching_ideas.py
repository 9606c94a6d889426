"""Notes that seem to hold two ideas, or a need hidden in an offer: a person parts them, or says that it is one."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st

from carousel.workshop import Note
from toolkit.acts import harvesting
from toolkit.acts.keeping import MOST_IN_A_NOTE
from toolkit.content.vocabulary import label, vocabulary
from toolkit.desk.board_words import gesture_name
from toolkit.desk.frame import Desk, carry_out
from toolkit.desk.remembered import remembered
from toolkit.harvest.clauses import clauses
from toolkit.harvest.features import languages_of
from toolkit.harvest.hidden import hidden
from toolkit.harvest.splitting import split
from toolkit.harvest.themes import sorter
from toolkit.i18n import _
from toolkit.store.clusters import WHOLE, decided
from toolkit.store.log import last_gesture
from toolkit.store.notes import published
from toolkit.store.workshops import Situation

AT_ONCE = 5
HIDDEN = {"need": _("A need seems to hide in this note."), "offer": _("An offer seems to hide in this note.")}


@dataclass(frozen=True, slots=True)
class Ideas:
    """A note with the pieces it could be parted into, each a (kind, text); `hides` is need, offer or empty."""

    note: Note
    pieces: tuple[tuple[str, str], ...]
    hides: str = ""


def ideas_of(notes: Sequence[Note]) -> tuple[Ideas, ...]:
    """The notes that seem to hold more than one idea, hidden needs and offers first."""
    spoken = languages_of([note.text for note in notes]) if notes else ()
    cut = {note.id: [clause.text for clause in clauses(note.text)] for note in notes}
    asked = [(text, language) for note, language in zip(notes, spoken, strict=True) for text in cut[note.id]]
    if asked:  # all at once is much quicker than one by one; the sorter remembers what it said
        sorter().suggest_all(*(list(each) for each in zip(*asked, strict=True)))
    found = [_ideas(note, language) for note, language in zip(notes, spoken, strict=True)]
    return tuple(sorted((one for one in found if one), key=lambda one: (not one.hides, one.note.id)))


def _ideas(note: Note, language: str) -> Ideas | None:
    if other := hidden(note.text, note.kind):
        return Ideas(note, ((note.kind, other.rest), (other.kind, other.text)), other.kind)
    pieces = split(note.text, language)
    return Ideas(note, tuple((note.kind, piece) for piece in pieces)) if len(pieces) > 1 else None


def open_ideas(desk: Desk, where: Situation) -> tuple[Ideas, ...]:
    """What still waits for a decision; worked out once until the workshop changes."""
    found = remembered(desk, "ideas", where, lambda: ideas_of(desk.ask(published, where, themes=False)))
    whole = {note for note, _other in desk.ask(decided, [where.workshop.id], WHOLE)}
    return tuple(one for one in found if one.note.id not in whole)


def two_ideas(desk: Desk, where: Situation) -> None:
    """One proposal after the other, with its pieces to change."""
    _, found = desk.words, open_ideas(desk, where)
    about, undo = st.columns([3, 1.4], vertical_alignment="center")
    about.write(_("Each part becomes a note of its own. Author, ticks and votes stay."))
    with undo:
        _undo(desk, where)
    if not found:
        st.info(_("No note seems to hold two ideas."))
        return
    pages = range(0, len(found), AT_ONCE)
    start = min(int(st.session_state.get("ideas from", 0)), pages[-1])
    for one in found[start : start + AT_ONCE]:
        _proposal(desk, where.workshop.id, one)
    if len(pages) > 1:
        _turn(desk, start, len(found))


def _undo(desk: Desk, where: Situation) -> None:
    _, last = desk.words, desk.ask(last_gesture, where.workshop.id)
    said = _("Undo ({what})", what=gesture_name(_, last.what)) if last else _("Undo")
    desk.button(
        said, harvesting.undo_last, where.workshop.id, look_disabled=last is None, look_icon=":material/undo:",
        look_width="stretch", look_key="undo ideas",
    )  # fmt: skip


def _proposal(desk: Desk, workshop_id: int, one: Ideas) -> None:
    _ = desk.words
    kinds = [kind.id for kind in vocabulary().note_kinds]
    with st.container(border=True):
        why = _(HIDDEN[one.hides]) if one.hides else _("This note seems to hold two ideas.")
        kind_name = label("note_kinds", one.note.kind, _.language)
        st.html(
            f"<div class=v-note><b>{escape(one.note.text)}</b></div>"
            f"<span class=v-soft>{escape(why)} · {escape(kind_name)}</span>"
        )
        for place, (kind, text) in enumerate(one.pieces):
            words, what = st.columns([3, 1.2])
            key = f"{one.note.id} {place}"
            words.text_input(
                _("Idea {n}", n=place + 1), text[:MOST_IN_A_NOTE], key=f"idea {key}", max_chars=MOST_IN_A_NOTE,
                label_visibility="collapsed", on_change="ignore",
            )  # fmt: skip
            what.selectbox(
                _("Kind"), kinds, kinds.index(kind) if kind in kinds else 0, key=f"kind {key}",
                format_func=lambda kind: label("note_kinds", kind, _.language), label_visibility="collapsed",
                on_change="ignore",
            )  # fmt: skip
        with st.container(horizontal=True):
            part = (workshop_id, one.note.id, len(one.pieces), _("The note is parted."))
            st.button(_("Part it"), type="primary", key=f"part {one.note.id}", on_click=_part, args=part)
            whole = (harvesting.keep_whole, workshop_id, one.note.id)
            desk.button(_("It is one idea"), *whole, look_key=f"whole {one.note.id}", done=_("The note stays whole."))


def _part(workshop_id: int, note_id: int, many: int, done: str) -> None:
    """With the pieces as they stand in the fields now."""
    state = st.session_state
    parts = [(str(state[f"kind {note_id} {place}"]), str(state[f"idea {note_id} {place}"])) for place in range(many)]
    carry_out(harvesting.split_note, (workshop_id, note_id, parts), {"done": done})


def _turn(desk: Desk, start: int, many: int) -> None:
    _ = desk.words
    with st.container(horizontal=True, vertical_alignment="center"):
        for said, to in ((_("Back"), start - AT_ONCE), (_("Next"), start + AT_ONCE)):
            st.button(
                said, key=f"ideas {said}", disabled=not 0 <= to < many,
                on_click=lambda to: st.session_state.update({"ideas from": to}), args=(to,),
            )  # fmt: skip
        st.caption(_("{first} to {last} of {all}", first=start + 1, last=min(start + AT_ONCE, many), all=many))
