"""Check-in: the notice, the form, the ticket where one is needed, and the slip."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from carousel.refusal import Refusal
from carousel.workshop import Format, Workshop
from toolkit.acts.admitting import FIELD, LENGTH, UNKNOWN_TICKET, spelled_out
from toolkit.acts.answering import CheckedIn, check_in
from toolkit.acts.codes import typed
from toolkit.acts.flagging import flag_slips
from toolkit.acts.joining import let_in, local_day
from toolkit.i18n import say
from toolkit.phone.guard import slow_down
from toolkit.phone.moulds import Own
from toolkit.phone.pages import rendered
from toolkit.phone.reception import Seen, Visit, address_of, guessed, kept, visit
from toolkit.phone.tokens import Held
from toolkit.phone.watching import Found
from toolkit.store import Transaction
from toolkit.store.programme import open_workshops

GIVEN = "admission"  # the gap of a shared page for the ticket that this phone has scanned


async def show(visit: Visit, seen: Seen, status: int = 200, **more: Any) -> Response:
    """The notice and the check-in form; 410 with the way to an open house when joining is closed."""
    workshop = seen.where.workshop
    try:
        let_in(workshop, visit.now)
    except Refusal as shut:
        others = await visit.desk.store.read_soon(open_houses, workshop, local_day(visit.now))
        shut.data["open_houses"] = others
        raise
    ticket = scanned(visit)
    own = Own(visit.desk.tokens.csrf(visit.phone), once={GIVEN: ticket} if ticket else {})

    def render(own: Own) -> str:
        return rendered("arrive.html", visit.lang, **door_names(visit, seen, own) | more)

    if status == 200:
        visit.desk.watch.opened(visit.phone.nonce)
    if more or visit.phone.of(workshop.code):
        text = render(own)
    else:
        alike = ("arrive", visit.lang, workshop, bool(ticket), id(seen.set), seen.organiser, seen.contact)
        text = visit.desk.moulds.cast(alike, seen.set, own, render)
    return kept(visit, HTMLResponse(text, status))


def scanned(visit: Visit) -> str:
    """The ticket in the address that this phone has scanned; empty when there is none or it cannot be one."""
    code = typed(visit.request.query_params.get("t", "")[: 2 * LENGTH])
    return spelled_out(code) if len(code) == LENGTH and code.isascii() and code.isalnum() else ""


def door_names(visit: Visit, seen: Seen, own: Own) -> dict[str, Any]:
    """What the notice and the form need."""
    workshop, ticket = seen.where.workshop, own.once.get(GIVEN, "")
    return {
        "code": workshop.code,
        "path": f"/w/{workshop.code}?t={ticket}" if ticket else f"/w/{workshop.code}",
        "csrf": own.csrf,
        "key": own.key(),
        "workshop": workshop,
        "title": workshop.title,
        "set": seen.set,
        "form": seen.set.checkin,
        "ticket": ticket,
        "values": {},
        "errors": {},
        "others": visit.phone.of(workshop.code),
        **seen.responsible(visit.lang),
    }


def open_houses(tx: Transaction, workshop: Workshop, today: date) -> tuple[Workshop, ...]:
    """Where somebody can still answer who came too late: open houses of the same community."""
    near = (one for one in open_now(tx, today) if one.community == workshop.community and one.id != workshop.id)
    return tuple(one for one in near if one.format is Format.OPEN_HOUSE)


def open_now(tx: Transaction, today: date) -> tuple[Workshop, ...]:
    """The workshops that a newcomer can join on this day."""
    return tuple(one for one in open_workshops(tx) if one.takes_in(today))


async def arrive(request: Request) -> Response:
    """POST /w/{code}/checkin: gives out a slip; the same key again gives the same one."""
    from toolkit.phone.stages import show as show_stage

    made = await visit(request)
    form = made.form
    try:
        with guessed(request):
            given = await made.desk.store.write_soon(
                check_in, made.code, form, form.one("key"), made.lang, made.now, made.desk.chance
            )
    except Refusal as refusal:
        _count_guess(made, refusal)
        if (refusal.status != 422 and refusal.data.get("field") != FIELD) or made.json:
            raise
        return await show_stage(as_newcomer(made), refusal.status, key=form.one("key"), **refused(made, refusal))
    await _look_at(made, given)
    phone = made.phone.given(Held(made.code, given.slip, given.code, given.ticket))
    response = kept(made, made.back(), phone)
    made.desk.tokens.keep_once(response, {"slip": given.slip, "erasure": given.erasure_code})
    return response


def _count_guess(visit: Visit, refusal: Refusal) -> None:
    """A wrong ticket costs from the budget of guesses of its address, as a wrong code does."""
    if refusal.sentence == UNKNOWN_TICKET and (wait := visit.desk.guesses.wait(address_of(visit.request))):
        raise slow_down(wait) from None


async def _look_at(visit: Visit, given: CheckedIn) -> None:
    """Flag what looks like ballot stuffing; the same check-in sent again is nothing new."""
    if not given.repeated:
        where = await visit.desk.store.read_soon(visit.desk.situation, visit.code)
        address = address_of(visit.request)
        await flag(visit, visit.desk.watch.joined(where, address, visit.phone.nonce, given.slip))


async def flag(visit: Visit, found: Iterable[Found]) -> None:
    """Write down which slips look odd, for a person to decide."""
    for rule, slips in found:
        await visit.desk.store.write_soon(flag_slips, slips, rule)


def as_newcomer(visit: Visit) -> Visit:
    """The same visit with nobody answering, so that the check-in form is shown."""
    return replace(visit, phone=visit.phone.turned(visit.code, None))


def refused(visit: Visit, refusal: Refusal) -> dict[str, Any]:
    """What a form shows again: everything that was filled in, and the sentence at its field or at the top."""
    sentence, field = say(refusal, visit.lang), str(refusal.data.get("field", ""))
    values: dict[str, Any] = {name: Answer(given) for name, given in visit.form.items()}
    return {"values": values, "errors": {field: sentence} if field else {}, "error": "" if field else sentence}


class Answer(tuple[str, ...]):
    """The values of one name: reads as text where one is expected, as several where several are."""

    def __str__(self) -> str:
        return self[0] if self else ""
