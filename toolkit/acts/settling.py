"""What holds for the whole programme: who is responsible, the hall's Wi-Fi, the staff's own accounts."""

from collections.abc import Sequence
from datetime import datetime

from carousel.refusal import Refusal
from toolkit.acts.entering import LEAST, NO_LINK, SHORT, open_account, valid
from toolkit.acts.forms import clean
from toolkit.content.corpus import Example
from toolkit.i18n import _
from toolkit.store import Transaction, choices, members, sorting, staff

LONGEST_NAME, LONGEST_WIFI = 120, 32  # a network's name has at most 32 bytes
WIFI_SECRET = range(8, 64)  # characters of a WPA password
NO_ORGANISER = _("Please write who is responsible for the data.")
NO_CONTACT = _("Please write an e-mail or a phone number for questions.")
NO_WIFI = _("Please write the name of the Wi-Fi.")
LONG_WIFI = _("The name of a Wi-Fi is shorter. Please copy it as the phone shows it.")
WRONG_SECRET = _("A Wi-Fi password has 8 to 63 characters. Leave it empty for an open network.")
TOO_MANY = _("At most {most} corrections are possible. Please shorten the file.")
NO_ACCOUNT = _("Please choose a name and a password first.")


def set_organiser(tx: Transaction, name: str, contact: str, now: datetime) -> None:
    """Who is responsible for the data and whom to ask; the residents' privacy notice names both."""
    if not clean(name):
        raise Refusal(NO_ORGANISER, field="organiser")
    if not clean(contact):
        raise Refusal(NO_CONTACT, field="contact")
    choices.set_choice(tx, "organiser", clean(name)[:LONGEST_NAME])
    choices.set_choice(tx, "contact", clean(contact)[:LONGEST_NAME])


def set_wifi(tx: Transaction, name: str, password: str, now: datetime) -> None:
    """The hall's network for posters and projector; both texts empty forget it. The password is kept as typed."""
    if not clean(name) and not password:
        choices.set_choice(tx, "wifi", None)
        return
    if not clean(name):
        raise Refusal(NO_WIFI, field="wifi")
    if len(clean(name).encode()) > LONGEST_WIFI:
        raise Refusal(LONG_WIFI, field="wifi")
    if password and len(password) not in WIFI_SECRET:
        raise Refusal(WRONG_SECRET, field="password")
    choices.set_choice(tx, "wifi", [clean(name), password])


def set_learning(tx: Transaction, on: bool, now: datetime) -> None:
    """Whether suggestions learn from what people correct."""
    choices.set_choice(tx, sorting.LEARNING, bool(on))


def learn_from(tx: Transaction, examples: Sequence[Example], now: datetime) -> None:
    """Use the corrections of another programme in place of those taken over before; none forgets them."""
    if len(examples) > sorting.MOST_ELSEWHERE:
        raise Refusal(TOO_MANY, most=sorting.MOST_ELSEWHERE)
    rows = [[one.theme, one.language, one.kind, one.text] for one in examples]
    choices.set_choice(tx, sorting.ELSEWHERE, rows or None)


def keep_account(tx: Transaction, session: str, name: str, password: str, password_hash: str, now: datetime) -> None:
    """An account for whoever came by a link and is signed in still; the session goes on under the new name."""
    row = valid(tx, session, now)
    if row is None or row.staff_id is not None or row.programme_id is None:
        raise Refusal(NO_LINK, status=401)
    _long_enough(password)
    made = open_account(tx, name, password_hash)
    members.set_role(tx, made, row.programme_id, row.role)
    staff.change_session(tx, row.hash, staff_id=made)


def change_password(tx: Transaction, session: str, password: str, password_hash: str, now: datetime) -> None:
    """Another password for one's own account. Every other session of the account ends."""
    row = valid(tx, session, now)
    if row is None or row.staff_id is None:
        raise Refusal(NO_ACCOUNT, status=401)
    _long_enough(password)
    staff.change_staff(tx, row.staff_id, password_hash=password_hash)
    staff.revoke_sessions(tx, row.staff_id, but=row.hash)


def _long_enough(password: str) -> None:
    if len(password) < LEAST:
        raise Refusal(SHORT, least=LEAST, field="password")
