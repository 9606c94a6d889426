"""Tickets that let one phone in: made for print or one by one, kept as hashes, used once."""

from collections.abc import Sequence
from random import Random

from carousel.refusal import Refusal
from carousel.workshop import Workshop
from toolkit.acts.codes import CROCKFORD, fingerprint, typed
from toolkit.i18n import _
from toolkit.store import Transaction, admissions

LENGTH = 10
"""Characters of a ticket: 50 bits, so that with the budget for failures nobody ever guesses one."""
NO_TICKET = _("You need a ticket to join. Type its code, or ask the facilitator for one.")
UNKNOWN_TICKET = _("This ticket is not known here. Check the code, or ask the facilitator for another one.")
USED = _("This ticket has already let somebody in. Please ask the facilitator for another one.")
FIELD = "ticket"


def new_tickets(count: int, rng: Random) -> tuple[str, ...]:
    """So many different codes of tickets; `rng` must be one that nobody can foresee."""
    found: dict[str, None] = {}
    while len(found) < count:
        found["".join(rng.choices(CROCKFORD, k=LENGTH))] = None
    return tuple(found)


def spelled_out(ticket: str) -> str:
    """A ticket's code in two halves, as it is printed and typed."""
    return f"{ticket[: LENGTH // 2]}-{ticket[LENGTH // 2 :]}"


def keep_tickets(tx: Transaction, workshop_id: int, tickets: Sequence[str]) -> None:
    """Make these tickets valid. Printed again they stay the same tickets, used ones stay used."""
    admissions.add(tx, workshop_id, [_hashed(workshop_id, one) for one in tickets])


def spare_ticket(tx: Transaction, workshop_id: int, rng: Random) -> str:
    """One more ticket, for somebody who has none: its code, to be typed or shown as a QR code."""
    (ticket,) = new_tickets(1, rng)
    keep_tickets(tx, workshop_id, [ticket])
    return ticket


def end_tickets(tx: Transaction, workshop_id: int) -> int:
    """End every ticket that nobody has used, for instance after a pile was lost; how many there were."""
    return admissions.end_unused(tx, workshop_id)


def admit(tx: Transaction, workshop: Workshop, given: str, key: str) -> bool:
    """Whether this check-in came with a ticket, which is used up by it.

    Refuses at the field `ticket` while the workshop asks for tickets: 422 without one, 404 for one that was never
    made here, 409 for one that has let somebody in. While it does not, a good ticket is used and any other forgotten.
    """
    ticket = _hashed(workshop.id, typed(given))
    if given and admissions.use(tx, workshop.id, ticket, fingerprint("admission", key)):
        return True
    if not workshop.tickets:
        return False
    if not given:
        raise Refusal(NO_TICKET, field=FIELD)
    if admissions.known(tx, workshop.id, ticket):
        raise Refusal(USED, status=409, field=FIELD)
    raise Refusal(UNKNOWN_TICKET, status=404, field=FIELD)


def _hashed(workshop_id: int, ticket: str) -> str:
    return fingerprint(f"ticket of {workshop_id}", ticket)
