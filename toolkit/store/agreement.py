"""Who agrees with an idea: ticks and exposure as sets of people, so that nobody counts twice in a cluster."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import bindparam
from sqlalchemy import select as pick
from sqlmodel import SQLModel, func

from carousel.carousel import Carousel
from carousel.exposure import Cell, later, readers
from toolkit.store.excluded import counts
from toolkit.store.seats import Stay, attendance
from toolkit.store.store import Transaction
from toolkit.store.tables import NoteRow

_NOTE, _TICK = SQLModel.metadata.tables["note"], SQLModel.metadata.tables["tick"]
_OF_WORKSHOP = _TICK.join(_NOTE, _NOTE.c.id == _TICK.c.note_id)
_COUNTS = counts(_TICK.c.slip_id, bindparam("workshop"))
_COUNTED = (
    pick(_TICK.c.note_id, func.count())
    .select_from(_OF_WORKSHOP)
    .where(_NOTE.c.workshop_id == bindparam("workshop"), _NOTE.c.id > bindparam("after"), _COUNTS)
    .group_by(_TICK.c.note_id)
)
_EACH = pick(_TICK.c.note_id, _TICK.c.slip_id).select_from(_OF_WORKSHOP).where(
    _NOTE.c.workshop_id == bindparam("workshop"), _COUNTS
)  # fmt: skip


def ticks(tx: Transaction, workshop_id: int, after: int = 0) -> dict[int, int]:
    """Ticks by note, for notes with an id above `after`."""
    return {note: count for note, count in tx.execute(_COUNTED, {"workshop": workshop_id, "after": after})}


class Agreement:
    """The people behind the ticks of one workshop, read when the first cluster of several notes is counted."""

    def __init__(self, tx: Transaction, workshop_id: int, carousel: Carousel | None, rounds: int) -> None:
        """`rounds` have been reached so far."""
        self.carousel, self.rounds = carousel, rounds
        self._there = _presence(attendance(tx, workshop_id), rounds)
        self._tickers: dict[int, set[str]] = {}
        for note, slip in tx.execute(_EACH, {"workshop": workshop_id}):
            self._tickers.setdefault(note, set()).add(slip)

    def ticks(self, ids: Iterable[int]) -> int:
        """People who ticked at least one of these notes."""
        return len(set[str]().union(*(self._tickers.get(note, ()) for note in ids)))

    def exposed(self, rows: Iterable[NoteRow]) -> int:
        """People who came to at least one of these notes after it was written."""
        return readers((cell for row in rows for cell in self._cells(row)), self._there)

    def _cells(self, row: NoteRow) -> Iterator[Cell]:
        if self.carousel is None or row.station is None or row.round is None or row.group is None:
            return iter(())
        ring = self.carousel.carousel_of(row.group)
        return later(row.station, row.round, self.carousel, self.rounds, carousel=ring)


def _presence(people: Iterable[Sequence[Stay]], rounds: int) -> Mapping[Cell, set[int]]:
    there: dict[Cell, set[int]] = {}
    for person, stays in enumerate(people):
        for stay in stays:
            for round in range(stay.joined, rounds if stay.left is None else min(stay.left, rounds)):
                there.setdefault((round, stay.group), set()).add(person)
    return there
