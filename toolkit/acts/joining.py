"""Who may still come in: the door that the facilitator holds, the days of an open house, what may come late."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from carousel.refusal import Refusal
from carousel.stage import Stage, Step
from carousel.workshop import Workshop
from toolkit.i18n import ZONE, _
from toolkit.store import Transaction, workshops
from toolkit.store.tables import MoveRow
from toolkit.store.workshops import Situation

CLOSED = _("Joining is closed. Please ask the facilitator at the entrance.")
NOT_YET = _("The open house has not begun yet. It opens: {opens}.")
ENDED = _("The open house is over. Its last day was: {closes}.")
SHUT = frozenset({CLOSED, NOT_YET, ENDED})
OVER = _("This workshop is over. Notes can no longer be sent.")
BACKWARDS = _("The last day is before the first. Please correct it.")
PAST = _("The last day of the open house has passed. Please set a later one first.")
DELIVERY = timedelta(hours=24)
SETTLED = (Stage.OPEN, Stage.VOTE, Stage.INTEREST, Stage.CLOSING, Stage.RAFFLE, Stage.THANKS)
"""Stages at which nobody writes at a station any more, and the open house that has only one stage."""


def local_day(now: datetime) -> date:
    """The day of a moment in the hall."""
    return now.astimezone(ZONE).date()


def let_in(workshop: Workshop, now: datetime) -> None:
    """Refuse a newcomer with 410 where joining is closed or the open house has not begun or is over."""
    today = local_day(now)
    if workshop.takes_in(today):
        return
    if workshop.joining and workshop.opens and today < workshop.opens:
        raise Refusal(NOT_YET, status=410, opens=workshop.opens)
    if workshop.joining and workshop.closes and today > workshop.closes:
        raise Refusal(ENDED, status=410, closes=workshop.closes)
    raise Refusal(CLOSED, status=410)


def still_open(tx: Transaction, where: Situation, now: datetime) -> None:
    """What waited on a phone may still come for a day after the door closed; later it is refused with 410.

    While the rounds go on a closed door keeps nobody inside from writing.
    """
    if any(now - ended > DELIVERY for ended in _ends(tx, where)):
        raise Refusal(OVER, status=410, field="text")


def _ends(tx: Transaction, where: Situation) -> Iterator[datetime]:
    """The moments from which the day of late deliveries counts: the door's closing or the last step after it, the
    thanks, the end of an open house's last day."""
    stage, closed, closes = where.step.stage, where.workshop.closed, where.workshop.closes
    if closes is not None:
        yield datetime.combine(closes + timedelta(days=1), time(), ZONE)
    if stage in SETTLED and (closed is not None or stage is Stage.THANKS):
        last = workshops.last_move(tx, where.workshop.id)
        known = [moment for moment in (closed, last.at if last else None) if moment]
        if known:
            yield max(known)


def set_joining(tx: Transaction, workshop_id: int, on: bool, now: datetime) -> None:
    """Open or close the door for newcomers. Refuses to open an open house whose last day has passed."""
    where = workshops.situation_of(tx, workshop_id, counted=False)
    closes = where.workshop.closes
    if on and closes is not None and closes < local_day(now):
        raise Refusal(PAST, status=409, field="closes")
    _turn(tx, where, on, now)
    tx.announce(workshop_id, "screen")


def set_period(tx: Transaction, workshop_id: int, opens: date | None, closes: date | None, now: datetime) -> None:
    """The first and the last local day of an open house; None where it has no such day."""
    in_order(opens, closes)
    workshops.choose(tx, workshop_id, opens=opens, closes=closes)
    tx.announce(workshop_id, "screen")


def in_order(opens: date | None, closes: date | None) -> None:
    """Refuse a last day that comes before the first."""
    if opens and closes and closes < opens:
        raise Refusal(BACKWARDS, field="closes")


def mind_the_door(tx: Transaction, where: Situation, following: Step, now: datetime) -> None:
    """Joining opens with check-in and closes with the vote, so that late comers may come until then; whoever opened
    it again closes it with the thanks."""
    if following.stage is where.step.stage:
        return
    if following.stage is Stage.CHECKIN:
        _turn(tx, where, True, now)
    if following.stage in (Stage.VOTE, Stage.THANKS) and where.workshop.joining:
        _turn(tx, where, False, now)


def door_as_before(tx: Transaction, workshop_id: int, stage: Stage, move: MoveRow) -> None:
    """Undo what a move to this stage did to the door."""
    minded = stage in (Stage.CHECKIN, Stage.VOTE, Stage.THANKS) and move.before["step"]["stage"] != stage
    if minded and "joining" in move.before:
        closed = move.before["closed"]
        at = datetime.fromisoformat(closed) if closed else None
        workshops.choose(tx, workshop_id, joining=move.before["joining"], closed=at)


def _turn(tx: Transaction, where: Situation, on: bool, now: datetime) -> None:
    closed = None if on else (where.workshop.closed or now)
    workshops.choose(tx, where.workshop.id, joining=on, closed=closed)
