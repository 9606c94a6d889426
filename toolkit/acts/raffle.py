"""Raffle tickets on paper: which of them were handed out, so that they are in the draw."""

from datetime import datetime

from carousel.raffle import FIRST_ON_PAPER, LAST_ON_PAPER
from carousel.refusal import Refusal
from toolkit.i18n import _
from toolkit.store import Transaction, tickets, workshops

MOST_AT_ONCE = 500
NOT_ON_PAPER = _("Tickets on paper have numbers from {first} to {last}.")
BACKWARDS = _("The last number is smaller than the first.")
TOO_MANY = _("At most {most} tickets at once. Please add the rest afterwards.")
DRAWN = _("The raffle was drawn already. Its tickets can no longer change.")


def hand_out_tickets(tx: Transaction, workshop_id: int, first: int, last: int, now: datetime) -> int:
    """Let the paper tickets from `first` to `last` take part; how many are new. Handing out again changes nothing.

    Refuses with 409 after the draw.
    """
    _check(tx, workshop_id, first, last)
    if last - first >= MOST_AT_ONCE:
        raise Refusal(TOO_MANY, most=MOST_AT_ONCE, field="last")
    known = set(tickets.tickets(tx, workshop_id))
    new = [number for number in range(first, last + 1) if number not in known]
    tickets.add_on_paper(tx, workshop_id, new)
    return len(new)


def take_back_tickets(tx: Transaction, workshop_id: int, first: int, last: int, now: datetime) -> None:
    """Take the paper tickets from `first` to `last` out of the draw; refuses with 409 after it."""
    _check(tx, workshop_id, first, last)
    tickets.remove_from(tx, workshop_id, first, last)


def _check(tx: Transaction, workshop_id: int, first: int, last: int) -> None:
    for field, number in (("first", first), ("last", last)):
        if not FIRST_ON_PAPER <= number <= LAST_ON_PAPER:
            raise Refusal(NOT_ON_PAPER, first=FIRST_ON_PAPER, last=LAST_ON_PAPER, field=field)
    if last < first:
        raise Refusal(BACKWARDS, field="last")
    if workshops.situation_of(tx, workshop_id, counted=False).winners:
        raise Refusal(DRAWN, status=409)
