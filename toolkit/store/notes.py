"""Notes and ticks: keeping them, and reading them as the values that carry no person."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import bindparam, insert
from sqlalchemy import select as pick
from sqlmodel import SQLModel, col, func, select, update

from carousel.carousel import Carousel
from carousel.exposure import exposed
from carousel.refusal import Refusal
from carousel.stage import Stage
from carousel.workshop import Note, Source
from toolkit.harvest.themes import suggest
from toolkit.i18n import _
from toolkit.store.seats import Stay, stays
from toolkit.store.store import Transaction
from toolkit.store.tables import NoteRow, TickRow
from toolkit.store.workshops import Situation

HIGHEST = 2**31 - 1  # above it no database of ours has an id; SQLite cannot even be asked
NO_NOTE = _("This note is no longer there. Please look at the page again.")


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldNote:
    """A note that waits for a person's decision."""

    id: int
    text: str
    redacted: str
    because: str
    question: str
    kind: str
    station: int | None
    status: str


def note_row(tx: Transaction, note_id: int, workshop_id: int) -> NoteRow:
    """A note of this workshop; refuses with 404."""
    row = tx.get(NoteRow, note_id) if note_id <= HIGHEST else None
    if row is None or row.workshop_id != workshop_id:
        raise Refusal(NO_NOTE, status=404)
    return row


def note_with_key(tx: Transaction, workshop_id: int, key: str) -> tuple[int, str, str, str | None] | None:
    """Id, text, status and slip of what an earlier sending of the same key left."""
    row = tx.connection().execute(_WITH_KEY, {"workshop": workshop_id, "key": key}).first()
    return (row.id, row.text, row.status, row.slip_id) if row else None


def add_note(tx: Transaction, **columns: Any) -> int:
    """Keep a note and return its id; `columns` are those of the table."""
    inserted = tx.connection().execute(_ADD, {**UNSAID, **columns})
    return int((inserted.inserted_primary_key or (0,))[0])


# Statements that run at every phone's request are made once: making one anew costs more than running it.
_NOTE = SQLModel.metadata.tables["note"]
_WITH_KEY = pick(_NOTE.c.id, _NOTE.c.text, _NOTE.c.status, _NOTE.c.slip_id).where(
    _NOTE.c.workshop_id == bindparam("workshop"), _NOTE.c.key == bindparam("key")
)
_ADD = insert(_NOTE)
UNSAID: Mapping[str, Any] = {name: None for name in _NOTE.c.keys() if name != "id"} | {  # noqa: SIM118
    "fields": {}, "because": "", "cluster_name": "", "paper_ticks": 0, "source": "own_device", "status": "published",
}  # fmt: skip


def change_note(tx: Transaction, note_id: int, **columns: Any) -> None:
    """Change what surrounds a note (status, theme, head …); its words stay."""
    tx.exec(update(NoteRow).where(col(NoteRow.id) == note_id).values(**columns))


def put_tick(tx: Transaction, note_id: int, slip: str, on: bool) -> None:
    """Set or lift a tick; doing it twice is doing it once."""
    held = tx.get(TickRow, (note_id, slip))
    if on and held is None:
        tx.add(TickRow(note_id=note_id, slip_id=slip))
    elif not on and held is not None:
        tx.delete(held)


def ticks(tx: Transaction, workshop_id: int, after: int = 0) -> dict[int, int]:
    """Ticks by note, for notes with an id above `after`."""
    rows = tx.execute(_TICKS, {"workshop": workshop_id, "after": after})
    return {note: count for note, count in rows}


_TICK = SQLModel.metadata.tables["tick"]
_TICKS = (
    pick(_TICK.c.note_id, func.count())
    .join(_NOTE, _NOTE.c.id == _TICK.c.note_id)
    .where(_NOTE.c.workshop_id == bindparam("workshop"), _NOTE.c.id > bindparam("after"))
    .group_by(_TICK.c.note_id)
)


@lru_cache(maxsize=20_000)
def suggested(text: str) -> str:
    """The theme that the vocabulary's stems suggest; a person's choice always goes before it."""
    return suggest(text).theme


def published(tx: Transaction, where: Situation, *, after: int = 0, newest: int | None = None) -> tuple[Note, ...]:
    """Published notes in the order they came; only those with an id above `after`, or only the `newest` ones."""
    query = select(NoteRow).where(
        NoteRow.workshop_id == where.workshop.id, NoteRow.status == "published", col(NoteRow.id) > after
    )
    query = query.order_by(col(NoteRow.id).desc()).limit(newest) if newest else query.order_by(col(NoteRow.id))
    rows = list(tx.exec(query))
    return as_notes(tx, where, reversed(rows) if newest else rows, after)


def count_by_station(tx: Transaction, workshop_id: int) -> dict[int, int]:
    """Published notes at each station; a station without notes is left out."""
    rows = tx.exec(
        select(NoteRow.station, func.count())
        .where(NoteRow.workshop_id == workshop_id, NoteRow.status == "published", col(NoteRow.station).is_not(None))
        .group_by(col(NoteRow.station))
    )
    return {station: count for station, count in rows if station is not None}


def earlier(tx: Transaction, where: Situation, group: int) -> tuple[Note, ...]:
    """What earlier groups of the same carousel left at the station where this group now is."""
    if where.carousel is None or where.step.round is None:
        return ()
    station = where.carousel.station(group, where.step.round)
    ring = where.carousel.ring(where.carousel.carousel_of(group))
    rows = tx.exec(
        select(NoteRow)
        .where(
            NoteRow.workshop_id == where.workshop.id,
            NoteRow.status == "published",
            NoteRow.station == station,
            col(NoteRow.round) < where.step.round,
            col(NoteRow.group).in_(ring),
        )
        .order_by(col(NoteRow.id))
    )
    return as_notes(tx, where, rows)


def as_notes(tx: Transaction, where: Situation, rows: Iterable[NoteRow], after: int = 0) -> tuple[Note, ...]:
    """Rows as values, with ticks, exposure and the cluster they belong to. All ids must be above `after`: what was
    written since then is told without reading what was there before."""
    rows = tuple(rows)
    merged = not after or any(row.head is not None for row in rows)
    alone = {row.id or 0: _Head(None, row.theme, row.cluster_name) for row in rows}
    heads = _heads(tx, where.workshop.id) if merged else alone
    counted, sizes = ticks(tx, where.workshop.id, after), sizes_by_round(stays(tx, where.workshop.id), where)
    return tuple(_note(row, where, counted, sizes, heads) for row in rows)


Sizes = list[list[int]]


def _note(
    row: NoteRow, where: Situation, counted: Mapping[int, int], sizes: Sizes, heads: Mapping[int, "_Head"]
) -> Note:
    head = root(heads, row.id or 0)
    shown = row.text if row.redacted is None else row.redacted
    theme = heads[head].theme if head in heads and heads[head].theme else row.theme
    return Note(
        id=row.id or 0,
        question=row.question,
        kind=row.kind,
        text=shown,
        source=Source(row.source),
        station=row.station,
        round=row.round,
        group=row.group,
        theme=theme or suggested(shown),
        theme_confirmed=theme is not None,
        cluster=head,
        cluster_name=heads[head].name if head in heads else "",
        ticks=counted.get(row.id or 0, 0) + row.paper_ticks,
        exposed=_exposed(row, where.carousel, sizes),
        fields=row.fields,
        sent=row.sent,
        redacted=row.redacted is not None,
    )


def _exposed(row: NoteRow, carousel: Carousel | None, sizes: Sizes) -> int:
    if carousel is None or row.station is None or row.round is None or row.group is None:
        return 0
    return exposed(row.station, row.round, carousel, sizes, carousel=carousel.carousel_of(row.group))


def sizes_by_round(present: Iterable[Stay], where: Situation) -> Sizes:
    """Size of every group in every round reached so far; latecomers count from the round they joined."""
    sizes = [[0] * len(where.groups) for _ in range(reached(where))]
    for stay in present:
        for row in sizes[stay.joined : stay.left]:
            if stay.group < len(row):
                row[stay.group] += 1
    return sizes


def reached(where: Situation) -> int:
    """How many rounds have begun."""
    if where.step.stage is Stage.ROUND:
        return (where.step.round or 0) + 1
    if where.step.stage in (Stage.MOVING, Stage.BREAK):
        return where.step.round or 0
    after = (Stage.GALLERY, Stage.HARVEST, Stage.VOTE, Stage.INTEREST, Stage.CLOSING, Stage.RAFFLE, Stage.THANKS)
    return len(where.step.lengths) if where.step.stage in after else 0


@dataclass(frozen=True, slots=True)
class _Head:
    head: int | None
    theme: str | None
    name: str


def _heads(tx: Transaction, workshop_id: int) -> dict[int, _Head]:
    rows = tx.execute(_HEADS, {"workshop": workshop_id})
    return {number: _Head(head, theme, name) for number, head, theme, name in rows}


_HEADS = pick(_NOTE.c.id, _NOTE.c.head, _NOTE.c.theme, _NOTE.c.cluster_name).where(
    _NOTE.c.workshop_id == bindparam("workshop")
)


def heads(tx: Transaction, workshop_id: int) -> dict[int, int]:
    """Every note's cluster: the id of the note that heads it."""
    found = _heads(tx, workshop_id)
    return {note: root(found, note) for note in found}


def root(found: Mapping[int, _Head], note: int) -> int:
    """Follow the heads up to the note that stands under none."""
    while note in found and (above := found[note].head) is not None:
        note = above
    return note


def waiting(tx: Transaction, workshop_id: int) -> tuple[HeldNote, ...]:
    """Notes held before anything was shown, and notes hidden by hand, the oldest first."""
    rows = tx.exec(
        select(NoteRow)
        .where(NoteRow.workshop_id == workshop_id, col(NoteRow.status).in_(("held", "hidden")))
        .order_by(col(NoteRow.id))
    )
    return tuple(
        HeldNote(
            id=row.id or 0,
            text=row.text,
            redacted=row.redacted or row.text,
            because=row.because,
            question=row.question,
            kind=row.kind,
            station=row.station,
            status=row.status,
        )
        for row in rows
    )


def put_under(tx: Transaction, old: int, new: int) -> None:
    """Whatever was merged under one note now stands under another."""
    tx.exec(update(NoteRow).where(col(NoteRow.head) == old).values(head=new))
