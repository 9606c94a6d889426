"""What a resident does: check in, leave notes, tick, vote, say how it was, be forgotten."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import Any

from carousel.refusal import Refusal
from carousel.stage import Stage
from carousel.votes import marks_for
from toolkit.acts.admitting import FIELD, admit
from toolkit.acts.codes import fingerprint, private_code, typed
from toolkit.acts.erasing import day_of, forget_slip
from toolkit.acts.forms import Given, first, read_form, read_key, read_text
from toolkit.acts.joining import let_in, still_open
from toolkit.acts.keeping import MOST_IN_A_NOTE, Kept, keep_note
from toolkit.acts.releasing import put_out_ticks
from toolkit.acts.reserving import free_code
from toolkit.acts.seating import sit_down
from toolkit.acts.standing import Place, may_tick, place, question, questions_of
from toolkit.compare.versions import VOTES
from toolkit.content.question_set import Question
from toolkit.harvest.clusters import of, votable
from toolkit.i18n import _
from toolkit.store import Transaction, ballots, clusters, notes, released, slips, tickets, tombstones, workshops
from toolkit.store.slips import Holder
from toolkit.store.workshops import Situation

OTHER_WORDS = _("This note was already received with other words. Please look at the page, then send again.")
CHANGED = _("This note was changed in the meantime. Please compare both texts and choose.")
OTHER_MARKS = _("This ballot was already received with other marks. Please look at the page, then vote again.")
EMPTY = _("The note is empty. Please write one idea.")
NOT_HERE = _("You can agree with a note when your group comes to its station.")
NO_VOTE = _("The vote is not open now. Please look at the screen.")
TOO_MANY_MARKS = _("Please choose at most {most}.")
NOT_VOTABLE = _("One of your choices is no longer there. Please choose again.")
FIXED = _("The vote has begun, so the words can no longer change. You can still withdraw the note.")
OFFICIALS = ("obcina", "svet_ks", "koordinator")
ERASURE = "erasure code"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedIn:
    """What the phone shows after check-in; the erasure code is shown once."""

    slip: str
    code: str
    erasure_code: str
    ticket: int
    group: int | None
    repeated: bool = False


def check_in(
    tx: Transaction, code: str, given: Given, key: str, language: str, now: datetime, rng: Random
) -> CheckedIn:
    """Give out a slip and a raffle ticket. The same key again gives the same ones. Refuses with 410 when closed.

    `given` may carry `companion`, the code of the slip to share a group with, and `ticket`, the code of the ticket
    that lets this one phone in.
    """
    where = workshops.situation_of(tx, workshops.id_of(tx, code), counted=False)
    workshop = where.workshop.id
    kept = slips.slip_with_key(tx, workshop, fingerprint("slip", read_key(key)))
    repeated = kept is not None
    if kept is None:
        not_forgotten(tx, key)
        let_in(where.workshop, now)
        admitted = admit(tx, where.workshop, first(given, FIELD), key)
        kept = _new_slip(tx, where, given, key, language, rng, admitted)
        if where.step.stage is Stage.OPEN:  # its ticks have no round to wait for
            put_out_ticks(tx, where)
        tx.announce(workshop, "people")
    slip, slip_code, group = kept
    return CheckedIn(
        slip=slip,
        code=slip_code,
        erasure_code=private_code(ERASURE, key),
        ticket=tickets.ticket(tx, workshop, fingerprint("ticket", key)),
        group=group,
        repeated=repeated,
    )


def not_forgotten(tx: Transaction, key: str) -> None:
    """Refuses with 410 to bring back a slip that was erased: a copy of the store from before it may be in use."""
    if tombstones.stands(tx, fingerprint("erasure", private_code(ERASURE, key))):
        raise Refusal(slips.GONE, status=410)


def _new_slip(
    tx: Transaction, where: Situation, given: Given, key: str, language: str, rng: Random, admitted: bool
) -> tuple[str, str, int | None]:
    form, workshop = questions_of(where).checkin, where.workshop.id
    answers = read_form([field for field in form.fields if field.privacy != "ops"], given, language)
    helps = read_form([field for field in form.fields if field.privacy == "ops"], given, language)
    slip, slip_code = f"{rng.getrandbits(128):032x}", free_code(tx, workshop, rng)
    seat = sit_down(tx, where, slip, first(given, "companion"))
    slips.add_slip(
        tx,
        id=slip,
        workshop_id=workshop,
        key=fingerprint("slip", key),
        code=slip_code,
        language=language,
        official=answers.get("stakeholder_type") in OFFICIALS,
        erasure_hash=fingerprint("erasure", private_code(ERASURE, key)),
        admitted=admitted,
        **seat,
    )
    slips.keep_answers(tx, workshop, slip, "checkin", answers)
    slips.count_up(tx, workshop, [item for items in helps.values() for item in _listed(items)])
    return slip, slip_code, seat.get("group")


def _listed(items: Any) -> Sequence[str]:
    return items if isinstance(items, list) else [items]


def leave_note(tx: Transaction, slip: str, given: Given, key: str, now: datetime) -> Kept:
    """Keep one idea under the phone's key. Refuses an empty or too long text, and a station not reached yet."""
    row = slips.holder(tx, slip)
    text = read_text(given, "text", MOST_IN_A_NOTE)
    if (kept := _kept_before(tx, row, key, text)) is not None:
        return kept
    if not text:
        raise Refusal(EMPTY, field="text")
    where = workshops.situation_of(tx, row.workshop_id, counted=False)
    still_open(tx, where, now)
    asked = question(where, first(given, "question"))
    return _keep(tx, where, row, asked, place(where, row.group, asked.id), text, given, key, now)


def _kept_before(tx: Transaction, row: Holder, key: str, text: str) -> Kept | None:
    """The note an earlier sending of this key left; the same key with other words is refused, the first is kept."""
    known = notes.note_with_key(tx, row.workshop_id, read_key(key))
    if known is None:
        return None
    note, kept, status, owner = known
    if owner != row.id or (text and kept != text):
        raise Refusal(OTHER_WORDS, status=409, field="text")
    return Kept(note, status, repeated=True)


def _keep(
    tx: Transaction, where: Situation, row: Holder, asked: Question, at: Place, text: str, given: Given, key: str,
    now: datetime, **more: Any,
) -> Kept:  # fmt: skip
    return keep_note(
        tx,
        where.workshop.id,
        asked,
        text,
        kind=first(given, "kind"),
        by_hand=where.workshop.approve_by_hand,
        details=read_form(asked.extra_fields, given, row.language),
        slip_id=row.id,
        key=key,
        station=at.station,
        round=at.round,
        group=at.group,
        sent=now,
        **more,
    )


def correct_note(tx: Transaction, slip: str, note_id: int, given: Given, key: str, now: datetime) -> Kept:
    """Put other words in place of one's own note; the first words stay in the store, unseen. Refuses with 409 when it
    was corrected meanwhile, with `now`, the id and text of the note as it stands."""
    row = slips.holder(tx, slip)
    text = read_text(given, "text", MOST_IN_A_NOTE)
    if (kept := _kept_before(tx, row, key, text)) is not None:
        return kept
    if not text:
        raise Refusal(EMPTY, field="text")
    old = _own(tx, row, note_id)
    where = workshops.situation_of(tx, row.workshop_id)
    still_open(tx, where, now)
    if where.step.stage in (Stage.VOTE, Stage.INTEREST, Stage.CLOSING, Stage.RAFFLE, Stage.THANKS):
        raise Refusal(FIXED, status=409)
    fresh = {"kind": [old.kind], **given} if "kind" not in given else given
    at = Place(old.station, old.round, old.group)
    new = _keep(
        tx, where, row, question(where, old.question), at, text, fresh, key, now,
        theme=old.theme, head=old.head, replaces=old.id,
    )  # fmt: skip
    notes.change_note(tx, note_id, status="corrected")
    clusters.put_under(tx, note_id, new.note)
    tx.announce(row.workshop_id, "gone", note_id)
    return new


def withdraw_note(tx: Transaction, slip: str, note_id: int, now: datetime) -> None:
    """Take one's own note back, as it stands now; taken back twice is taken back."""
    row = slips.holder(tx, slip)
    note = notes.as_it_stands(tx, notes.note_row(tx, note_id, row.workshop_id))
    if note.slip_id == row.id and note.status == "withdrawn":
        return
    own = _own(tx, row, note.id or 0).id
    notes.change_note(tx, own, status="withdrawn")
    tx.announce(row.workshop_id, "gone", own)


def _own(tx: Transaction, row: Holder, note_id: int) -> Any:
    note = notes.note_row(tx, note_id, row.workshop_id)
    now = notes.as_it_stands(tx, note)
    if note.slip_id != row.id or now.status not in slips.SHOWN:
        raise Refusal(notes.NO_NOTE, status=404)
    if now.id != note.id:
        raise Refusal(CHANGED, status=409, field="text", now={"id": now.id, "text": now.text})
    return note


def set_tick(tx: Transaction, slip: str, note_id: int, on: bool, now: datetime) -> None:
    """Agree with an earlier group's note, or lift the tick. Refuses with 409 where the group has not been."""
    row = slips.holder(tx, slip)
    note = notes.note_row(tx, note_id, row.workshop_id)
    if note.status != "published":
        raise Refusal(notes.NO_NOTE, status=404)
    where = workshops.situation_of(tx, row.workshop_id)
    still_open(tx, where, now)
    if on and not may_tick(where, row.group, row.joined_round, Place(note.station, note.round, note.group)):
        raise Refusal(NOT_HERE, status=409)
    notes.put_tick(tx, note_id, slip, on)
    tx.announce(row.workshop_id, "tick", note_id)


def cast_vote(tx: Transaction, slip: str, marks: Sequence[int], key: str, now: datetime) -> None:
    """Place one's marks. While the vote runs a new ballot replaces the old one. Refuses too many and unknown ones."""
    row = slips.slip_row(tx, slip)
    where = workshops.situation_of(tx, row.workshop_id)
    chosen = tuple(sorted(set(marks)))
    if (earlier := ballots.ballot_of(tx, slip)) == (read_key(key), chosen):
        return
    if where.step.stage is not Stage.VOTE:
        raise Refusal(NO_VOTE, status=409)
    if earlier is not None and earlier[0] == key:
        raise Refusal(OTHER_MARKS, status=409)
    offered = {cluster.id for cluster in votable(of(notes.published(tx, where, themes=False)))}
    if not offered.issuperset(chosen):
        raise Refusal(NOT_VOTABLE, status=409)
    if len(chosen) > marks_for(len(offered)):
        raise Refusal(TOO_MANY_MARKS, most=marks_for(len(offered)))
    ballots.keep_ballot(tx, row.workshop_id, slip, key=key, marks=chosen, official=row.official)
    released.void(tx, row.workshop_id, VOTES)  # the vote was opened again: what comes of it is a new result
    tx.announce(row.workshop_id, "vote")


def close_form(tx: Transaction, slip: str, given: Given, now: datetime) -> None:
    """Keep how it was; sent again, the form replaces what it said before."""
    row = slips.slip_row(tx, slip)
    where = workshops.situation_of(tx, row.workshop_id)
    still_open(tx, where, now)
    fields = [field for field in questions_of(where).closing.fields if field.id != "code"]
    slips.keep_answers(tx, row.workshop_id, slip, "closing", read_form(fields, given, row.language))


def erase(tx: Transaction, code: str, erasure: str, now: datetime) -> None:
    """Remove everything a slip left: answers, notes, ticks, marks. Refuses an unknown code with 404."""
    where = workshops.with_code(tx, code)
    row = slips.slip_to_erase(tx, where.id or 0, fingerprint("erasure", typed(erasure)))
    if row is None:
        raise Refusal("This code removes nothing. Please check it and type it again.", status=404)
    for note in forget_slip(tx, row, day_of(now)):
        tx.announce(row.workshop_id, "gone", note)
    tx.announce(row.workshop_id, "people")
