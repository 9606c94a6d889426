"""Deleting when the time is over: raffle tickets after the evening, contacts after the last contact."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from carousel.refusal import Refusal
from toolkit.acts.consenting import own_row
from toolkit.acts.erasing import day_of, forget_contact
from toolkit.acts.following_up import months_of
from toolkit.content import retention
from toolkit.i18n import _
from toolkit.store import Transaction, contacts, tickets
from toolkit.store.tickets import Raffle

IN_FUTURE = _("This day is yet to come. Please choose the day of the contact.")
NOBODY = _("Please choose a contact first.")


@dataclass(frozen=True, slots=True)
class OldContact:
    """A contact that is due: its follow-up is `done`, or its time was over on the day `until`."""

    id: str
    community: str
    until: date
    done: bool


@dataclass(frozen=True, slots=True)
class Due:
    """What is due for deletion."""

    contacts: tuple[OldContact, ...] = ()
    raffles: tuple[Raffle, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.contacts or self.raffles)

    @property
    def tickets(self) -> int:
        """Raffle tickets of all evenings together."""
        return sum(one.tickets for one in self.raffles)


def due(tx: Transaction, today: date, *, programme: int | None = None) -> Due:
    """What is to be deleted by `today`, in a programme or everywhere. Invented contacts of the demo stay."""
    old = (
        OldContact(one.id, one.community, retention.months_later(one.last, months_of(one.question_set)), one.done)
        for one in contacts.contacts(tx, programme=programme)
        if one.sealed
    )
    return Due(
        contacts=tuple(one for one in old if one.done or one.until <= today),
        raffles=tuple(
            one for one in tickets.raffles(tx, programme=programme) if retention.raffle_until(one.evening) <= today
        ),
    )


def purge(tx: Transaction, today: date, *, programme: int | None = None) -> Due:
    """Delete what is due, and say what it was. A restored copy deletes it again."""
    found = due(tx, today, programme=programme)
    for one in found.contacts:
        forget_contact(tx, own_row(tx, one.id, programme), today)
    for raffle in found.raffles:
        tickets.forget_raffle(tx, raffle.workshop_id)
    if found:
        tx.scrub()
    return found


def purge_due(tx: Transaction, now: datetime, *, programme: int | None) -> Due:
    """Delete what is due today in the programme in hand."""
    return purge(tx, day_of(now), programme=programme)


def note_contact(
    tx: Transaction, chosen: Sequence[str], day: date, now: datetime, *, programme: int | None
) -> None:
    """The day on which these people were last spoken or written to; their time begins anew. An earlier day than the
    one that is known changes nothing."""
    if not chosen:
        raise Refusal(NOBODY, field="contact")
    if day > day_of(now):
        raise Refusal(IN_FUTURE, field="day")
    for id in chosen:
        row = own_row(tx, id, programme)
        row.last_contact = max(row.last_contact or row.day, day)
        tx.add(row)


def set_done(tx: Transaction, chosen: Sequence[str], done: bool, now: datetime, *, programme: int | None) -> None:
    """The follow-up with these people is over, so that they are deleted at the next purge; or it is not."""
    if not chosen:
        raise Refusal(NOBODY, field="contact")
    for id in chosen:
        row = own_row(tx, id, programme)
        row.done = bool(done)
        tx.add(row)
