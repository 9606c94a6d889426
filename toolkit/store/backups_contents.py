"""What a store or a copy holds, of whichever schema, read without opening it for writing."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from toolkit.store.backup import reading
from toolkit.store.tombstones import SLIP, Tombstone

COUNTED = (
    "SELECT count(*) FROM workshop",
    "SELECT count(*) FROM slip WHERE NOT erased",
    "SELECT count(*) FROM note WHERE status <> 'erased'",
    "SELECT count(*) FROM ballot",
)
MOMENTS = ("SELECT max(sent) FROM note", "SELECT max(at) FROM move", "SELECT max(at) FROM log")
ERASED = "SELECT erasure_hash FROM slip WHERE erased AND erasure_hash <> ''"
TOMBSTONES = "SELECT hash, kind, day FROM tombstone"


@dataclass(frozen=True, slots=True)
class Contents:
    """Numbers that people know: workshops, people, notes, votes; `until` is when the last note or step came (UTC)."""

    workshops: int
    people: int
    notes: int
    votes: int
    until: datetime | None

    def missing(self, other: "Contents") -> tuple[int, int, int]:
        """How many people, notes and votes the other one has more; none below 0."""
        pairs = ((self.people, other.people), (self.notes, other.notes), (self.votes, other.votes))
        people, notes, votes = (max(0, theirs - ours) for ours, theirs in pairs)
        return people, notes, votes


def contents(path: Path) -> Contents | None:
    """What a store's file holds; None when it cannot be read."""
    try:
        with closing(reading(path)) as store:
            workshops, people, notes, votes = (int(store.execute(one).fetchone()[0]) for one in COUNTED)
            last = max((str(store.execute(one).fetchone()[0] or "") for one in MOMENTS), default="")
    except sqlite3.Error:
        return None
    return Contents(workshops, people, notes, votes, datetime.fromisoformat(last).replace(tzinfo=UTC) if last else None)


def deleted(path: Path, today: date) -> Iterator[Tombstone]:
    """What was deleted on request, as a store's file knows it; nothing from a file that cannot be read. A schema
    without tombstones has its erased slips, which count from today."""
    with suppress(sqlite3.Error), closing(reading(path)) as store:
        yield from (Tombstone(hash, SLIP, today) for (hash,) in store.execute(ERASED))
        yield from (Tombstone(hash, kind, date.fromisoformat(day)) for hash, kind, day in store.execute(TOMBSTONES))
