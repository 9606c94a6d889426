"""Deleting on request so that it stays deleted: a tombstone for each, done again after a restore."""

from collections.abc import Iterable
from datetime import date, datetime

from carousel.refusal import Refusal
from toolkit.i18n import ZONE, _
from toolkit.store import Transaction, contacts, slips, tombstones
from toolkit.store.tables import ContactRow, SlipRow
from toolkit.store.tombstones import CONSENT, CONTACT, SLIP, Tombstone

CORE = "c_core"  # the consent that makes a contact one of those who would start the space
NOT_GIVEN = _("This consent was not given, or it is withdrawn already.")


def day_of(now: datetime) -> date:
    """The local day of a moment."""
    return now.astimezone(ZONE).date()


def forget_slip(tx: Transaction, row: SlipRow, day: date) -> tuple[int, ...]:
    """Remove what hangs on a slip; the ids of its notes. A late phone cannot bring it back."""
    if row.erasure_hash:
        tombstones.set_tombstone(tx, row.erasure_hash, SLIP, day)
    tx.scrub()
    return slips.erase(tx, row)


def forget_contact(tx: Transaction, row: ContactRow, day: date) -> None:
    """Remove a contact; nothing of it stays but the hash of its withdrawal code."""
    tombstones.set_tombstone(tx, row.withdrawal_hash, CONTACT, day)
    contacts.remove_contacts(tx, [row.id])
    tx.scrub()


def forget_consent(tx: Transaction, row: ContactRow, consent: str, day: date) -> bool:
    """Withdraw one consent of a contact, and the contact with it where it cannot be stored without; True when it
    went. Refuses with 404 a consent that does not hold."""
    held = row.consents.get(consent)
    if held is None or not held["given"]:
        raise Refusal(NOT_GIVEN, status=404)
    if held.get("required"):
        forget_contact(tx, row, day)
        return True
    row.consents = dict(row.consents) | {consent: held | {"given": False, "withdrawn": day.isoformat()}}
    row.core = row.core and consent != CORE
    tx.add(row)
    tombstones.set_tombstone(tx, f"{row.withdrawal_hash}:{consent}", CONSENT, day)
    return False


def erase_again(tx: Transaction, known: Iterable[Tombstone]) -> int:
    """Delete in a restored store what had been deleted on request, and remember it there too; how much it was."""
    return sum(_again(tx, one) for one in known)


def _again(tx: Transaction, one: Tombstone) -> bool:
    done = {SLIP: _slip, CONTACT: _contact, CONSENT: _consent}[one.kind](tx, one)
    tombstones.set_tombstone(tx, one.hash, one.kind, one.day)
    return done


def _slip(tx: Transaction, one: Tombstone) -> bool:
    row = tombstones.slip_of(tx, one.hash)
    if row is None or row.erased:
        return False
    for note in forget_slip(tx, row, one.day):
        tx.announce(row.workshop_id, "gone", note)
    return True


def _contact(tx: Transaction, one: Tombstone) -> bool:
    row = contacts.contact_with(tx, one.hash)
    if row is None:
        return False
    forget_contact(tx, row, one.day)
    return True


def _consent(tx: Transaction, one: Tombstone) -> bool:
    hash, consent = one.hash.split(":", 1)
    row = contacts.contact_with(tx, hash)
    if row is None or not row.consents.get(consent, {}).get("given"):
        return False
    forget_consent(tx, row, consent, one.day)
    return True
