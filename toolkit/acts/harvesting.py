"""Making sense together: a person moves, merges, parts and names; every gesture can be undone, votes or not."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from carousel.refusal import Refusal
from toolkit.acts.forms import clean
from toolkit.acts.keeping import MOST_IN_A_NOTE
from toolkit.content.vocabulary import vocabulary
from toolkit.i18n import _
from toolkit.store import Transaction, clusters, log, notes
from toolkit.store.clusters import APART, MATCH, NO_MATCH, PARTED, REJOINED, WHOLE

NO_THEME = _("There is no such theme. Please choose another.")
NO_KIND = _("There is no such kind of note. Please choose another.")
SAME = _("Choose at least two notes to merge.")
ALONE = _("This note stands alone already.")
ONE_IDEA = _("Please write at least two ideas to part a note.")
NOTHING_TO_UNDO = _("There is nothing to undo.")
PAIRS, MOST_PARTS = "pairs", 5
Changes = Mapping[int, Mapping[str, Any]]


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


def merge(
    tx: Transaction, workshop_id: int, into: int, others: Sequence[int], now: datetime, name: str = ""
) -> None:
    """Bring the clusters of `others` under the cluster of `into`, called `name` if one is given; originals stay
    linked, votes follow."""
    head = _head(tx, workshop_id, into)
    heads = {_head(tx, workshop_id, other) for other in others} - {head}
    if not heads:
        raise Refusal(SAME)
    changes: dict[int, dict[str, Any]] = {other: {"head": head} for other in heads}
    if clean(name):
        changes[head] = {"cluster_name": clean(name)[:120]}
    _change(tx, workshop_id, "merged", head, now, changes)


def unmerge(tx: Transaction, workshop_id: int, note_id: int, now: datetime) -> None:
    """Take one note out of its cluster. When it headed the cluster, the next note heads it from now on."""
    found = clusters.heads(tx, workshop_id)
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


def split_note(
    tx: Transaction, workshop_id: int, note_id: int, parts: Sequence[tuple[str, str]], now: datetime
) -> tuple[int, ...]:
    """Put several notes, each a (kind, text), in the place of one that holds several ideas; returns their ids.

    Author, place and time stay those of the note; its ticks and marks count for each part.
    """
    wanted = [(kind, clean(text)[:MOST_IN_A_NOTE]) for kind, text in parts if clean(text)][:MOST_PARTS]
    if len(wanted) < 2:
        raise Refusal(ONE_IDEA)
    if not {kind for kind, _text in wanted} <= {kind.id for kind in vocabulary().note_kinds}:
        raise Refusal(NO_KIND)
    made = notes.part(tx, notes.note_row(tx, note_id, workshop_id), wanted)
    before = {str(note_id): {"status": "published"}} | {str(part): {"status": REJOINED} for part in made}
    log.write_down(tx, workshop_id, "split", note_id, now, before=before)
    tx.announce(workshop_id, "gone", note_id)
    tx.announce(workshop_id, "cluster")
    return made


def keep_apart(tx: Transaction, workshop_id: int, ids: Sequence[int], now: datetime) -> None:
    """These do not say the same: no two of them are suggested for a merge again."""
    known = sorted(notes.note_row(tx, number, workshop_id).id or 0 for number in set(ids))
    pairs = [(one, other) for place, one in enumerate(known) for other in known[place + 1 :]]
    _decide(tx, workshop_id, "kept_apart", pairs, APART, now)


def keep_whole(tx: Transaction, workshop_id: int, note_id: int, now: datetime) -> None:
    """The note holds one idea: parting it is not suggested again."""
    notes.note_row(tx, note_id, workshop_id)
    _decide(tx, workshop_id, "kept_whole", [(note_id, 0)], WHOLE, now)


def confirm_match(tx: Transaction, workshop_id: int, need: int, offer: int, now: datetime) -> None:
    """The offer (or existing content), also one of another workshop, could serve the need."""
    _match(tx, workshop_id, "matched", need, offer, MATCH, now)


def decline_match(tx: Transaction, workshop_id: int, need: int, offer: int, now: datetime) -> None:
    """The offer does not serve the need; it is not suggested again."""
    _match(tx, workshop_id, "not_matched", need, offer, NO_MATCH, now)


def undo_last(tx: Transaction, workshop_id: int, now: datetime) -> str:
    """Take the last gesture back; returns what it was. Refuses with 409 when there is none.

    A parting stays where a part was withdrawn meanwhile: undoing it would bring back words that were taken back.
    """
    while last := log.last_gesture(tx, workshop_id):
        log.mark_undone(tx, last)
        if last.what == "split" and not _all_there(tx, workshop_id, last.before):
            continue
        for one, other, verdict in last.before.get(PAIRS, ()):
            clusters.decide(tx, workshop_id, one, other, verdict)
        for note, columns in last.before.items():
            if note != PAIRS:
                notes.change_note(tx, int(note), **columns)
        tx.announce(workshop_id, "cluster")
        return last.what
    raise Refusal(NOTHING_TO_UNDO, status=409)


def _all_there(tx: Transaction, workshop_id: int, before: Mapping[str, Any]) -> bool:
    rows = [notes.note_row(tx, int(number), workshop_id) for number in before]
    return {row.status for row in rows} == {PARTED, "published"}


def _head(tx: Transaction, workshop_id: int, note_id: int) -> int:
    notes.note_row(tx, note_id, workshop_id)
    return clusters.heads(tx, workshop_id)[note_id]


def _change(tx: Transaction, workshop_id: int, what: str, note_id: int, now: datetime, changes: Changes) -> None:
    before = {}
    for note, columns in changes.items():
        row = notes.note_row(tx, note, workshop_id)
        before[str(note)] = {name: getattr(row, name) for name in columns}
        notes.change_note(tx, note, **columns)
    log.write_down(tx, workshop_id, what, note_id, now, before=before)
    tx.announce(workshop_id, "cluster")


def _match(tx: Transaction, workshop_id: int, what: str, need: int, offer: int, verdict: str, now: datetime) -> None:
    notes.note_row(tx, need, workshop_id)
    notes.published_row(tx, offer)
    _decide(tx, workshop_id, what, [(need, offer)], verdict, now)


def _decide(
    tx: Transaction, workshop_id: int, what: str, pairs: Sequence[tuple[int, int]], verdict: str, now: datetime
) -> None:
    before = [[one, other, clusters.decide(tx, workshop_id, one, other, verdict)] for one, other in pairs]
    log.write_down(tx, workshop_id, what, pairs[0][0] if pairs else 0, now, before={PAIRS: before})
    tx.announce(workshop_id, "cluster")
