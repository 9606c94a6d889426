"""Notes that wait for a person, and hiding any note that is on the screens."""

from html import escape

import streamlit as st

from toolkit.acts import hosting
from toolkit.content.vocabulary import label
from toolkit.desk.frame import AtPress, Desk
from toolkit.i18n import _
from toolkit.store.notes import published
from toolkit.store.notes_held import HeldNote, waiting
from toolkit.store.workshops import Situation

SHOWN = 15


REASONS = {
    "hold_personal_data": _("personal data"),
    "hold_rude": _("a rude word"),
    "hold_human": _("a person should look"),
    "by_hand": _("you decide by hand"),
}


def moderation_queue(desk: Desk, where: Situation) -> None:
    """First what waits, then the newest notes, each with one gesture."""
    _ = desk.words
    held = desk.ask(waiting, where.workshop.id)
    left, right = st.columns(2, gap="large")
    with left:
        st.subheader(_("Held back ({n})", n=len(held)))
        if not held:
            st.caption(_("Nothing waits. Notes with personal data or abuse stop here before anyone sees them."))
        for note in held[:SHOWN]:
            _held(desk, where, note)
    with right:
        st.subheader(_("On the screens"))
        _shown(desk, where)


def _held(desk: Desk, where: Situation, note: HeldNote) -> None:
    _ = desk.words
    with st.container(border=True):
        why = _(REASONS.get(note.because, note.because))
        state = _("hidden by hand") if note.status == "hidden" else _("held: {why}", why=why)
        beside = "".join(f"<div class=v-soft>{escape(_('Beside it: {text}', text=one))}</div>" for one in note.beside)
        st.html(
            f"<div class=v-note>{escape(note.text)}</div>{beside}<span class=v-soft>"
            f"{escape(label('note_kinds', note.kind, _.language))} · {escape(state)}</span>"
        )
        words = AtPress(f"redacted {note.id}")
        st.text_input(_("As it could be shown"), note.redacted, key=words.key, max_chars=200, on_change="ignore")
        with st.container(horizontal=True):
            settle = (hosting.settle_held, where.workshop.id, note.id)
            desk.button(_("Show as written"), *settle, "publish", look_key=f"publish {note.id}")
            desk.button(_("Show this text instead"), *settle, "redact", words=words, look_key=f"redact {note.id}")
            if note.status == "held":
                desk.button(_("Keep it hidden"), *settle, "keep", look_key=f"keep {note.id}", look_type="tertiary")


def _shown(desk: Desk, where: Situation) -> None:
    _ = desk.words
    wanted = st.text_input(_("Find a note"), key="find note", placeholder=_("a word of it")).strip().lower()
    notes = desk.ask(published, where, newest=None if wanted else SHOWN)
    found = [note for note in reversed(notes) if wanted in note.text.lower()][:SHOWN]
    if not found:
        st.caption(_("No notes yet.") if not wanted else _("No note has this word."))
    for note in found:
        text, act = st.columns([5, 1.3], vertical_alignment="center")
        place = _("station {number}", number=note.station) if note.station else ""
        text.html(f"<div class=v-note>{escape(note.text)}</div><span class=v-soft>{escape(place)}</span>")
        with act:
            desk.button(_("Hide"), hosting.hide_note, where.workshop.id, note.id, look_key=f"hide {note.id}")
