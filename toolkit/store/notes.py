"""Notes and ticks: keeping them, and reading them as the values that carry no person."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from sqlalchemy import bindparam, insert, true
from sqlalchemy import select as pick
from sqlmodel import SQLModel, col, func, select, update

from carousel.exposure import exposed
from carousel.refusal import Refusal
from carousel.stage import Stage
from carousel.workshop import UNSORTED, Note, Source
from toolkit.i18n import _
from toolkit.store.agreement import Agreement, ticks
from toolkit.store.clusters import PARTED, Head, all_heads, former_ids, root
from toolkit.store.excluded import counts
from toolkit.store.seats import Stay, attendance
from toolkit.store.sorting import with_themes
from toolkit.store.store import Transaction
from toolkit.store.tables import NoteRow, TickRow
from toolkit.store.workshops import Situation

HIGHEST = 2**31 - 1  # above it no database of ours has an id; SQLite cannot even be asked
NO_NOTE = _("This note is no longer there. Please look at the page again.")


def note_row(tx: Transaction, note_id: int, workshop_id: int) -> NoteRow:
    """A note of this workshop; refuses with 404."""
    row = tx.get(NoteRow, note_id) if note_id <= HIGHEST else None
    if row is None or row.workshop_id != workshop_id:
        raise Refusal(NO_NOTE, status=404)
    return row


def standing_row(tx: Transaction, note_id: int, workshop_id: int, statuses: Sequence[str]) -> NoteRow:
    """A note of this workshop while it is one of these; refuses with 409 one that was withdrawn, corrected or erased
    since the page was drawn."""
    row = note_row(tx, note_id, workshop_id)
    if row.status not in statuses:
        raise Refusal(NO_NOTE, status=409)
    return row


def as_it_stands(tx: Transaction, row: NoteRow) -> NoteRow:
    """The note that took a corrected note's place, after all corrections; any other note is itself."""
    while row.status == "corrected":
        here = select(NoteRow).where(NoteRow.workshop_id == row.workshop_id)
        later = tx.exec(here.where(NoteRow.replaces == row.id)).first()
        if later is None:
            return row
        row = later
    return row


def published_row(tx: Transaction, note_id: int) -> NoteRow:
    """A published note of any workshop; refuses with 404."""
    row = tx.get(NoteRow, note_id) if note_id <= HIGHEST else None
    if row is None or row.status != "published":
        raise Refusal(NO_NOTE, status=404)
    return row


def part(tx: Transaction, row: NoteRow, parts: Iterable[tuple[str, str]]) -> tuple[int, ...]:
    """Put notes (kind, text) in the place of a published one and return their ids; all else stays as it was with it."""
    if row.status != "published":
        raise Refusal(NO_NOTE, status=404)
    kept = {name: getattr(row, name) for name in _STAYS_WITH_A_PART}
    before = tx.exec(select(func.count()).where(NoteRow.part_of == row.id)).one()
    made = tuple(
        add_note(tx, **kept, kind=kind, text=text, part_of=row.id, key=f"{row.key} part {place}")
        for place, (kind, text) in enumerate(parts, start=before + 1)
    )
    change_note(tx, row.id or 0, status=PARTED)
    return made


_STAYS_WITH_A_PART = (
    "workshop_id", "slip_id", "question", "station", "round", "group", "source", "sent", "paper_ticks",
)  # fmt: skip


def note_with_key(tx: Transaction, workshop_id: int, key: str) -> tuple[int, str, str, str | None] | None:
    """Id, text, status and slip of what an earlier sending of the same key left."""
    row = tx.connection().execute(_WITH_KEY, {"workshop": workshop_id, "key": key}).first()
    return (row.id, row.text, row.status, row.slip_id) if row else None


def add_note(tx: Transaction, **columns: Any) -> int:
    """Keep a note and return its id; `columns` are those of the table. `sent` is kept to the minute: the second would
    lead to the phone that a router's or a camera's clock has seen."""
    sent = columns["sent"].replace(second=0, microsecond=0)
    inserted = tx.connection().execute(_ADD, {**UNSAID, **columns, "sent": sent})
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


def published(
    tx: Transaction, where: Situation, *, after: int = 0, newest: int | None = None, themes: bool = True,
    left_out: bool = False,
) -> tuple[Note, ...]:  # fmt: skip
    """Published notes in the order they came; only those with an id above `after`, or only the `newest` ones. With
    `left_out` also those of slips that do not count.

    Where a person has not said the theme, it is suggested, unless `themes` is False: that costs a little time.
    """
    query = select(NoteRow).where(
        NoteRow.workshop_id == where.workshop.id, NoteRow.status == "published", col(NoteRow.id) > after,
        true() if left_out else counts(col(NoteRow.slip_id), where.workshop.id),
    )  # fmt: skip
    query = query.order_by(col(NoteRow.id).desc()).limit(newest) if newest else query.order_by(col(NoteRow.id))
    rows = list(tx.exec(query))
    found = as_notes(tx, where, reversed(rows) if newest else rows, after)
    return with_themes(tx, where.workshop.demo, found) if themes else found


def count_by_station(tx: Transaction, workshop_id: int) -> dict[int, int]:
    """Published notes at each station; a station without notes is left out."""
    rows = tx.exec(
        select(NoteRow.station, func.count())
        .where(NoteRow.workshop_id == workshop_id, NoteRow.status == "published", col(NoteRow.station).is_not(None))
        .where(counts(col(NoteRow.slip_id), workshop_id))
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
            counts(col(NoteRow.slip_id), where.workshop.id),
        )
        .order_by(col(NoteRow.id))
    )
    return as_notes(tx, where, rows)


def as_notes(tx: Transaction, where: Situation, rows: Iterable[NoteRow], after: int = 0) -> tuple[Note, ...]:
    """Rows as values, with ticks, exposure and the cluster they belong to. All ids must be above `after`: what was
    written since then is told without reading what was there before."""
    rows = tuple(rows)
    linked = not after or any(row.head is not None or row.part_of is not None for row in rows)
    alone = {row.id or 0: Head(None, row.theme, row.cluster_name) for row in rows}
    told = _Telling(
        where,
        all_heads(tx, where.workshop.id) if linked else alone,
        former_ids(tx, where.workshop.id) if linked else {},
        ticks(tx, where.workshop.id, after),
        sizes_by_round(chain.from_iterable(attendance(tx, where.workshop.id)), where),
    )
    return tuple(_together(tx, where, rows, [told.note(row) for row in rows]))


Sizes = list[list[int]]


@dataclass(frozen=True, slots=True)
class _Telling:
    """What is needed to tell a row as a note."""

    where: Situation
    heads: Mapping[int, Head]
    former: Mapping[int, tuple[int, ...]]
    counted: Mapping[int, int]
    sizes: Sizes

    def note(self, row: NoteRow) -> Note:
        number = row.id or 0
        head = root(self.heads, number)
        theme = self.heads[head].theme if head in self.heads and self.heads[head].theme else row.theme
        return Note(
            id=number,
            question=row.question,
            kind=row.kind,
            text=row.text if row.redacted is None else row.redacted,
            source=Source(row.source),
            station=row.station,
            round=row.round,
            group=row.group,
            theme=theme or UNSORTED,
            theme_confirmed=theme is not None,
            cluster=head,
            cluster_name=self.heads[head].name if head in self.heads else "",
            ticks=self.counted.get(number, 0) + row.paper_ticks,
            exposed=self._exposed(row),
            also=self.former.get(number, ()),
            part_of=row.part_of,
            fields=row.fields,
            sent=row.sent,
            redacted=row.redacted is not None,
        )

    def _exposed(self, row: NoteRow) -> int:
        carousel = self.where.carousel
        if carousel is None or row.station is None or row.round is None or row.group is None:
            return 0
        return exposed(row.station, row.round, carousel, self.sizes, carousel=carousel.carousel_of(row.group))


def _together(tx: Transaction, where: Situation, rows: Sequence[NoteRow], told: Sequence[Note]) -> Iterable[Note]:
    """Count the people of clusters and of parted notes as sets; a note that stands alone is counted already."""
    clusters: dict[int, list[int]] = {}
    for place, note in enumerate(told):
        clusters.setdefault(note.cluster, []).append(place)
    several = [places for places in clusters.values() if len(places) > 1 or told[places[0]].also]
    if not several:
        return told
    people = Agreement(tx, where.workshop.id, where.carousel, reached(where))
    united = list(told)
    for places in several:
        members = [rows[place] for place in places]
        on_paper = sum(row.paper_ticks for row in members)  # of people nobody knows: they cannot be united
        ids = {number for place in places for number in (told[place].id, *told[place].also)}
        agree, could = people.ticks(ids) + on_paper, people.exposed(members)
        for place in places:
            note = told[place]
            own = people.ticks((note.id, *note.also)) + rows[place].paper_ticks if note.also else note.ticks
            united[place] = replace(note, ticks=own, cluster_ticks=agree, cluster_exposed=could)
    return united


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
