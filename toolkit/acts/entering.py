"""How staff get in: invitations, accounts, sessions. Tokens are handed out once and kept as hashes."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import token_urlsafe

from carousel.refusal import Refusal
from toolkit.acts.codes import fingerprint
from toolkit.acts.forms import clean
from toolkit.i18n import _
from toolkit.store import Transaction, members, staff
from toolkit.store.tables_staff import SessionRow

LINK_HOLDS = timedelta(hours=24)
INVITATION_HOLDS = timedelta(days=7)
SESSION_HOLDS = timedelta(hours=14)
FREE_FAILURES = 4
WRONG = _("The name or the password is not right.")
WAIT = _("Too many tries. Please wait {seconds} seconds, then try again.")
TAKEN = _("There is an account with this name. Write its password, or choose another name.")
SHORT = _("A password needs at least {least} characters.")
NO_LINK = _("This link was used or is too old. Ask for a new one, or start the program again.")
NO_NAME = _("Please write your name.")
NO_PROGRAMME = _("Your account belongs to no programme any more. Please ask its owner for a new link.")
LEAST = 10
ROLES = ("owner", "mentor", "facilitator")


@dataclass(frozen=True, slots=True)
class Session:
    """Who is signed in, and what they are in the programme in hand. `name` and `staff` are empty for somebody who came
    by the link and has no account."""

    role: str
    name: str
    programme: int
    staff: int | None = None

    def may(self, role: str) -> bool:
        """Whether the person is this, or more: an owner may do what a mentor may, a mentor what a facilitator may."""
        return ROLES.index(self.role) <= ROLES.index(role)


@dataclass(frozen=True, slots=True)
class Account:
    """What the door needs to check a password; an account of the organisation's own sign-in has none."""

    id: int
    name: str
    password_hash: str


def make_link(tx: Transaction, role: str, now: datetime, *, programme: int | None = None, person: str = "") -> str:
    """The token of a new one-time link: an invitation of `person` holds for a week, the start's own for a day."""
    token, name = token_urlsafe(24), clean(person)[:80]
    staff.add_link(
        tx, fingerprint("link", token), role=role, programme_id=programme or members.first_programme(tx),
        expires=now + (INVITATION_HOLDS if name else LINK_HOLDS), person=name,
    )  # fmt: skip
    return token


def invited(tx: Transaction, token: str, now: datetime) -> tuple[str, str]:
    """The role that a one-time link gives, and for whom it was made; refuses a used or old one with 410."""
    link = staff.link_with(tx, fingerprint("link", token), now)
    if link is None:
        raise Refusal(NO_LINK, status=410)
    return link.role, link.person


def enter_by_link(tx: Transaction, token: str, now: datetime) -> str:
    """A session's token for a one-time link; refuses a used or old one with 410."""
    link = staff.use_link(tx, fingerprint("link", token), now)
    if link is None:
        raise Refusal(NO_LINK, status=410)
    return _session(tx, None, link.role, link.programme_id or members.first_programme(tx), now)


def open_account(tx: Transaction, name: str, password_hash: str, subject: str | None = None) -> int:
    """The id of a new account; refuses an empty name with 422 and a taken one with 409."""
    if not clean(name):
        raise Refusal(NO_NAME, field="name")
    if staff.staff_named(tx, clean(name)):
        raise Refusal(TAKEN, status=409, field="name")
    return staff.add_staff(tx, clean(name)[:80], password_hash, subject)


def name_taken(tx: Transaction, name: str) -> bool:
    """Whether an account has this name."""
    return staff.staff_named(tx, name) is not None


def become(tx: Transaction, session: str, staff_id: int, now: datetime) -> str:
    """Whoever came by a link is this account from now on, with the link's role; returns a new session's token."""
    row = valid(tx, session, now)
    if row is None or row.staff_id is not None or row.programme_id is None:
        raise Refusal(NO_LINK, status=401)
    before = members.role_of(tx, staff_id, row.programme_id)
    role = min((role for role in (row.role, before) if role), key=ROLES.index)  # an invitation never takes rights away
    members.set_role(tx, staff_id, row.programme_id, role)
    staff.change_session(tx, row.hash, revoked=True)
    return _session(tx, staff_id, role, row.programme_id, now)


def account(tx: Transaction, name: str, now: datetime) -> Account | None:
    """The account to check a password against; refuses with 429 while it waits after failures."""
    row = staff.staff_named(tx, name)
    if row is None:
        return None
    if row.locked_until is not None and row.locked_until > now:
        raise Refusal(WAIT, status=429, seconds=round((row.locked_until - now).total_seconds()) + 1)
    return Account(row.id or 0, row.name, row.password_hash)


def sign_in(tx: Transaction, staff_id: int, now: datetime) -> str:
    """A session of an account that has shown who it is; refuses one without a programme with 403."""
    own = members.programmes_of(tx, staff_id)
    if not own:
        raise Refusal(NO_PROGRAMME, status=403)
    staff.change_staff(tx, staff_id, failures=0, locked_until=None)
    return _session(tx, staff_id, "", own[0], now)


def fail(tx: Transaction, name: str, now: datetime) -> None:
    """Remember a wrong password; from the fifth on the account waits, each time twice as long, at most 15 minutes."""
    row = staff.staff_named(tx, name)
    if row is None:
        return
    failures = row.failures + 1
    wait = min(2 ** max(failures - FREE_FAILURES, 0), 900)
    until = now + timedelta(seconds=wait) if failures > FREE_FAILURES else None
    staff.change_staff(tx, row.id or 0, failures=failures, locked_until=until)


def valid(tx: Transaction, session: str, now: datetime) -> SessionRow | None:
    """The session's row; None when it is unknown, expired or revoked."""
    row = staff.session_with(tx, fingerprint("session", session))
    return None if row is None or row.revoked or row.expires < now else row


def who(tx: Transaction, session: str, now: datetime) -> Session | None:
    """Who a session's token belongs to, as what they are now; None when it ended, or the person is no member."""
    row = valid(tx, session, now)
    if row is None or row.programme_id is None:
        return None
    if row.staff_id is None:
        return Session(row.role, "", row.programme_id)
    role = members.role_of(tx, row.staff_id, row.programme_id)
    return Session(role, staff.staff_name(tx, row.staff_id), row.programme_id, row.staff_id) if role else None


def turn_to(tx: Transaction, session: str, programme: int, now: datetime) -> None:
    """Go on in another programme of one's own; refuses with 403 one that is not."""
    row = valid(tx, session, now)
    if row is None or row.staff_id is None or not members.role_of(tx, row.staff_id, programme):
        raise Refusal(NO_PROGRAMME, status=403)
    staff.change_session(tx, row.hash, programme_id=programme)


def sign_out(tx: Transaction, session: str, now: datetime) -> None:
    """End a session on the server."""
    staff.change_session(tx, fingerprint("session", session), revoked=True)


def account_of(tx: Transaction, subject: str) -> int | None:
    """The id of the account of a person of the organisation's own sign-in; None when nobody has come as it yet."""
    row = staff.staff_of_subject(tx, subject)
    return row.id if row else None


def _session(tx: Transaction, staff_id: int | None, role: str, programme: int, now: datetime) -> str:
    token = token_urlsafe(32)
    staff.add_session(
        tx, fingerprint("session", token), staff_id=staff_id, role=role, programme_id=programme, opened=now,
        expires=now + SESSION_HOLDS,
    )  # fmt: skip
    return token
