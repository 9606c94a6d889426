"""Slips, the answers that hang on them, and the counts that hang on nobody."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, and_, bindparam, exists
from sqlalchemy import delete as take_away
from sqlalchemy import insert as put
from sqlalchemy import select as pick
from sqlalchemy import text as sql
from sqlmodel import SQLModel, col, delete, select, update

from carousel.refusal import Refusal
from toolkit.i18n import _
from toolkit.store.excluded import counts
from toolkit.store.store import Transaction
from toolkit.store.tables import AnswerRow, BallotRow, NoteRow, SlipRow, TallyRow, TickRow

SLIP, NOTE, TICK, ANSWER, BALLOT, TALLY = (
    SQLModel.metadata.tables[row.__tablename__]
    for row in (SlipRow, NoteRow, TickRow, AnswerRow, BallotRow, TallyRow)
)
SHOWN = ("published", "held", "hidden")  # what a resident sees of the own notes
COUNTED = ":changed"  # counts the forms that were kept, also those that replace another with as many answers
GONE = _("This slip is no longer in use. Please check in again.")


class Holder(NamedTuple):
    """Who holds a slip, as far as a note needs it."""

    id: str
    workshop_id: int
    language: str
    group: int | None
    joined_round: int


class OwnNote(NamedTuple):
    """A resident's own note as their phone shows it; `status` is published, held or hidden."""

    id: int
    question: str
    kind: str
    text: str
    round: int | None
    station: int | None
    status: str
    fields: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Resident:
    """What a phone may know about its own slip."""

    slip: str
    workshop_id: int
    code: str
    language: str
    group: int | None
    joined_round: int
    official: bool
    left: bool
    own_notes: tuple[OwnNote, ...] = ()
    ticked: frozenset[int] = frozenset()
    marks: tuple[int, ...] | None = None
    closed: bool = False


def slip_row(tx: Transaction, slip: str) -> SlipRow:
    """The row of a slip; refuses with 410 when it was erased or never was."""
    row = tx.get(SlipRow, slip)
    if row is None or row.erased:
        raise Refusal(GONE, status=410)
    return row


# Statements that run at every phone's request are made once: making one anew costs more than running it.
_MINE = SLIP.c.id == bindparam("slip")
_HOLDER = pick(*(SLIP.c[name] for name in Holder._fields), SLIP.c.erased).where(_MINE)
_CLOSED: ColumnElement[bool] = exists().where(ANSWER.c.slip_id == SLIP.c.id, ANSWER.c.form == "closing")
_RESIDENT = (
    pick(SLIP, BALLOT.c.marks, _CLOSED.label("closed"))
    .select_from(SLIP.outerjoin(BALLOT, BALLOT.c.slip_id == SLIP.c.id))
    .where(_MINE)
)
_OWN = (
    pick(*(NOTE.c[name] for name in OwnNote._fields))
    .where(NOTE.c.slip_id == bindparam("slip"), NOTE.c.status.in_(SHOWN))
    .order_by(NOTE.c.id)
)
_TICKED = pick(TICK.c.note_id).where(TICK.c.slip_id == bindparam("slip"))


def holder(tx: Transaction, slip: str) -> Holder:
    """Who holds a slip; refuses with 410 when it was erased or never was."""
    row = tx.connection().execute(_HOLDER, {"slip": slip}).first()
    if row is None or row.erased:
        raise Refusal(GONE, status=410)
    return Holder(*row[:-1])


def resident(tx: Transaction, slip: str) -> Resident:
    """The resident of a slip, with own notes, ticks and marks; refuses with 410."""
    given, connection = {"slip": slip}, tx.connection()
    row = connection.execute(_RESIDENT, given).first()
    if row is None or row.erased:
        raise Refusal(GONE, status=410)
    return Resident(
        slip=slip,
        workshop_id=row.workshop_id,
        code=row.code,
        language=row.language,
        group=row.group,
        joined_round=row.joined_round,
        official=row.official,
        left=row.left_round is not None,
        own_notes=tuple(OwnNote(*note) for note in connection.execute(_OWN, given)),
        ticked=frozenset(connection.execute(_TICKED, given).scalars()),
        marks=None if row.marks is None else tuple(row.marks),
        closed=row.closed,
    )


def add_slip(tx: Transaction, **columns: Any) -> None:
    """Keep a new slip; `columns` are those of the table."""
    row = {"official": False, "unit": None, "group": None, "joined_round": 0, "left_round": None, "erased": False}
    unseen = {"admitted": False, "flag": "", "excluded": False, "past": []}
    connection = tx.connection()
    connection.execute(_ADD, row | unseen | columns)
    if connection.dialect.name == "sqlite":  # it numbers rows as they come
        connection.execute(_UNORDERED, {"slip": columns["id"]})


_ADD = put(SLIP)
_UNORDERED = sql("UPDATE slip SET rowid = random() WHERE id = :slip")


def slip_with_key(tx: Transaction, workshop_id: int, key: str) -> tuple[str, str, int | None] | None:
    """Id, code and group of the slip that an earlier sending of the same check-in made."""
    row = tx.connection().execute(_WITH_KEY, {"workshop": workshop_id, "key": key}).first()
    return (row.id, row.code, row.group) if row else None


_HERE = SLIP.c.workshop_id == bindparam("workshop")
_WITH_KEY = pick(SLIP.c.id, SLIP.c.code, SLIP.c.group).where(_HERE, SLIP.c.key == bindparam("key"))
_WITH_CODE = pick(SLIP.c.id).where(_HERE, SLIP.c.code == bindparam("code"))


def code_taken(tx: Transaction, workshop_id: int, code: str) -> bool:
    """Whether a slip of this workshop has this code already."""
    return tx.connection().execute(_WITH_CODE, {"workshop": workshop_id, "code": code}).first() is not None


def slip_with_code(tx: Transaction, workshop_id: int, code: str) -> SlipRow | None:
    """The slip with this printed code, for companions and for the facilitator's list."""
    return tx.exec(
        select(SlipRow).where(SlipRow.workshop_id == workshop_id, SlipRow.code == code.strip().upper())
    ).first()


def keep_answers(tx: Transaction, workshop_id: int, slip: str, form: str, answers: Mapping[str, Any]) -> None:
    """Store a form's answers; a form sent again replaces what it said before."""
    connection = tx.connection()
    count_up(tx, workshop_id, [COUNTED])
    connection.execute(_CLEAR, {"slip": slip, "of": form})
    rows = [
        {"slip_id": slip, "form": form, "question": question, "workshop_id": workshop_id, "value": value}
        for question, value in answers.items()
    ]
    if rows:
        connection.execute(_ANSWERS, rows)


_CLEAR = take_away(ANSWER).where(and_(ANSWER.c.slip_id == bindparam("slip"), ANSWER.c.form == bindparam("of")))
_ANSWERS = put(ANSWER)


def count_up(tx: Transaction, workshop_id: int, items: Sequence[str]) -> None:
    """Add one to each of these totals."""
    if items:
        tx.connection().execute(_COUNT_UP, [{"workshop": workshop_id, "item": item} for item in items])


_COUNT_UP = sql(
    "INSERT INTO tally (workshop_id, item, count) VALUES (:workshop, :item, 1) "
    "ON CONFLICT (workshop_id, item) DO UPDATE SET count = tally.count + 1"
)


def totals(tx: Transaction, workshop_id: int) -> dict[str, int]:
    """The totals of what makes taking part easier today."""
    rows = tx.exec(select(TallyRow).where(TallyRow.workshop_id == workshop_id, TallyRow.item != COUNTED))
    return {row.item: row.count for row in rows}


def answers_by_slip(tx: Transaction, workshop_id: int, form: str) -> dict[str, dict[str, Any]]:
    """A form's answers that count, by slip and question."""
    found: dict[str, dict[str, Any]] = {}
    here = (AnswerRow.workshop_id == workshop_id, AnswerRow.form == form)
    for row in tx.exec(select(AnswerRow).where(*here, counts(col(AnswerRow.slip_id), workshop_id))):
        found.setdefault(row.slip_id, {})[row.question] = row.value
    return found


def slip_to_erase(tx: Transaction, workshop_id: int, erasure_hash: str) -> SlipRow | None:
    """The slip that an erasure code belongs to."""
    return tx.exec(
        select(SlipRow).where(SlipRow.workshop_id == workshop_id, SlipRow.erasure_hash == erasure_hash)
    ).first()


def erase(tx: Transaction, row: SlipRow) -> tuple[int, ...]:
    """Remove what hangs on a slip and return the ids of its notes. The empty slip stays, so that a late phone
    cannot bring it back."""
    own = tuple(note or 0 for note in tx.exec(select(NoteRow.id).where(NoteRow.slip_id == row.id)))
    tx.exec(
        update(NoteRow)
        .where(col(NoteRow.slip_id) == row.id)
        .values(text="", redacted=None, fields={}, cluster_name="", status="erased")
    )
    tx.exec(delete(AnswerRow).where(col(AnswerRow.slip_id) == row.id))
    tx.exec(delete(TickRow).where(col(TickRow.slip_id) == row.id))
    tx.exec(delete(BallotRow).where(col(BallotRow.slip_id) == row.id))
    row.erased, row.unit, row.past = True, None, []
    tx.add(row)
    return own
