"""The evening as planned and as held, read from the moves that led through it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from sqlmodel import col, select

from carousel import schedule
from carousel.stage import Stage, Step, from_dict
from carousel.workshop import Stretch
from toolkit.store.store import Transaction
from toolkit.store.tables import MoveRow
from toolkit.store.workshops import Situation

PLANNED = {
    Stage.BREAK: schedule.BREAK,
    Stage.GALLERY: schedule.GALLERY,
    Stage.HARVEST: schedule.HARVEST,
    Stage.VOTE: schedule.VOTE,
    Stage.CLOSING: schedule.CLOSING,
}


def timeline(tx: Transaction, where: Situation) -> tuple[Stretch, ...]:
    """Each part of the evening with its beginning and end, in order; the last one has no end while it lasts.

    What was taken back and done again is one part. Rounds are planned as they were when the first one began.
    """
    rows = tx.exec(
        select(MoveRow)
        .where(MoveRow.workshop_id == where.workshop.id, col(MoveRow.undone).is_(False), MoveRow.verb != "undo")
        .order_by(col(MoveRow.version))
    )
    moves = [(from_dict(row.before["step"]), row.at) for row in rows]
    lengths = next((step.lengths for step, _ in moves if step.stage is Stage.ROUND), where.step.lengths)
    ends: list[tuple[Step, datetime | None]] = [*moves, (where.step, None)]
    return tuple(_joined(_stretches(ends, lengths)))


def _stretches(ends: Iterable[tuple[Step, datetime | None]], lengths: tuple[int, ...]) -> Iterator[Stretch]:
    """What stood before each move lasted from the move before it; when the first step began nobody noted."""
    began: datetime | None = None
    for step, at in ends:
        if began is not None:
            planned = _planned(step, lengths)
            yield Stretch(stage=step.stage.value, round=step.round, planned=planned, began=began, ended=at)
        began = at


def _planned(step: Step, lengths: tuple[int, ...]) -> int | None:
    if step.stage is Stage.ROUND and step.round is not None and step.round < len(lengths):
        return lengths[step.round]
    return step.move_seconds if step.stage is Stage.MOVING else PLANNED.get(step.stage)


def _joined(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """A pause, a minute more or a step back does not begin another part."""
    kept: Stretch | None = None
    for each in stretches:
        if kept and (kept.stage, kept.round) == (each.stage, each.round):
            kept = replace(kept, ended=each.ended)
            continue
        if kept:
            yield kept
        kept = each
    if kept:
        yield kept
