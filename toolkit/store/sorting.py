"""Themes for notes that no person has sorted yet, suggested from the corpus and from what people corrected before."""

from collections.abc import Sequence
from dataclasses import replace

from sqlmodel import col, select

from carousel.workshop import Note
from toolkit.content.corpus import Example
from toolkit.harvest.themes import Sorter, sorter
from toolkit.store.choices import choice
from toolkit.store.store import Transaction
from toolkit.store.tables import CommunityRow, NoteRow, WorkshopRow

LEARNING, ELSEWHERE = "learn_from_corrections", "learned_elsewhere"
MOST = 2_000  # the newest corrections; more would not change a suggestion but would cost time
MOST_ELSEWHERE = 5_000


def with_themes(tx: Transaction, demo: bool, notes: Sequence[Note]) -> tuple[Note, ...]:
    """Notes with a suggested theme where no person gave one; a cluster has the theme of the note that heads it."""
    texts = {note.id: note.text for note in notes}
    open_ones = {note.id: texts.get(note.cluster, note.text) for note in notes if not note.theme_confirmed}
    if not open_ones:
        return tuple(notes)
    found = dict(zip(open_ones, sorter_in_use(tx, demo).suggest_all(list(open_ones.values())), strict=True))
    return tuple(
        replace(note, theme=told.theme, confidence=told.confidence, because=told.words, others=told.others)
        if (told := found.get(note.id))
        else note
        for note in notes
    )


def sorter_in_use(tx: Transaction, demo: bool) -> Sorter:
    """The sorter of this programme, with its corrections unless a person switched learning off."""
    return sorter(corrections(tx, demo) + learned_elsewhere(tx) if learning(tx) else ())


def learning(tx: Transaction) -> bool:
    """Whether corrections of this programme are used for its next notes."""
    return bool(choice(tx, LEARNING, True))


def corrections(tx: Transaction, demo: bool) -> tuple[Example, ...]:
    """What people said about themes in this programme's published notes; what was invented stays among its own."""
    rows = tx.exec(
        select(NoteRow)
        .join(WorkshopRow, col(WorkshopRow.id) == col(NoteRow.workshop_id))
        .join(CommunityRow, col(CommunityRow.id) == col(WorkshopRow.community_id))
        .where(CommunityRow.demo == demo, NoteRow.status == "published", col(NoteRow.theme).is_not(None))
        .order_by(col(NoteRow.id).desc())
        .limit(MOST)
    )
    return tuple(
        Example(theme=row.theme or "", language="", kind=row.kind, text=row.redacted or row.text) for row in rows
    )


def learned_elsewhere(tx: Transaction) -> tuple[Example, ...]:
    """Corrections of another programme, taken over from its file."""
    rows = choice(tx, ELSEWHERE) or ()
    return tuple(Example(theme=theme, language=language, kind=kind, text=text) for theme, language, kind, text in rows)
