"""How every note is kept, whichever door it came through: moderated first, then stored, then announced."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from toolkit.content.question import Question
from toolkit.harvest.moderation import judge
from toolkit.store import Transaction, notes

MOST_IN_A_NOTE = 200


@dataclass(frozen=True, slots=True)
class Kept:
    """A note that is safe; `status` is published or held; `repeated` when the same sending was kept before."""

    note: int
    status: str
    repeated: bool = False


def keep_note(
    tx: Transaction, workshop_id: int, asked: Question, text: str, *, kind: str, by_hand: bool,
    details: Mapping[str, Any] | None = None, **columns: Any,
) -> Kept:  # fmt: skip
    """Keep a note; it is published at once unless moderation or a facilitator who approves `by_hand` holds it.

    A kind that the question does not collect becomes its first kind; "other" is the parking lot of every station.
    """
    verdict = moderated(text, details or {}, by_hand)
    note = notes.add_note(
        tx,
        workshop_id=workshop_id,
        question=asked.id,
        kind=kind if kind in (*asked.kinds, "other") else asked.kinds[0],
        text=text,
        fields=dict(details or {}),
        **verdict,
        **columns,
    )
    tx.announce(workshop_id, "note" if verdict["status"] == "published" else "held", note)
    return Kept(note, str(verdict["status"]))


def moderated(text: str, details: Mapping[str, Any], by_hand: bool) -> dict[str, str | None]:
    """Status, reason and proposed redaction: by the note's words first, then by what was written beside them."""
    found = [judge(text), *(judge(value) for value in details.values() if isinstance(value, str))]
    reason = next((one.action for one in found if one.held), "by_hand" if by_hand else "")
    if not reason:
        return {"status": "published", "because": "", "redacted": None}
    return {"status": "held", "because": reason, "redacted": found[0].redacted}
