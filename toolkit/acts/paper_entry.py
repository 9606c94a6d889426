"""Typing in notes from paper, during the evening or after it: each once, at its station, with its slip."""

import re
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import Any

from carousel.refusal import Refusal
from carousel.workshop import Format, Source
from toolkit.acts.answering import EMPTY
from toolkit.acts.codes import fingerprint, spelled
from toolkit.acts.forms import TOO_LONG, clean
from toolkit.acts.importing import open_slip
from toolkit.acts.keeping import MOST_IN_A_NOTE, keep_note
from toolkit.acts.standing import Place, question, visit
from toolkit.harvest.folding import composed, fold
from toolkit.i18n import _
from toolkit.store import Transaction, imports, notes, slips, workshops
from toolkit.store.paper import PAPER, remove_note
from toolkit.store.workshops import Situation

CODE = re.compile(r"[A-HJ-NP-Z]{3}[2-9]{2}")
MOST_TICKS = 200
NO_CODE = _("“{code}” is no slip code. It has three letters and two digits, like KLM47.")
TOO_EARLY = _("The stations open with the first round. Notes from paper can be typed in then.")
ALREADY = _("This note was typed in already. Tick “once more” to keep it twice.")
IN_USE = _("Somebody merged, ticked or voted on this note since. It can no longer be undone.")


@dataclass(frozen=True, slots=True)
class Typed:
    """A note that was kept; `held` when it waits for a person."""

    note: int
    held: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What a batch of papers has in common: the question, and the group that wrote where that is known."""

    question: str
    group: int | None = None
    kind: str = ""


def type_note(
    tx: Transaction, workshop_id: int, sheet: Sheet, text: str, now: datetime, rng: Random, *, ticks: int = 0,
    slip: str = "", again: bool = False,
) -> Typed:  # fmt: skip
    """Keep one note from paper. `slip` is the code written on it. The same words of the same batch are recognised and
    refused with 409, unless they were written `again` by somebody else."""
    words = clean(text)
    if not words:
        raise Refusal(EMPTY, field="text")
    if len(words) > MOST_IN_A_NOTE:
        raise Refusal(TOO_LONG, length=len(words), most=MOST_IN_A_NOTE, field="text")
    where = workshops.situation_of(tx, workshop_id)
    asked, code = question(where, sheet.question), read_code(slip)
    place = _place(where, sheet)
    key = _key(tx, workshop_id, f"{asked.id} {place} {code} {fold(composed(words))}", again)
    holder = _holder(tx, where, code, place.group, rng) if code else None
    kept = keep_note(
        tx, workshop_id, asked, words, kind=sheet.kind, by_hand=where.workshop.approve_by_hand, key=key,
        slip_id=holder, source=Source.PAPER, paper_ticks=max(0, min(ticks, MOST_TICKS)), sent=now,
        station=place.station, round=place.round, group=place.group,
    )  # fmt: skip
    return Typed(kept.note, kept.status == "held")


def _place(where: Situation, sheet: Sheet) -> Place:
    """Station, round and group: a group passes a station once, so the round follows from it."""
    if where.workshop.format is Format.OPEN_HOUSE:
        return Place()
    begun = notes.reached(where)
    if where.carousel is None or begun == 0:
        raise Refusal(TOO_EARLY, status=409)
    station = where.carousel.station_of(sheet.question)
    if sheet.group is None:
        return Place(station)
    return Place(station, visit(where.carousel, sheet.group, station, begun), sheet.group)


def _key(tx: Transaction, workshop_id: int, said: str, again: bool) -> str:
    key = f"{PAPER}{fingerprint('paper note', said)}"
    number = 1
    while notes.note_with_key(tx, workshop_id, f"{key}:{number}") is not None:
        if not again:
            raise Refusal(ALREADY, status=409, field="again")
        number += 1
    return f"{key}:{number}"


def read_code(code: str) -> str:
    """A slip's code as it was meant, empty where none was written; refuses what cannot be one."""
    meant = spelled(code)
    if meant and not CODE.fullmatch(meant):
        raise Refusal(NO_CODE, code=clean(code)[:20], field="slip")
    return meant


def _holder(tx: Transaction, where: Situation, code: str, group: int | None, rng: Random) -> str:
    """The slip with this code, opened when its paper is the first that is typed in."""
    row = slips.slip_with_code(tx, where.workshop.id, code)
    if row is not None:
        return slips.slip_row(tx, row.id).id
    return paper_slip(tx, where, rng, code=code, group=group)


def paper_slip(tx: Transaction, where: Situation, rng: Random, *, code: str = "", **more: Any) -> str:
    """A slip for a paper: with its written code, else with a new one. `more`: group, checkin."""
    key = f"{PAPER}{rng.getrandbits(128):032x}"
    return open_slip(tx, where, key, more.pop("checkin", {}), rng, code=code, **more)


def undo_note(tx: Transaction, workshop_id: int, note_id: int, now: datetime) -> None:
    """Take a note back that was typed in by mistake; refuses with 409 when somebody worked with it."""
    notes.note_row(tx, note_id, workshop_id)
    if imports.worked_with(tx, workshop_id, [note_id], []):
        raise Refusal(IN_USE, status=409)
    remove_note(tx, note_id)
    tx.announce(workshop_id, "gone", note_id)
