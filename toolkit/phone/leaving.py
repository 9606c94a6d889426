"""The last part of the evening: interest, how it was, going home early, another person."""

from dataclasses import replace

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from carousel.refusal import Refusal
from toolkit.acts.answering import close_form
from toolkit.acts.following_up import leave_interest
from toolkit.acts.seating import leave as leave_early
from toolkit.i18n import languages
from toolkit.phone import stages
from toolkit.phone.answering import acknowledged
from toolkit.phone.arriving import refused
from toolkit.phone.reception import kept, visit


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
    return acknowledged(made) if made.json else RedirectResponse(f"/w/{made.code}/closing", 303)


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
