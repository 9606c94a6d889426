"""Check-in: the notice, the form, and the slip."""

from dataclasses import replace
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from carousel.refusal import Refusal
from carousel.workshop import Format, Workshop
from toolkit.acts.answering import CLOSED, check_in
from toolkit.i18n import say
from toolkit.phone.moulds import Own
from toolkit.phone.pages import rendered
from toolkit.phone.reception import Seen, Visit, guessed, kept, visit
from toolkit.phone.tokens import Held
from toolkit.store import Transaction
from toolkit.store.programme import open_workshops


async def show(visit: Visit, seen: Seen, status: int = 200, **more: Any) -> Response:
    """The notice and the check-in form; 410 with the way to an open house when joining is closed."""
    workshop = seen.where.workshop
    if not workshop.joining:
        others = await visit.desk.store.read_soon(open_houses, workshop)
        raise Refusal(CLOSED, status=410, open_houses=others)
    own = Own(visit.desk.tokens.csrf(visit.phone))

    def render(own: Own) -> str:
        return rendered("arrive.html", visit.lang, **door_names(visit, seen, own) | more)

    if more or visit.phone.of(workshop.code):
        text = render(own)
    else:
        alike = ("arrive", visit.lang, workshop, id(seen.set), seen.organiser, seen.contact)
        text = visit.desk.moulds.cast(alike, seen.set, own, render)
    return kept(visit, HTMLResponse(text, status))


def door_names(visit: Visit, seen: Seen, own: Own) -> dict[str, Any]:
    """What the notice and the form need."""
    workshop = seen.where.workshop
    return {
        "code": workshop.code,
        "path": f"/w/{workshop.code}",
        "csrf": own.csrf,
        "key": own.key(),
        "workshop": workshop,
        "title": workshop.title,
        "set": seen.set,
        "form": seen.set.checkin,
        "values": {},
        "errors": {},
        "others": visit.phone.of(workshop.code),
        **seen.responsible(visit.lang),
    }


def open_houses(tx: Transaction, workshop: Workshop) -> tuple[Workshop, ...]:
    """Where somebody can still answer who came too late: open houses of the same community."""
    found = open_workshops(tx)
    return tuple(one for one in found if one.format is Format.OPEN_HOUSE and one.community == workshop.community)


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
        if refusal.status != 422 or made.json:
            raise
        return await show_stage(as_newcomer(made), 422, key=form.one("key"), **refused(made, refusal))
    phone = made.phone.given(Held(made.code, given.slip, given.code, given.ticket))
    response = kept(made, made.back(), phone)
    made.desk.tokens.keep_once(response, {"slip": given.slip, "erasure": given.erasure_code})
    return response


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
