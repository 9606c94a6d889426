"""Consents: given one by one in words that stay known, and withdrawn one by one or together with the contact."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from carousel.refusal import Refusal
from toolkit.acts.codes import fingerprint, typed
from toolkit.acts.erasing import day_of, forget_consent, forget_contact
from toolkit.content.question import Consent
from toolkit.content.text import Text
from toolkit.i18n import _
from toolkit.store import Transaction, choices, contacts
from toolkit.store.tables import ContactRow

WORDINGS = "consent wordings"  # {consent id: {version: {language: text}}}
UNKNOWN = _("This code removes nothing. Please check it and type it again.")
GONE = _("This contact is not here any more.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowed:
    """A consent as somebody gave it. Without a `required` one the whole contact goes."""

    id: str
    text: Text
    day: date
    required: bool


def given(tx: Transaction, asked: Sequence[Consent], ticked: Collection[str], now: datetime) -> dict[str, Any]:
    """What the row says in clear of each consent: whether it holds, in which version of the words, since when."""
    return {
        one.id: {
            "given": one.id in ticked,
            "version": version_of(tx, one),
            "day": day_of(now).isoformat(),
            "required": one.required,
        }
        for one in asked
    }


def version_of(tx: Transaction, asked: Consent) -> int:
    """The number of a consent's words, which are kept under it for ever. Words that were changed without another
    `version` get the next free number."""
    known = choices.choice(tx, WORDINGS, {})
    own: dict[str, dict[str, str]] = known.get(asked.id, {})
    words = {language: asked.label(language) for language in sorted(asked.text)}
    found = next((number for number, kept in own.items() if kept == words), None)
    if found is not None:
        return int(found)
    number = asked.version if str(asked.version) not in own else max(map(int, own)) + 1
    choices.set_choice(tx, WORDINGS, known | {asked.id: own | {str(number): words}})
    return number


def wording(tx: Transaction, consent: str, version: int) -> Text:
    """The words that somebody agreed to; the consent's id where nobody knows them."""
    known = choices.choice(tx, WORDINGS, {}).get(consent, {})
    return Text(known.get(str(version)) or {"en": consent})


def allowed(tx: Transaction, withdrawal: str) -> tuple[Allowed, ...]:
    """What somebody with this withdrawal code allows today; refuses an unknown code with 404."""
    return standing(tx, _row(tx, withdrawal).consents)


def standing(tx: Transaction, consents: Mapping[str, Any]) -> tuple[Allowed, ...]:
    """The consents of a contact that hold, in the words that were agreed to."""
    return tuple(
        Allowed(
            id=id,
            text=wording(tx, id, one.get("version", 1)),
            day=date.fromisoformat(one["day"]),
            required=one.get("required", False),
        )
        for id, one in consents.items()
        if one["given"]
    )


def withdraw_consent(tx: Transaction, withdrawal: str, consent: str, now: datetime) -> bool:
    """Withdraw one consent by code. True when the contact went with it, because storing it needed the consent."""
    return forget_consent(tx, _row(tx, withdrawal), consent, day_of(now))


def withdraw_for(tx: Transaction, contact: str, consent: str, now: datetime, *, programme: int | None) -> bool:
    """Withdraw a consent for somebody who asks by phone or letter, or everything (""); True when the contact went.

    Refuses with 404 a contact that is gone or of another programme.
    """
    row = own_row(tx, contact, programme)
    if consent:
        return forget_consent(tx, row, consent, day_of(now))
    forget_contact(tx, row, day_of(now))
    return True


def own_row(tx: Transaction, contact: str, programme: int | None) -> ContactRow:
    """The row of a contact of this programme; refuses with 404."""
    row = contacts.contact_row(tx, contact, programme)
    if row is None:
        raise Refusal(GONE, status=404)
    return row


def _row(tx: Transaction, withdrawal: str) -> ContactRow:
    row = contacts.contact_with(tx, fingerprint("withdrawal", typed(withdrawal)))
    if row is None:
        raise Refusal(UNKNOWN, status=404)
    return row
