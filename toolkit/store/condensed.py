"""What the comparison counts of each workshop, kept until the workshop or what is written about it changes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, case
from sqlalchemy import delete as take_away
from sqlalchemy import insert as put
from sqlalchemy import select as pick
from sqlmodel import SQLModel, func

from carousel.step import Stage
from toolkit.compare.condensed import Condensed
from toolkit.compare.packing import FORMAT, pack, unpack
from toolkit.store.slips import COUNTED
from toolkit.store.store import Transaction
from toolkit.store.tables import (
    AnswerRow,
    BallotRow,
    CommunityRow,
    CondensedRow,
    ContactRow,
    LogRow,
    NoteRow,
    PairRow,
    RecordRow,
    SlipRow,
    TallyRow,
    TickRow,
    WorkshopRow,
)

Mark = list[int | str | None]
"""Small values, as JSON keeps them: they differ after every change of what the comparison counts."""
AT_ONCE = 500  # ids in one question: databases have a limit
_WORKSHOP, _NOTE, _LOG, _TICK, _RECORD, _COMMUNITY, _SLIP, _TALLY, _KEPT, *_FORMS = (
    SQLModel.metadata.tables[str(row.__tablename__)]
    for row in (
        WorkshopRow, NoteRow, LogRow, TickRow, RecordRow, CommunityRow, SlipRow, TallyRow, CondensedRow,
        AnswerRow, BallotRow, ContactRow, PairRow,
    )
)  # fmt: skip
_STAGE = _WORKSHOP.c.step["stage"].as_string()


def marks(tx: Transaction, ids: Sequence[int] = ()) -> dict[int, Mark]:
    """The mark of each workshop that is there; of all of them without `ids`."""
    found: dict[int, Mark] = {}
    for some in _portions(ids):
        rows = tx.execute(_within(_WORKSHOPS, _WORKSHOP.c.id, some)).all()
        here: dict[int, Mark] = {row[0]: [FORMAT, *row[1:-2], row[-2].isoformat(), row[-1]] for row in rows}
        for query, key in _COUNTS:
            _count(tx, query, key, some, here)
        # nobody ticks after the evening, and ticks are by far the most rows
        lasting = [row[0] for row in rows if row[-1] != Stage.THANKS]
        for few in _portions(lasting) if lasting else ():
            _count(tx, *_TICKS, few, {id: here[id] for id in few})
        found |= here
    return found


def _count(
    tx: Transaction, query: Select[Any], key: ColumnElement[int], ids: Sequence[int], marked: Mapping[int, Mark]
) -> None:
    """Add what a query counts to each mark; noughts where it counts nothing."""
    counted = {row[0]: row[1:] for row in tx.execute(_within(query, key, ids))}
    nothing = (0,) * (len(query.selected_columns) - 1)
    for id, mark in marked.items():
        mark.extend(int(each or 0) for each in counted.get(id, nothing))


def kept(tx: Transaction, current: Mapping[int, Mark]) -> dict[int, Condensed]:
    """What was kept of these workshops, where its mark still holds."""
    found: dict[int, Condensed] = {}
    for some in _portions(tuple(current)):
        for id, mark, value in tx.execute(pick(_KEPT).where(_KEPT.c.workshop_id.in_(some))):
            if mark == current[id]:
                found[id] = unpack(value)
    return found


def keep(tx: Transaction, counted: Mapping[int, tuple[Mark, Condensed]]) -> None:
    """Keep what was counted under the mark that was read before it; what was kept before is replaced."""
    if not counted:
        return
    tx.execute(take_away(_KEPT).where(_KEPT.c.workshop_id.in_(list(counted))))
    tx.execute(put(_KEPT), [
        {"workshop_id": id, "mark": mark, "value": pack(value)} for id, (mark, value) in counted.items()
    ])  # fmt: skip


def _portions(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    """Some at a time; once nothing, which is all, where none are named."""
    yield from (ids[at : at + AT_ONCE] for at in range(0, len(ids), AT_ONCE)) if ids else [()]


def _within(query: Select[Any], key: ColumnElement[int], ids: Sequence[int]) -> Select[Any]:
    return query.where(key.in_(ids)) if ids else query


def _by(key: ColumnElement[int], *counts: ColumnElement[Any]) -> tuple[Select[Any], ColumnElement[int]]:
    return pick(key, *counts).group_by(key), key


def _counts() -> Iterable[tuple[Select[Any], ColumnElement[int]]]:
    notes, note_key = _by(_NOTE.c.workshop_id, func.count(), func.max(_NOTE.c.id), func.sum(_NOTE.c.paper_ticks))
    yield notes.where(_NOTE.c.status == "published"), note_key
    gestures, log_key = _by(_LOG.c.workshop_id, func.count(), func.max(_LOG.c.id))
    yield gestures.where(_LOG.c.undone.is_(False)), log_key
    people, slip_key = _by(_SLIP.c.workshop_id, func.count(), func.sum(case((_SLIP.c.excluded, 1), else_=0)))
    yield people.where(_SLIP.c.erased.is_(False)), slip_key
    for form in _FORMS:
        core = (func.sum(case((form.c.core, 1), else_=0)),) if "core" in form.c else ()  # a consent may be withdrawn
        yield _by(form.c.workshop_id, func.count(), *core)
    # as many answers may say something else: a form that was sent anew, or undone and typed in again
    yield pick(_TALLY.c.workshop_id, _TALLY.c.count).where(_TALLY.c.item == COUNTED), _TALLY.c.workshop_id
    removed = func.sum(case((_RECORD.c.removed, 1), else_=0))
    records, _ = _by(_WORKSHOP.c.id, func.count(), func.sum(_RECORD.c.version), removed)
    of_community = _WORKSHOP.join(_RECORD, _RECORD.c.community_id == _WORKSHOP.c.community_id)
    yield records.select_from(of_community), _WORKSHOP.c.id


def _ticks() -> tuple[Select[Any], ColumnElement[int]]:
    ticks, key = _by(_NOTE.c.workshop_id, func.count())
    return ticks.select_from(_NOTE.join(_TICK, _TICK.c.note_id == _NOTE.c.id)), key


_COUNTS, _TICKS = tuple(_counts()), _ticks()
_WORKSHOPS = pick(
    _WORKSHOP.c.id, _WORKSHOP.c.version, _WORKSHOP.c.hosts, _WORKSHOP.c.host_mode, _WORKSHOP.c.title,
    _COMMUNITY.c.name, _COMMUNITY.c.population, _COMMUNITY.c.population_source, _WORKSHOP.c.date, _STAGE,
).join_from(_WORKSHOP, _COMMUNITY, _COMMUNITY.c.id == _WORKSHOP.c.community_id)  # fmt: skip
