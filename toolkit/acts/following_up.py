"""The voluntary interest form, its withdrawal, and what is read of it for the follow-up."""

from datetime import datetime
from random import Random
from typing import Any

from carousel.refusal import Refusal
from toolkit.acts.codes import fingerprint, private_code, typed
from toolkit.acts.forms import Given, read_form, read_key
from toolkit.acts.sealing import opened, seal, unlock
from toolkit.acts.standing import questions_of
from toolkit.content.question import Consent
from toolkit.i18n import _
from toolkit.store import Transaction, choices, contacts, workshops

NO_CONTACT = _("Please write a phone number or an e-mail address.")
NO_CONSENT = _("We may keep your contact only if you tick that we may contact you.")
UNKNOWN = _("This code removes nothing. Please check it and type it again.")


def leave_interest(
    tx: Transaction, code: str, given: Given, language: str, key: str, now: datetime, rng: Random
) -> str:
    """Keep an interest form, sealed, and return the code that withdraws it. It has no way back to any answer.
    The same key again gives the same code.

    Refuses without a phone number or e-mail address, and without the consent that storing needs.
    """
    where = workshops.situation(tx, code)
    sheet = questions_of(where).interest
    answers = read_form(sheet.fields, given, language)
    if not answers.get("phone") and not answers.get("email"):
        raise Refusal(NO_CONTACT, field="phone")
    given_consents = {one.id for one in sheet.consents if given.get(one.id)}
    if any(one.required and one.id not in given_consents for one in sheet.consents):
        raise Refusal(NO_CONSENT, field=next(one.id for one in sheet.consents if one.required))
    withdrawal = private_code("withdrawal code", read_key(key))
    contacts.add_contact(
        tx,
        id=f"{rng.getrandbits(128):032x}",
        workshop_id=where.workshop.id,
        key=fingerprint("contact", key),
        day=now.date(),
        levels=answers.get("levels", []),
        themes=answers.get("themes", []),
        core="c_core" in given_consents,
        consents={one.id: _consent(one, one.id in given_consents, language, now) for one in sheet.consents},
        withdrawal_hash=fingerprint("withdrawal", withdrawal),
        sealed=seal(tx, answers),
    )
    return withdrawal


def _consent(asked: Consent, given: bool, language: str, now: datetime) -> dict[str, object]:
    """What was asked, in which words, when, and the answer."""
    return {"text": asked.label(language), "language": language, "given": given, "day": now.date().isoformat()}


def withdraw_interest(tx: Transaction, withdrawal: str, now: datetime) -> None:
    """Delete an interest form by its code; refuses an unknown one with 404."""
    if not contacts.remove_contact(tx, fingerprint("withdrawal", typed(withdrawal))):
        raise Refusal(UNKNOWN, status=404)


def read_contacts(tx: Transaction, passphrase: str, workshop_id: int | None = None) -> tuple[dict[str, Any], ...]:
    """The contacts in clear, each with its levels and consents; refuses a wrong passphrase with 403."""
    lock = choices.choice(tx, "contact_lock")
    if lock is None:
        return ()
    box = unlock(lock, passphrase)
    return tuple(
        opened(box, one.sealed)
        | {"day": one.day.isoformat(), "consents": [name for name, given in one.consents.items() if given["given"]]}
        for one in contacts.contacts(tx, workshop_id)
        if one.sealed  # the demo's forms hold no contact
    )
