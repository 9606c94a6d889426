"""Bringing a table into a workshop: all of it or nothing, nothing twice, and taking it back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from random import Random
from typing import Any

from carousel.refusal import Refusal
from carousel.workshop import Format, Source, Workshop
from toolkit.acts.answering import OFFICIALS
from toolkit.acts.codes import fingerprint
from toolkit.acts.forms import clean
from toolkit.acts.importing_rows import Row, Written
from toolkit.acts.keeping import keep_note
from toolkit.acts.mentoring import NO_ROWS, found_community, prepare_workshop
from toolkit.acts.reserving import free_code, printed_erasure
from toolkit.acts.standing import question, questions_of
from toolkit.i18n import _
from toolkit.store import Transaction, choices, imports, slips, workshops
from toolkit.store.workshops import Situation

TOO_EARLY = _("The stations open with the first round. Import afterwards, or into an open house.")
IN_USE = _("Somebody merged, ticked or voted on these notes since. The import can no longer be undone.")
NO_IMPORT = _("This import was undone already.")
TOO_MANY = _("At most {most} notes fit into one import. Please split the file.")
KNOWN = _("This file is in “{title}” already. Nothing was changed.")
PREFIX = "import:"
MOST_NOTES = 5_000  # nobody else can write meanwhile
KEPT, REMEMBERED = 10, 30  # imports that can be undone; headers whose columns are remembered
COLUMNS = "import columns"


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtIn:
    """What came of a file: notes and people added, notes that were there already, and notes that wait for a person."""

    added: int = 0
    known: int = 0
    held: int = 0
    people: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """An import that can be undone; `file` is the file's name."""

    id: str
    file: str
    at: datetime
    added: int
    people: int


def bring_in(
    tx: Transaction, workshop_id: int, rows: Sequence[Row], *, source: Source, file: str, now: datetime, rng: Random
) -> BroughtIn:
    """Keep what these rows say; what came before under the same keys stays as it is. All or nothing.

    A person's row makes a slip, on which notes and answers hang together. Refuses with 409 a carousel before its
    first round, since its notes would have no station, and with 422 more than MOST_NOTES.
    """
    if not rows:
        raise Refusal(NO_ROWS)
    if sum(len(row.notes) for row in rows) > MOST_NOTES:
        raise Refusal(TOO_MANY, most=MOST_NOTES)
    where = workshops.situation_of(tx, workshop_id)
    bringing = _Bringing(tx, where, source, now, rng)
    for row in rows:
        bringing.take(row)
    found = bringing.result
    if found.added or found.people:
        _remember(tx, workshop_id, file, now, bringing)
    tx.announce(workshop_id, "people")
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class NewHouse:
    """The open house that a file makes."""

    community: str
    title: str
    day: date
    language: str
    question_set: str


def bring_in_file(
    tx: Transaction, into: int | NewHouse, rows: Sequence[Row], columns: Mapping[str, str], *, source: Source,
    file: str, now: datetime, rng: Random, programme: int | None = None,
) -> tuple[Workshop, BroughtIn]:  # fmt: skip
    """Bring a file into a workshop or into a new open house, which is closed to newcomers, and remember how its
    columns (all of them, in their order, with their aims) were read. Refuses with 409 a new open house for a file that
    a workshop of the same community holds already."""
    if not rows:
        raise Refusal(NO_ROWS)
    workshop = _house(tx, into, rows, rng, programme) if isinstance(into, NewHouse) else into
    remember_columns(tx, tuple(columns), columns)
    found = bring_in(tx, workshop, rows, source=source, file=file, now=now, rng=rng)
    return workshops.situation_of(tx, workshop).workshop, found


def _house(tx: Transaction, wanted: NewHouse, rows: Sequence[Row], rng: Random, programme: int | None) -> int:
    community = found_community(tx, wanted.community, programme=programme)
    if held := imports.holding(tx, community, (_note_key(row, note) for row in rows for note in row.notes)):
        raise Refusal(KNOWN, status=409, title=workshops.row_of(tx, held).title)
    made = prepare_workshop(
        tx, community, title=wanted.title or wanted.community, day=wanted.day, rng=rng,
        format=Format.OPEN_HOUSE, language=wanted.language, question_set=wanted.question_set, expected=len(rows),
    )  # fmt: skip
    workshops.choose(tx, made.id, joining=False)
    tx.announce(made.id, "step")
    return made.id


def _note_key(row: Row, note: Written) -> str:
    return f"{PREFIX}{row.key}:{note.name}"


class _Bringing:
    """A file while it is brought in, with what is known of earlier ones."""

    def __init__(self, tx: Transaction, where: Situation, source: Source, now: datetime, rng: Random) -> None:
        self.tx, self.where, self.source, self.now, self.rng = tx, where, source, now, rng
        self.asked = questions_of(where)
        self.note_keys, self.slips_by_key = imports.known_keys(tx, where.workshop.id, PREFIX)
        self.notes: list[int] = []
        self.slips: list[str] = []
        self.known = self.held = 0

    @property
    def result(self) -> BroughtIn:
        """What came of it so far."""
        return BroughtIn(added=len(self.notes), known=self.known, held=self.held, people=len(self.slips))

    def take(self, row: Row) -> None:
        """Keep a row's slip, answers and notes, as far as they are new."""
        slip = self._slip(row) if row.person else None
        for note in row.notes:
            key = _note_key(row, note)
            if key in self.note_keys:
                self.known += 1
            else:
                self._note(row, note, key, slip)

    def _slip(self, row: Row) -> str:
        key = f"{PREFIX}{row.key}"
        if key in self.slips_by_key:
            return self.slips_by_key[key]
        made = open_slip(self.tx, self.where, key, row.checkin, self.rng, left_round=0)  # nobody to be seated
        slips.keep_answers(self.tx, self.where.workshop.id, made, "closing", row.closing)
        self.slips.append(made)
        return made

    def _note(self, row: Row, note: Written, key: str, slip: str | None) -> None:
        kept = keep_note(
            self.tx, self.where.workshop.id, question(self.where, note.question), note.text, kind=note.kind,
            by_hand=self.where.workshop.approve_by_hand, details=note.details, key=key, slip_id=slip,
            theme=note.theme, source=row.source or self.source, sent=row.sent or self.now, paper_ticks=row.ticks,
            station=self._station(note.question),
        )  # fmt: skip
        self.notes.append(kept.note)
        self.held += kept.status == "held"

    def _station(self, asked: str) -> int | None:
        if self.where.workshop.format == "open_house":
            return None
        if self.where.carousel is None:
            raise Refusal(TOO_EARLY, status=409)
        return self.where.carousel.station_of(asked)


def open_slip(
    tx: Transaction, where: Situation, key: str, checkin: Mapping[str, Any], rng: Random, *, code: str = "",
    **place: int | None,
) -> str:  # fmt: skip
    """The id of a new slip for somebody who never held a phone: no ticket is drawn. A printed `code` stands on a slip
    beside its erasure code; without one nobody has been given any.

    `place`: group, joined_round, left_round.
    """
    workshop, erasure = where.workshop.id, ""
    if code and not slips.code_taken(tx, workshop, code):
        erasure = fingerprint("erasure", printed_erasure(workshop, code))
    else:
        code = free_code(tx, workshop, rng)
    slip = f"{rng.getrandbits(128):032x}"
    official = checkin.get("stakeholder_type") in OFFICIALS
    slips.add_slip(
        tx, id=slip, workshop_id=workshop, key=key, code=code, language=where.workshop.language, official=official,
        erasure_hash=erasure, **place,
    )  # fmt: skip
    slips.keep_answers(tx, workshop, slip, "checkin", checkin)
    return slip


def _remember(tx: Transaction, workshop_id: int, file: str, now: datetime, made: _Bringing) -> None:
    name, found = f"imports {workshop_id}", made.result
    line = {
        "id": fingerprint("import", f"{workshop_id} {now.isoformat()} {file}")[:16], "file": clean(file)[:120],
        "at": now.isoformat(), "added": found.added, "people": found.people, "notes": made.notes, "slips": made.slips,
    }  # fmt: skip
    choices.set_choice(tx, name, [line, *choices.choice(tx, name, [])][:KEPT])


def imports_of(tx: Transaction, workshop_id: int) -> tuple[Import, ...]:
    """The imports of a workshop that can still be undone, the latest first."""
    return tuple(
        Import(
            id=line["id"], file=line["file"], at=datetime.fromisoformat(line["at"]), added=line["added"],
            people=line["people"],
        )
        for line in choices.choice(tx, f"imports {workshop_id}", [])
    )  # fmt: skip


def undo_import(tx: Transaction, workshop_id: int, id: str, now: datetime) -> int:
    """Take back what an import brought in; the number of its notes. Refuses with 409 when somebody worked with it."""
    name = f"imports {workshop_id}"
    lines = choices.choice(tx, name, [])
    line = next((one for one in lines if one["id"] == id), None)
    if line is None:
        raise Refusal(NO_IMPORT, status=409)
    if imports.worked_with(tx, workshop_id, line["notes"], line["slips"]):
        raise Refusal(IN_USE, status=409)
    imports.take_back(tx, workshop_id, line["notes"], line["slips"])
    choices.set_choice(tx, name, [one for one in lines if one["id"] != id])
    for note in line["notes"]:
        tx.announce(workshop_id, "gone", note)
    tx.announce(workshop_id, "people")
    return len(line["notes"])


def columns_for(tx: Transaction, header: Sequence[str]) -> dict[str, str] | None:
    """How the columns of a table with this header were brought in the last time; None for a new header."""
    found: Any = choices.choice(tx, COLUMNS, {}).get(_header_key(header))
    return dict(zip(header, found, strict=True)) if found else None


def remember_columns(tx: Transaction, header: Sequence[str], columns: Mapping[str, str]) -> None:
    """Keep how these columns are brought in, for the next file with the same header."""
    kept = {key: aims for key, aims in choices.choice(tx, COLUMNS, {}).items() if key != _header_key(header)}
    kept[_header_key(header)] = [columns.get(name, "") for name in header]
    choices.set_choice(tx, COLUMNS, dict(list(kept.items())[-REMEMBERED:]))


def _header_key(header: Sequence[str]) -> str:
    return fingerprint("header", "\x1f".join(header))[:24]
