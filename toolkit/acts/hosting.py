"""What a facilitator and the table hosts do while the evening runs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from carousel.raffle import draw
from carousel.refusal import Refusal
from carousel.stage import Stage, Verb, advance, from_dict, undone
from carousel.workshop import Source
from toolkit.acts.codes import fingerprint
from toolkit.acts.forms import TOO_LONG, clean, read_key
from toolkit.acts.joining import door_as_before, mind_the_door
from toolkit.acts.keeping import MOST_IN_A_NOTE, keep_note
from toolkit.acts.releasing import put_out_with_move
from toolkit.acts.seating import form
from toolkit.acts.standing import question
from toolkit.content.question import Question
from toolkit.harvest.clusters import in_order, of
from toolkit.i18n import _
from toolkit.store import Transaction, ballots, log, notes, tickets, workshops
from toolkit.store.opening import keep_slide
from toolkit.store.workshops import Situation

SETTINGS = ("hide_until_written", "approve_by_hand", "hosts", "host_mode", "minutes", "expected", "title", "tickets")
VIEWS = (
    "follow", "welcome", "slides", "groups", "ring", "break", "notes", "themes", "votes", "interest", "raffle",
    "thanks", "blank",
)  # fmt: skip
NOTHING_TO_UNDO = _("There is nothing to undo.")
NO_SETTING = _("There is no such setting.")
NO_DECISION = _("Please choose what happens with the note.")
WAITING = ("held", "hidden", "kept")
TOO_EARLY = _("The stations open with the first round.")
TOO_MANY = _("At most {most} notes fit into one sending. Please send the rest afterwards.")
MOST_LINES = 100


def move(tx: Transaction, workshop_id: int, verb: str, version: int, now: datetime) -> int:
    """Carry out a move decided on `version`; returns the new version. Refuses stale and illegal moves with 409."""
    where = workshops.situation_of(tx, workshop_id)
    if verb not in set(Verb):
        raise Refusal(NO_SETTING)
    if where.version != version:
        raise Refusal(workshops.STALE, status=409)
    step, carousel = where.step, None
    if step.stage is Stage.OPENING and verb == Verb.NEXT:
        step, carousel = form(tx, where, step)
    following = advance(step, Verb(verb), now)
    version = workshops.keep_step(
        tx, workshop_id, following, version=version, verb=verb, now=now, carousel=carousel
    )
    mind_the_door(tx, where, following, now)
    if following.stage is Stage.OPENING:  # it begins with its first slide
        keep_slide(tx, workshop_id, 0)
    if following.stage is Stage.VOTE:
        _number_the_clusters(tx, where)
    put_out_with_move(tx, where, following)
    return version


def _number_the_clusters(tx: Transaction, where: Situation) -> None:
    """Screen, phones and paper call a cluster by one number; once somebody has voted it stays for good."""
    if not ballots.ballot_count(tx, where.workshop.id):
        ballots.keep_order(tx, where.workshop.id, [one.id for one in in_order(of(notes.published(tx, where)))])


def undo(tx: Transaction, workshop_id: int, version: int, now: datetime) -> int:
    """Take the last move back; the time lost since does not count. Refuses with 409 when stale or nothing is left."""
    last = workshops.last_move(tx, workshop_id)
    if last is None:
        raise Refusal(NOTHING_TO_UNDO, status=409)
    stage = workshops.situation_of(tx, workshop_id, counted=False).step.stage
    step = undone(from_dict(last.before["step"]), last.at, now)
    new = workshops.keep_step(tx, workshop_id, step, version=version, verb="undo", now=now)
    last.undone = True
    tx.add(last)
    workshops.choose(tx, workshop_id, layout=last.before["layout"])
    door_as_before(tx, workshop_id, stage, last)
    return new


def set_setting(tx: Transaction, workshop_id: int, name: str, value: object, now: datetime) -> None:
    """Change one of SETTINGS."""
    if name not in SETTINGS:
        raise Refusal(NO_SETTING)
    workshops.choose(tx, workshop_id, **{name: value})
    tx.announce(workshop_id, "screen")


def steer_screen(tx: Transaction, workshop_id: int, view: str, now: datetime) -> None:
    """Hold the projector on one of VIEWS, or let it follow the stage."""
    if view not in VIEWS:
        raise Refusal(NO_SETTING)
    workshops.choose(tx, workshop_id, screen=view)
    tx.announce(workshop_id, "screen")


def settle_held(
    tx: Transaction, workshop_id: int, note_id: int, decision: str, now: datetime, *, words: str = "", reason: str = ""
) -> None:
    """Decide on a held or hidden note: `publish` as written, `redact` (publish `words` instead), or `keep` held.

    Refuses with 409 a note that does not wait any more: what was withdrawn or erased meanwhile must not come back.
    """
    row = notes.standing_row(tx, note_id, workshop_id, WAITING)
    if decision == "keep":
        notes.change_note(tx, note_id, status="kept")
        log.write_down(tx, workshop_id, "kept", note_id, now, reason=reason or row.because)
        return
    shown = clean(words) if decision == "redact" else None
    if decision not in ("publish", "redact") or shown == "":
        raise Refusal(NO_DECISION)
    notes.change_note(tx, note_id, status="published", redacted=shown)
    what = "redacted" if decision == "redact" else "released"
    log.write_down(tx, workshop_id, what, note_id, now, reason=reason or row.because)
    tx.announce(workshop_id, "note", note_id)


def hide_note(tx: Transaction, workshop_id: int, note_id: int, now: datetime, *, reason: str = "") -> None:
    """Take a note off every screen at once; it waits with the held ones."""
    notes.standing_row(tx, note_id, workshop_id, ("published", *WAITING))
    notes.change_note(tx, note_id, status="hidden", because="by_hand")
    log.write_down(tx, workshop_id, "hidden", note_id, now, reason=reason)
    tx.announce(workshop_id, "gone", note_id)


@dataclass(frozen=True, slots=True)
class Delivered:
    """What became of a host's lines: how many were kept, and the refused ones with the reason."""

    kept: int
    held: int
    refused: tuple[tuple[str, Refusal], ...] = ()


def host_notes(
    tx: Transaction, workshop_id: int, asked: str, lines: Sequence[str], key: str, now: datetime, *,
    kind: str = "", ticks: int = 0, source: Source = Source.HOST, round: int | None = None, carousel: int = 0,
) -> Delivered:  # fmt: skip
    """Keep one note a line for a question's station. `round` is 0-based, None for the present one.

    Sent again under the same key, nothing doubles and nothing that was changed is lost. A line that is too long
    comes back with the reason; the others are kept.
    """
    wanted = [clean(line) for line in lines]
    if len(wanted) > MOST_LINES:
        raise Refusal(TOO_MANY, most=MOST_LINES)
    where = workshops.situation_of(tx, workshop_id)
    about = question(where, asked)
    columns = {
        **_host_place(where, about.id, round, carousel),
        "kind": kind,
        "source": source,
        "paper_ticks": max(0, min(ticks, 200)),
        "sent": now,
    }
    outcomes = [
        _host_line(tx, where, about, text, f"{read_key(key)}:{number}:{fingerprint('line', text)}", columns)
        for number, text in enumerate(wanted)
        if text
    ]
    return Delivered(
        kept=sum(outcome == "published" for outcome in outcomes),
        held=sum(outcome == "held" for outcome in outcomes),
        refused=tuple(outcome for outcome in outcomes if not isinstance(outcome, str)),
    )


def _host_place(where: Situation, asked: str, round: int | None, carousel: int) -> Mapping[str, int | None]:
    if where.carousel is None:
        if where.step.stage is not Stage.OPEN:
            raise Refusal(TOO_EARLY, status=409)
        return {"station": None, "round": None, "group": None}
    begun = notes.reached(where)
    if begun == 0:
        raise Refusal(TOO_EARLY, status=409)
    at = min(begun - 1 if round is None else round, begun - 1)
    station = where.carousel.station_of(asked)
    return {"station": station, "round": at, "group": where.carousel.group(station, at, carousel)}


def _host_line(
    tx: Transaction, where: Situation, asked: Question, text: str, key: str, columns: Mapping[str, Any]
) -> str | tuple[str, Refusal]:
    if len(text) > MOST_IN_A_NOTE:
        return text, Refusal(TOO_LONG, length=len(text), most=MOST_IN_A_NOTE)
    known = notes.note_with_key(tx, where.workshop.id, key)
    if known is not None:
        return known[2]
    by_hand = where.workshop.approve_by_hand
    return keep_note(tx, where.workshop.id, asked, text, by_hand=by_hand, key=key, **columns).status


def count_hands(tx: Transaction, workshop_id: int, note_id: int, hands: int, now: datetime) -> None:
    """Hands raised for a note, counted by the host, in place of the number counted before."""
    notes.note_row(tx, note_id, workshop_id)
    notes.change_note(tx, note_id, paper_ticks=max(0, min(hands, 200)))
    tx.announce(workshop_id, "tick", note_id)


def draw_raffle(tx: Transaction, workshop_id: int, seed: str, winners: int, now: datetime) -> tuple[int, ...]:
    """Draw tickets by a published seed; the same seed and tickets draw the same again. Refuses outside the raffle."""
    where = workshops.situation_of(tx, workshop_id)
    if where.step.stage is not Stage.RAFFLE:
        raise Refusal("The raffle has not begun.", status=409)
    drawn = draw(tickets.tickets(tx, workshop_id), winners, seed)
    workshops.choose(tx, workshop_id, winners=list(drawn), raffle_seed=seed)
    tx.announce(workshop_id, "raffle")
    return drawn

