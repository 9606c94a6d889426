"""The last part of the evening: interest, how it was, going home early, another person, being forgotten."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from carousel.refusal import Refusal
from toolkit.acts.answering import close_form, erase
from toolkit.acts.following_up import leave_interest, withdraw_interest
from toolkit.acts.seating import leave as leave_early
from toolkit.i18n import _, languages, say, translator
from toolkit.phone import stages
from toolkit.phone.arriving import refused
from toolkit.phone.guard import slow_down
from toolkit.phone.pages import page
from toolkit.phone.reception import Visit, address_of, kept, look_in, visit
from toolkit.store import Transaction

DONE = _("Everything that belongs to this code has been erased.")


async def interest_page(request: Request) -> Response:
    """GET /w/{code}/interest."""
    return await stages.show(await visit(request), template="interest.html")


async def interest(request: Request) -> Response:
    """POST /w/{code}/interest: keeps the contact, sealed; its withdrawal code is shown once."""
    made = await visit(request)
    form, held = made.form, made.need_slip()
    try:
        withdrawal = await made.desk.store.write_soon(
            leave_interest, made.code, form, made.lang, form.one("key"), made.now, made.desk.chance
        )
    except Refusal as refusal:
        if refusal.status != 422 or made.json:
            raise
        return await stages.show(made, 422, "interest.html", key=form.one("key"), **refused(made, refusal))
    response = made.back("?skip=interest")
    made.desk.tokens.keep_once(response, {"slip": held.slip, "withdrawal": withdrawal})
    return response


async def closing_page(request: Request) -> Response:
    """GET /w/{code}/closing."""
    return await stages.show(await visit(request), template="closing.html")


async def closing(request: Request) -> Response:
    """POST /w/{code}/closing: smileys, the need afterwards, three texts."""
    made = await visit(request)
    try:
        await made.desk.store.write_soon(close_form, made.need_slip().slip, made.form, made.now)
    except Refusal as refusal:
        if refusal.status != 422 or made.json:
            raise
        return await stages.show(made, 422, "closing.html", again=True, **refused(made, refusal))
    return RedirectResponse(f"/w/{made.code}/closing", 303)


async def leave_page(request: Request) -> Response:
    """GET /w/{code}/leave."""
    return await stages.show(await visit(request), template="leave.html")


async def leave(request: Request) -> Response:
    """POST /w/{code}/leave: goes home early; notes and ticket stay."""
    made = await visit(request)
    await made.desk.store.write_soon(leave_early, made.need_slip().slip, made.now)
    return made.back()


async def another(request: Request) -> Response:
    """POST /w/{code}/another: the next person on this phone; earlier slips stay."""
    made = await visit(request)
    return kept(made, made.back(), made.phone.turned(made.code, None))


async def switch(request: Request) -> Response:
    """POST /w/{code}/switch: answers with another slip of this phone."""
    made = await visit(request)
    wanted = made.form.one("slip")
    known = any(held.slip == wanted for held in made.phone.of(made.code))
    return kept(made, made.back(), made.phone.turned(made.code, wanted) if known else made.phone)


async def noted(request: Request) -> Response:
    """POST /w/{code}/noted: the code shown once has been written down."""
    made = await visit(request)
    response = made.back()
    made.desk.tokens.keep_once(response, {})
    return response


async def language(request: Request) -> Response:
    """POST /language: the language of this phone; back to where it was."""
    made = await visit(request)
    wanted, back = made.form.one("language"), made.form.one("back")
    safe = back if back.startswith("/") and not back.startswith(("//", "/\\")) else "/"
    phone = replace(made.phone, language=wanted) if wanted in languages() else made.phone
    return kept(made, RedirectResponse(safe, 303), phone)


async def privacy_page(request: Request) -> Response:
    """GET /w/{code}/privacy: the notice, and the form that deletes."""
    return await privacy(await visit(request))


async def privacy(made: Visit, status: int = 200, **more: Any) -> Response:
    """The page about one's data."""
    seen = await made.desk.store.read_soon(look_in, made)
    _ = translator(made.lang)
    names: dict[str, Any] = {
        "code": made.code,
        "path": f"/w/{made.code}/privacy",
        "csrf": made.desk.tokens.csrf(made.phone),
        "title": seen.where.workshop.title,
        "set": seen.set,
        **seen.responsible(made.lang),
    }
    return kept(made, page("privacy.html", made.lang, status=status, **names | more))


async def forget(request: Request) -> Response:
    """POST /w/{code}/erase: deletes what belongs to an erasure or withdrawal code. Guesses cost."""
    made = await visit(request)
    typed = made.form.one("erasure")
    address = address_of(request)
    if wait := made.desk.erasures.empty(address):
        raise slow_down(wait)
    try:
        await made.desk.store.write_soon(_forget, made.code, typed, made.now)
    except Refusal as refusal:
        if refusal.status not in (404, 422) or made.json:
            raise
        made.desk.erasures.wait(address)
        return await privacy(made, refusal.status, error=say(refusal, made.lang), typed=typed)
    return await privacy(made, done=translator(made.lang)(DONE))


def _forget(tx: Transaction, code: str, typed: str, now: datetime) -> None:
    """The code may be the slip's or the interest form's; people should not have to know which."""
    try:
        erase(tx, code, typed, now)
    except Refusal:
        withdraw_interest(tx, typed, now)
