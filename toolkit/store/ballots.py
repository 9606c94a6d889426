"""The vote of the harvest."""

from collections.abc import Sequence

from sqlmodel import col, func, select

from carousel.workshop import Vote
from toolkit.store.choices import choice, set_choice
from toolkit.store.excluded import counts
from toolkit.store.store import Transaction
from toolkit.store.tables import BallotRow


def ballot_of(tx: Transaction, slip: str) -> tuple[str, tuple[int, ...]] | None:
    """Key and marks of a slip's ballot, or None."""
    row = tx.get(BallotRow, slip)
    return (row.key, tuple(row.marks)) if row else None


def keep_ballot(
    tx: Transaction, workshop_id: int, slip: str, *, key: str, marks: tuple[int, ...], official: bool
) -> None:
    """Store a slip's marks; while the vote runs a new ballot replaces the old one."""
    row = tx.get(BallotRow, slip) or BallotRow(slip_id=slip, workshop_id=workshop_id, key=key)
    row.key, row.marks, row.official = key, list(marks), official
    tx.add(row)


def ballots(tx: Transaction, workshop_id: int) -> tuple[Vote, ...]:
    """Every ballot that counts, without the slip it came from."""
    here = (BallotRow.workshop_id == workshop_id, counts(col(BallotRow.slip_id), workshop_id))
    rows = tx.exec(select(BallotRow).where(*here).order_by(BallotRow.key))
    return tuple(Vote(frozenset(row.marks), row.official) for row in rows)


def ballot_count(tx: Transaction, workshop_id: int) -> int:
    """How many have voted."""
    return tx.exec(select(func.count()).where(BallotRow.workshop_id == workshop_id)).one()


def order(tx: Transaction, workshop_id: int) -> tuple[int, ...]:
    """Ids of the clusters as they were numbered when the vote began; empty before."""
    return tuple(choice(tx, f"ballot {workshop_id}", ()))


def keep_order(tx: Transaction, workshop_id: int, ids: Sequence[int]) -> None:
    """Number the clusters: the first is number 1."""
    set_choice(tx, f"ballot {workshop_id}", list(ids))
