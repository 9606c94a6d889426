"""The voluntary interest form, its withdrawal, and what is read of it for the follow-up."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from random import Random
from typing import Any

from nacl.public import PrivateKey, SealedBox

from carousel.refusal import Refusal
from toolkit.acts import consenting
from toolkit.acts.codes import fingerprint, private_code, typed
from toolkit.acts.consenting import UNKNOWN
from toolkit.acts.erasing import CORE, day_of, forget_contact
from toolkit.acts.forms import Given, read_form, read_key
from toolkit.acts.sealing import opened, seal
from toolkit.acts.standing import questions_of
from toolkit.content import retention
from toolkit.content.question_set import question_set
from toolkit.content.reading import ContentError
from toolkit.i18n import _
from toolkit.settings import settings
from toolkit.store import Transaction, contacts, tombstones, workshops
from toolkit.store.contacts import SealedContact

Box = SealedBox[PrivateKey]
PROOF = "_consents"  # in the sealed form: what was agreed to, in which language
NO_CONTACT = _("Please write a phone number or an e-mail address.")
NO_CONSENT = _("We may keep your contact only if you tick that we may contact you.")
WITHDRAWN = _("This form was withdrawn. To give your contact again, please open the form anew.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A contact in clear, for as long as a page is drawn.

    `said` holds the form's answers, `until` is the day of deletion, `consents` are those of the store's row.
    """

    id: str
    workshop_id: int
    community: str
    said: Mapping[str, Any]
    day: date
    last: date
    until: date
    done: bool
    language: str
    consents: Mapping[str, Any]

    def allows(self, consent: str) -> bool:
        """Whether this consent was given and holds."""
        return bool(self.consents.get(consent, {}).get("given"))


def leave_interest(
    tx: Transaction, code: str, given: Given, language: str, key: str, now: datetime, rng: Random
) -> str:
    """Keep an interest form, sealed, and return the code that withdraws it. It has no way back to any answer.
    The same key again gives the same code.

    Refuses without a phone number or e-mail address, and without the consent that storing needs; with 410 a form that
    was withdrawn and comes again from a page left open.
    """
    where = workshops.situation(tx, code)
    sheet = questions_of(where).interest
    answers = read_form(sheet.fields, given, language)
    if not answers.get("phone") and not answers.get("email"):
        raise Refusal(NO_CONTACT, field="phone")
    ticked = {one.id for one in sheet.consents if given.get(one.id)}
    if any(one.required and one.id not in ticked for one in sheet.consents):
        raise Refusal(NO_CONSENT, field=next(one.id for one in sheet.consents if one.required))
    withdrawal = private_code("withdrawal code", read_key(key))
    hidden = fingerprint("withdrawal", withdrawal)
    if tombstones.stands(tx, hidden):
        raise Refusal(WITHDRAWN, status=410)
    consents = consenting.given(tx, sheet.consents, ticked, now)
    contacts.add_contact(
        tx,
        id=f"{rng.getrandbits(128):032x}",
        workshop_id=where.workshop.id,
        key=fingerprint("contact", key),
        day=day_of(now),
        levels=answers.get("levels", []),
        themes=answers.get("themes", []),
        core=CORE in ticked,
        consents=consents,
        withdrawal_hash=hidden,
        sealed=seal(tx, answers | {PROOF: {"language": language, "consents": consents}}),
    )
    return withdrawal


def withdraw_interest(tx: Transaction, withdrawal: str, now: datetime) -> None:
    """Delete an interest form by its code; refuses an unknown one with 404."""
    row = contacts.contact_with(tx, fingerprint("withdrawal", typed(withdrawal)))
    if row is None:
        raise Refusal(UNKNOWN, status=404)
    forget_contact(tx, row, day_of(now))


def open_contacts(tx: Transaction, now: datetime) -> bool:
    """Whoever opens the contacts stands in the trail; nothing else changes. True."""
    return True


def export_contacts(tx: Transaction, consent: str, now: datetime) -> bool:
    """Whoever takes a list of contacts away stands in the trail, with the purpose and no name. True."""
    return True


def read_contacts(
    tx: Transaction, box: Box, workshop_id: int | None = None, *, programme: int | None = None
) -> tuple[Contact, ...]:
    """The contacts of a workshop, of a programme, or of all, in clear and by name."""
    found = contacts.contacts(tx, workshop_id, programme=programme)
    clear = (_contact(one, opened(box, one.sealed)) for one in found if one.sealed)  # the demo's hold no contact
    return tuple(sorted(clear, key=lambda one: (str(one.said.get("name", "")).casefold(), one.id)))


def _contact(one: SealedContact, said: dict[str, Any]) -> Contact:
    proof = said.pop(PROOF, {})
    return Contact(
        id=one.id, workshop_id=one.workshop_id, community=one.community, said=said, day=one.day, last=one.last,
        until=retention.months_later(one.last, months_of(one.question_set)), done=one.done,
        language=str(proof.get("language", "")), consents=one.consents,
    )  # fmt: skip


def months_of(name: str) -> int:
    """How many months after the last contact a question set promises to delete contacts."""
    try:
        return question_set(name, settings().question_sets).interest.kept_months
    except ContentError:
        return retention.CONTACT_MONTHS
