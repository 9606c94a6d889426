"""What of the figures is out: kept in the store, so that neither a restart nor a second process begins anew."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import bindparam
from sqlalchemy import delete as take_away
from sqlalchemy import select as pick
from sqlmodel import SQLModel

from carousel.workshop import Evening, Note
from toolkit.compare import agreed, versions
from toolkit.compare.agreed import Ticks
from toolkit.store.store import Transaction
from toolkit.store.tables_once import ReleasedRow

TICKS, FILE = "ticks", "file"
_RELEASED = SQLModel.metadata.tables[str(ReleasedRow.__tablename__)]
_HERE = (_RELEASED.c.workshop_id == bindparam("workshop"), _RELEASED.c.kind == bindparam("of"))
_VALUE, _VOID = pick(_RELEASED.c.value).where(*_HERE), take_away(_RELEASED).where(*_HERE)


def released(tx: Transaction, workshop_id: int, kind: str) -> Any:
    """What was kept as out of a kind, as JSON; None before anything was."""
    row = tx.connection().execute(_VALUE, {"workshop": workshop_id, "of": kind}).first()
    return None if row is None else row.value


def release(tx: Transaction, workshop_id: int, kind: str, value: Any) -> None:
    """Keep what is out from now on; it may be shown after the commit only."""
    void(tx, workshop_id, kind)
    tx.connection().execute(_RELEASED.insert(), {"workshop_id": workshop_id, "kind": kind, "value": value})


def void(tx: Transaction, workshop_id: int, kind: str) -> None:
    """Nothing is out of this kind any more: there will be a new result."""
    tx.connection().execute(_VOID, {"workshop": workshop_id, "of": kind})


def seen(tx: Transaction, evening: Evening, kinds: Iterable[str]) -> Evening | None:
    """The evening as far as it may be out now; None where another version is due, which must be released first."""
    out = {kind: released(tx, evening.workshop.id, kind) or [] for kind in kinds}
    due = any(len(versions.following(kept, versions.of(evening, kind))) > len(kept) for kind, kept in out.items())
    return None if due else versions.seen(evening, out)


def put_out(tx: Transaction, evening: Evening, kinds: Iterable[str]) -> None:
    """Release what is due of these kinds of forms."""
    for kind in kinds:
        kept = released(tx, evening.workshop.id, kind) or []
        following = versions.following(kept, versions.of(evening, kind))
        if len(following) > len(kept):
            release(tx, evening.workshop.id, kind, following)


def ticks_out(tx: Transaction, workshop_id: int) -> Ticks:
    """The ticks that are out."""
    found: Ticks = released(tx, workshop_id, TICKS) or {}
    return found


def put_out_ticks(tx: Transaction, workshop_id: int, notes: Iterable[Note]) -> None:
    """Release the ticks that notes have got by now, as far as five people or more gave them."""
    out = ticks_out(tx, workshop_id)
    following = agreed.following(out, agreed.counted(notes))
    if following != out:
        release(tx, workshop_id, TICKS, following)


def with_ticks_out(tx: Transaction, workshop_id: int, notes: Iterable[Note]) -> tuple[Note, ...]:
    """The notes as everybody may see them: with the ticks that are out."""
    return agreed.seen(notes, ticks_out(tx, workshop_id))
