"""Acts of staff, carried out for whoever is signed in: checked against their role and programme, and remembered."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from inspect import signature
from typing import Any

from carousel.refusal import Refusal
from toolkit.acts import entering
from toolkit.acts.deeds import DEEDS, STRICTER, name_of
from toolkit.i18n import _
from toolkit.store import Transaction
from toolkit.store.programme import programme_of_community, programme_of_record, programme_of_workshop
from toolkit.store.trail import add_trace

SIGNED_OUT = _("You are signed out.")
NOT_YOURS = _("This belongs to another programme.")
PLACES = {
    "workshop_id": programme_of_workshop, "community_id": programme_of_community, "record": programme_of_record,
}  # fmt: skip
"""Arguments by which an act names where it happens, and whose that is."""
NO_RIGHT = {
    "mentor": _("Only a mentor of the programme may do this. Please ask yours."),
    "owner": _("Only the owner of the programme may do this. Please ask them."),
}


def carried(
    tx: Transaction, token: str, act: Callable[..., Any], args: Sequence[Any], named: Mapping[str, Any], now: datetime
) -> Any:  # fmt: skip
    """Carry out an act for the session with this token, and remember who did it.

    `now` and the session's `programme` are handed to acts that take them. Refuses with 401 without a session, with 403
    for somebody who may not, or what lies in another programme; then nothing is done.
    """
    staff = entering.who(tx, token, now)
    if staff is None:
        raise Refusal(SIGNED_OUT, status=401)
    taken = signature(act).parameters
    own = {"now": now, "programme": staff.programme, "staff_id": staff.staff}
    bound = signature(act).bind(tx, *args, **({name: own[name] for name in own if name in taken} | dict(named)))
    given, deed = bound.arguments, DEEDS[name_of(act)]
    about = str(given.get(deed.about, "")) if deed.about else ""
    _check(staff, STRICTER.get((name_of(act), about), deed.role))
    _check_place(tx, staff, given)
    result = act(*bound.args, **bound.kwargs)
    add_trace(
        tx, at=now, programme_id=staff.programme, workshop_id=given.get("workshop_id"), who=staff.name, role=staff.role,
        act=name_of(act), about=about[:80],
    )  # fmt: skip
    return result


def _check(staff: entering.Session, role: str) -> None:
    if not staff.may(role):
        raise Refusal(NO_RIGHT[role], status=403)


def _check_place(tx: Transaction, staff: entering.Session, given: Mapping[str, Any]) -> None:
    """An id in hand may be of another programme: an old page, or one that somebody has made up."""
    for name, programme_of in PLACES.items():
        if given.get(name) is not None and programme_of(tx, given[name]) != staff.programme:
            raise Refusal(NOT_YOURS, status=403)
