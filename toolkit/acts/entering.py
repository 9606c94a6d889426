"""How staff get in: one-time links, accounts, sessions. Tokens are handed out once and kept as hashes."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import token_urlsafe

from carousel.refusal import Refusal
from toolkit.acts.codes import fingerprint
from toolkit.acts.forms import clean
from toolkit.i18n import _
from toolkit.store import Transaction, staff

LINK_HOLDS = timedelta(hours=24)
SESSION_HOLDS = timedelta(hours=14)
FREE_FAILURES = 4
WRONG = _("The name or the password is not right.")
WAIT = _("Too many tries. Please wait {seconds} seconds, then try again.")
TAKEN = _("There is an account with this name. Please choose another name.")
SHORT = _("A password needs at least {least} characters.")
NO_LINK = _("This link was used or is too old. Start the program again for a new one.")
LEAST = 10
ROLES = ("mentor", "facilitator")


@dataclass(frozen=True, slots=True)
class Session:
    """Who is signed in. `name` is empty for somebody who came by the link and has not chosen a password."""

    role: str
    name: str


@dataclass(frozen=True, slots=True)
class Account:
    """What the door needs to check a password."""

    id: int
    name: str
    role: str
    password_hash: str


def make_link(tx: Transaction, role: str, now: datetime) -> str:
    """The token of a new one-time link that holds for a day."""
    token = token_urlsafe(24)
    staff.add_link(tx, fingerprint("link", token), role, now + LINK_HOLDS)
    return token


def enter_by_link(tx: Transaction, token: str, now: datetime) -> str:
    """A session's token for a one-time link; refuses a used or old one with 410."""
    role = staff.use_link(tx, fingerprint("link", token), now)
    if role is None:
        raise Refusal(NO_LINK, status=410)
    return _session(tx, None, role, now)


def sign_up(tx: Transaction, session: str, name: str, password: str, password_hash: str, now: datetime) -> str:
    """An account for whoever came by the link; returns a new session. Refuses taken names and short passwords."""
    present = who(tx, session, now)
    if present is None:
        raise Refusal(NO_LINK, status=401)
    if len(password) < LEAST:
        raise Refusal(SHORT, least=LEAST, field="password")
    if not clean(name):
        raise Refusal("Please write your name.", field="name")
    if staff.staff_named(tx, clean(name)):
        raise Refusal(TAKEN, status=409, field="name")
    made = staff.add_staff(tx, clean(name)[:80], present.role, password_hash)
    staff.revoke(tx, fingerprint("session", session))
    return _session(tx, made, present.role, now)


def account(tx: Transaction, name: str, now: datetime) -> Account | None:
    """The account to check a password against; refuses with 429 while it waits after failures."""
    row = staff.staff_named(tx, name)
    if row is None:
        return None
    if row.locked_until is not None and row.locked_until > now:
        raise Refusal(WAIT, status=429, seconds=round((row.locked_until - now).total_seconds()) + 1)
    return Account(row.id or 0, row.name, row.role, row.password_hash)


def sign_in(tx: Transaction, found: Account, now: datetime) -> str:
    """A session after the right password."""
    staff.set_failures(tx, found.id, 0, None)
    return _session(tx, found.id, found.role, now)


def fail(tx: Transaction, name: str, now: datetime) -> None:
    """Remember a wrong password; from the fifth on the account waits, each time twice as long, at most 15 minutes."""
    row = staff.staff_named(tx, name)
    if row is None:
        return
    failures = row.failures + 1
    wait = min(2 ** max(failures - FREE_FAILURES, 0), 900)
    staff.set_failures(tx, row.id or 0, failures, now + timedelta(seconds=wait) if failures > FREE_FAILURES else None)


def who(tx: Transaction, session: str, now: datetime) -> Session | None:
    """Who a session's token belongs to; None when it is unknown, expired or revoked."""
    row = staff.session_with(tx, fingerprint("session", session))
    if row is None or row.revoked or row.expires < now:
        return None
    return Session(row.role, staff.staff_name(tx, row.staff_id))


def sign_out(tx: Transaction, session: str, now: datetime) -> None:
    """End a session on the server."""
    staff.revoke(tx, fingerprint("session", session))


def _session(tx: Transaction, staff_id: int | None, role: str, now: datetime) -> str:
    token = token_urlsafe(32)
    staff.add_session(tx, fingerprint("session", token), staff_id, role, now + SESSION_HOLDS)
    return token
