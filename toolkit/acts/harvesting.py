"""Making sense together: a person moves, merges, parts and names; every gesture can be undone, votes or not."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from carousel.refusal import Refusal
from toolkit.acts.forms import clean
from toolkit.content.vocabulary import vocabulary
from toolkit.i18n import _
from toolkit.store import Transaction, log, notes

NO_THEME = _("There is no such theme. Please choose another.")
SAME = _("Choose at least two notes to merge.")
ALONE = _("This note stands alone already.")
NOTHING_TO_UNDO = _("There is nothing to undo.")


def move_note(tx: Transaction, workshop_id: int, note_id: int, theme: str, now: datetime) -> None:
    """Put the cluster of a note under another theme."""
    if theme not in {one.id for one in vocabulary().themes}:
        raise Refusal(NO_THEME)
    head = _head(tx, workshop_id, note_id)
    _change(tx, workshop_id, "moved", head, now, {head: {"theme": theme}})


def confirm_themes(tx: Transaction, workshop_id: int, themes: dict[int, str], now: datetime) -> None:
    """Take the suggested themes of these notes as they are, in one gesture."""
    known = {one.id for one in vocabulary().themes}
    changes = {note: {"theme": theme} for note, theme in themes.items() if theme in known}
    if changes:
        _change(tx, workshop_id, "confirmed", next(iter(changes)), now, changes)


def merge(tx: Transaction, workshop_id: int, into: int, others: Sequence[int], now: datetime) -> None:
    """Bring the clusters of `others` under the cluster of `into`; originals stay linked, votes follow."""
    head = _head(tx, workshop_id, into)
    heads = {_head(tx, workshop_id, other) for other in others} - {head}
    if not heads:
        raise Refusal(SAME)
    _change(tx, workshop_id, "merged", head, now, {other: {"head": head} for other in heads})


def unmerge(tx: Transaction, workshop_id: int, note_id: int, now: datetime) -> None:
    """Take one note out of its cluster. When it headed the cluster, the next note heads it from now on."""
    found = notes.heads(tx, workshop_id)
    head = found.get(note_id, note_id)
    if head != note_id:
        _change(tx, workshop_id, "unmerged", note_id, now, {note_id: {"head": None}})
        return
    others = sorted(note for note, at in found.items() if at == head and note != head)
    if not others:
        raise Refusal(ALONE)
    first, name = others[0], notes.note_row(tx, head, workshop_id).cluster_name
    changes: dict[int, dict[str, Any]] = {other: {"head": first} for other in others[1:]}
    changes[first] = {"head": None, "cluster_name": name}
    changes[head] = {"cluster_name": ""}
    _change(tx, workshop_id, "unmerged", note_id, now, changes)


def name_cluster(tx: Transaction, workshop_id: int, note_id: int, name: str, now: datetime) -> None:
    """Call a cluster by a name; an empty one lets the head's own words stand."""
    head = _head(tx, workshop_id, note_id)
    _change(tx, workshop_id, "named", head, now, {head: {"cluster_name": clean(name)[:120]}})


def undo_last(tx: Transaction, workshop_id: int, now: datetime) -> str:
    """Take the last gesture back; returns what it was. Refuses with 409 when there is none."""
    last = log.last_gesture(tx, workshop_id)
    if last is None:
        raise Refusal(NOTHING_TO_UNDO, status=409)
    for note, columns in last.before.items():
        notes.change_note(tx, int(note), **columns)
    log.mark_undone(tx, last)
    tx.announce(workshop_id, "cluster")
    return last.what


def _head(tx: Transaction, workshop_id: int, note_id: int) -> int:
    notes.note_row(tx, note_id, workshop_id)
    return notes.heads(tx, workshop_id)[note_id]


def _change(
    tx: Transaction, workshop_id: int, what: str, note_id: int, now: datetime, changes: dict[int, dict[str, Any]]
) -> None:
    before = {}
    for note, columns in changes.items():
        row = notes.note_row(tx, note, workshop_id)
        before[str(note)] = {name: getattr(row, name) for name in columns}
        notes.change_note(tx, note, **columns)
    log.write_down(tx, workshop_id, what, note_id, now, before=before)
    tx.announce(workshop_id, "cluster")
