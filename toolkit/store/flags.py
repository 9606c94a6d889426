"""Slips that look odd: which rule flagged them, what hangs on them, and whether they are left out of the count."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlmodel import col, func, select, update

from carousel.workshop import Vote
from toolkit.store.store import Transaction
from toolkit.store.tables import BallotRow, NoteRow, SlipRow

AT_ONCE = 500  # ids in one statement: databases have a limit


@dataclass(frozen=True, slots=True, kw_only=True)
class Flagged:
    """One flagged slip as the facilitator sees it; `rule` says why. `notes` are its published words."""

    slip: str
    code: str
    rule: str
    excluded: bool
    admitted: bool
    voted: bool
    notes: tuple[str, ...] = ()


def flag(tx: Transaction, slips: Sequence[str], rule: str) -> None:
    """Flag slips; whoever is flagged already keeps the first reason."""
    for some in _portions(slips):
        tx.exec(update(SlipRow).where(col(SlipRow.id).in_(some), col(SlipRow.flag) == "").values(flag=rule))


def flagged(tx: Transaction, workshop_id: int) -> tuple[Flagged, ...]:
    """The flagged slips that were not erased, by rule and code."""
    rows = tx.exec(
        select(SlipRow, BallotRow.slip_id)
        .outerjoin(BallotRow, col(BallotRow.slip_id) == SlipRow.id)
        .where(SlipRow.workshop_id == workshop_id, col(SlipRow.flag) != "", col(SlipRow.erased).is_(False))
        .order_by(SlipRow.flag, SlipRow.code)
    ).all()
    written = _written(tx, workshop_id) if rows else {}
    return tuple(
        Flagged(
            slip=row.id,
            code=row.code,
            rule=row.flag,
            excluded=row.excluded,
            admitted=row.admitted,
            voted=ballot is not None,
            notes=tuple(written.get(row.id, ())),
        )
        for row, ballot in rows
    )


def _written(tx: Transaction, workshop_id: int) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    rows = tx.exec(
        select(NoteRow.slip_id, NoteRow.text)
        .join(SlipRow, col(SlipRow.id) == NoteRow.slip_id)
        .where(NoteRow.workshop_id == workshop_id, NoteRow.status == "published", col(SlipRow.flag) != "")
        .order_by(col(NoteRow.id))
    )
    for slip, text in rows:
        found.setdefault(slip or "", []).append(text)
    return found


def waiting(tx: Transaction, workshop_id: int) -> int:
    """How many flagged slips still count."""
    query = select(func.count()).where(
        SlipRow.workshop_id == workshop_id, col(SlipRow.flag) != "", col(SlipRow.excluded).is_(False),
        col(SlipRow.erased).is_(False),
    )  # fmt: skip
    return tx.exec(query).one()


def exclude(tx: Transaction, workshop_id: int, slips: Collection[str], on: bool) -> tuple[int, ...]:
    """Leave flagged slips out of the count, or take them in again; the ids of their published notes."""
    touched: list[int] = []
    for some in _portions(tuple(slips)):
        here = (SlipRow.workshop_id == workshop_id, col(SlipRow.id).in_(some), col(SlipRow.flag) != "")
        changing = [*tx.exec(select(SlipRow.id).where(*here, col(SlipRow.excluded).is_not(on)))]
        tx.exec(update(SlipRow).where(col(SlipRow.id).in_(changing)).values(excluded=on))
        notes = select(NoteRow.id).where(col(NoteRow.slip_id).in_(changing), NoteRow.status == "published")
        touched += [note or 0 for note in tx.exec(notes)]
    return tuple(sorted(touched))


def left_out(tx: Transaction, workshop_id: int) -> tuple[int, tuple[Vote, ...]]:
    """How many slips are left out of the count, and their ballots."""
    here = (SlipRow.workshop_id == workshop_id, col(SlipRow.excluded).is_(True), col(SlipRow.erased).is_(False))
    rows = tx.exec(
        select(BallotRow).join(SlipRow, col(SlipRow.id) == BallotRow.slip_id).where(*here).order_by(BallotRow.key)
    )
    votes = tuple(Vote(frozenset(row.marks), row.official) for row in rows)
    return tx.exec(select(func.count()).where(*here)).one(), votes


def _portions(slips: Sequence[str]) -> list[Sequence[str]]:
    return [slips[at : at + AT_ONCE] for at in range(0, len(slips), AT_ONCE)]
