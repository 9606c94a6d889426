"""Who belongs to a programme: inviting, changing roles, ending access, founding another programme."""

from datetime import datetime

from carousel.refusal import Refusal
from toolkit.acts.entering import ROLES, make_link
from toolkit.acts.forms import clean
from toolkit.i18n import _
from toolkit.store import Transaction, members, staff
from toolkit.store.tables_staff import LinkRow, SessionRow

NO_PERSON = _("Please write for whom the link is.")
NO_ROLE = _("Please choose a role.")
LAST_OWNER = _("A programme needs an owner. Make somebody else the owner first.")
NO_MEMBER = _("This person is not in the programme any more.")
NO_NAME = _("Please write the name of the programme.")
NO_ACCOUNT = _("Please keep an account with a password first.")


def invite(tx: Transaction, role: str, person: str, now: datetime, *, programme: int) -> str:
    """The token of an invitation for this person, with this role in the programme."""
    if role not in ROLES:
        raise Refusal(NO_ROLE, field="role")
    if not clean(person):
        raise Refusal(NO_PERSON, field="person")
    return make_link(tx, role, now, programme=programme, person=person)


def withdraw_invitation(tx: Transaction, hash: str, *, programme: int) -> None:
    """The invitation works no longer."""
    row = tx.get(LinkRow, hash)
    if row is not None and row.programme_id == programme:
        row.used = True
        tx.add(row)


def change_role(tx: Transaction, member: int, role: str, *, programme: int) -> None:
    """Make a member something else; refuses with 409 to leave the programme without an owner."""
    if role not in ROLES:
        raise Refusal(NO_ROLE, field="role")
    if role != "owner":
        _another_owner(tx, member, programme)
    members.set_role(tx, member, programme, role)


def end_access(tx: Transaction, member: int, *, programme: int) -> None:
    """The person is in the programme no longer, on no device; refuses with 409 for the last owner."""
    _another_owner(tx, member, programme)
    members.remove_member(tx, member, programme)
    if not members.programmes_of(tx, member):
        staff.revoke_sessions(tx, member)


def end_session(tx: Transaction, hash: str, *, programme: int) -> None:
    """End one session of the programme: a laptop that was left behind."""
    row = tx.get(SessionRow, hash)
    if row is not None and row.programme_id == programme:
        row.revoked = True
        tx.add(row)


def found_programme(tx: Transaction, name: str, *, staff_id: int | None) -> int:
    """Another programme, owned by this account; its communities, workshops and people are its own."""
    if staff_id is None:
        raise Refusal(NO_ACCOUNT, status=409)
    made = members.add_programme(tx, _named(name))
    members.set_role(tx, staff_id, made, "owner")
    return made


def name_programme(tx: Transaction, name: str, *, programme: int) -> None:
    """Another name for the programme."""
    members.rename_programme(tx, programme, _named(name))


def _named(name: str) -> str:
    if not clean(name):
        raise Refusal(NO_NAME, field="programme")
    return clean(name)[:80]


def _another_owner(tx: Transaction, member: int, programme: int) -> None:
    roles = {one.id: one.role for one in members.members(tx, programme)}
    if member not in roles:
        raise Refusal(NO_MEMBER, status=404)
    if roles[member] == "owner" and list(roles.values()).count("owner") == 1:
        raise Refusal(LAST_OWNER, status=409)
