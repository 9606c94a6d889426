"""The first page: a code to type, or straight in when one workshop is open."""

from dataclasses import replace
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from carousel.refusal import Refusal
from toolkit.acts.joining import local_day
from toolkit.i18n import say
from toolkit.phone.arriving import open_now
from toolkit.phone.pages import page
from toolkit.phone.reception import Visit, find, kept, visit
from toolkit.phone.wording import code_of

MOST_LISTED = 6


async def door(request: Request) -> Response:
    """GET /: straight into the only open workshop; a choice of a few; else the code."""
    made = await visit(request)
    found = await made.desk.store.read_soon(open_now, local_day(made.now))
    if len(found) == 1 and "code" not in request.query_params:
        return RedirectResponse(f"/w/{found[0].code}", 303)
    return show(made, workshops=found if len(found) <= MOST_LISTED else ())


def show(made: Visit, status: int = 200, **more: Any) -> Response:
    """The door's page."""
    names: dict[str, Any] = {"csrf": made.desk.tokens.csrf(made.phone), "typed": "", "workshops": ()}
    return kept(made, page("door.html", made.lang, status=status, **names | more))


async def enter(request: Request) -> Response:
    """POST /: the typed code, read as it was meant."""
    made = await visit(request)
    typed = made.form.one("code")
    try:
        where = await made.desk.store.read_soon(lambda tx: find(replace(made, code=code_of(typed)), tx))
    except Refusal as refusal:
        if refusal.status != 404:
            raise
        return show(made, 404, typed=typed[:12], error=say(refusal, made.lang))
    return RedirectResponse(f"/w/{where.workshop.code}", 303)
