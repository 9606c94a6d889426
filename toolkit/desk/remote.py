"""The facilitator's remote control: the next step on a phone, for whoever walks round the hall. Plain forms."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from carousel.refusal import Refusal
from carousel.stage import Stage, Verb, legal
from toolkit.acts import hosting
from toolkit.acts.entering import who
from toolkit.acts.opening import slides, turn_slide
from toolkit.acts.trail import SIGNED_OUT, carried
from toolkit.content.opening import screens
from toolkit.desk.cookies import FORM, staff_cookie
from toolkit.desk.forms import Forms
from toolkit.desk.opening_turning import notes_of, title_of
from toolkit.desk.runsheet import HINTS, clock_text, name, next_label
from toolkit.desk.sheets import language_of, page
from toolkit.i18n import Translator, _, say, translator
from toolkit.phone.wording import code_of
from toolkit.settings import Settings
from toolkit.store import Store, Transaction
from toolkit.store.opening import slide_at
from toolkit.store.programme import programme_of_workshop
from toolkit.store.workshops import UNKNOWN, Situation, situation

TITLE = _("Remote control")
OLD_FORM = "This page was open for too long. Please try again."
WORDS = {
    Verb.PAUSE: _("Pause the clock"),
    Verb.RESUME: _("Let the clock run on"),
    Verb.EXTEND: _("One minute more"),
    Verb.BREAK: _("Break of ten minutes"),
    Verb.DROP: _("Drop the last round"),
}


def remote_routes(store: Store, settings: Settings) -> list[Route]:
    """The route /remote/{code}; it stands behind the gate."""
    remote = Remote(store, settings)
    path = "/remote/{code}"
    return [Route(path, remote.shown, methods=["GET"]), Route(path, remote.pressed, methods=["POST"])]


class Remote:
    """The remote control of one store."""

    def __init__(self, store: Store, settings: Settings) -> None:
        self.store, self.settings, self.forms = store, settings, Forms(settings.secret)

    async def shown(self, request: Request) -> Response:
        """Where the evening stands, the next step as one large button, and the rest below."""
        try:
            where = await self._where(request)
        except Refusal as refusal:
            return self._turned_away(request, refusal)
        return await self._page(request, where)

    async def pressed(self, request: Request) -> Response:
        """Carry out a verb decided on the version that was shown; what is refused is told beside the present step."""
        form = await request.form(max_files=0, max_fields=10)
        try:
            where = await self._where(request)
            if not self.forms.ours(request, form):
                raise Refusal(OLD_FORM, status=403)
            verb, version = str(form.get("verb", "")), _number(str(form.get("version", "")))
            if "slide" in form:
                await self._do(request, turn_slide, where.workshop.id, _number(str(form["slide"])))
            elif verb == "undo":
                await self._do(request, hosting.undo, where.workshop.id, version)
            else:
                await self._do(request, hosting.move, where.workshop.id, verb, version)
        except Refusal as refusal:
            if refusal.status in (401, 404):
                return self._turned_away(request, refusal)
            where = await self._where(request)  # whoever was faster may have moved on since it was read
            return await self._page(request, where, problem=say(refusal, language_of(request)), status=refusal.status)
        return RedirectResponse(request.scope["path"], status_code=303)

    async def _where(self, request: Request) -> Situation:
        """Where the workshop stands; one of another programme is refused like one that is not there."""
        return await self.store.read_soon(_own, self._token(request), code_of(request.path_params["code"]))

    async def _do(self, request: Request, act: Callable[..., Any], *args: Any) -> None:
        await self.store.write_soon(carried, self._token(request), act, args, {}, datetime.now(UTC))

    def _token(self, request: Request) -> str:
        return request.cookies.get(staff_cookie(self.settings.https), "")

    async def _page(self, request: Request, where: Situation, *, problem: str = "", status: int = 200) -> Response:
        words, step, now = translator(language_of(request)), where.step, datetime.now(UTC)
        nonce = self.forms.nonce(request)
        response = page(
            request,
            "remote.html",
            TITLE,
            status=status,
            problem=problem,
            token=self.forms.token(nonce),
            where=where,
            ngettext=words.ngettext,
            step=name(words, step.stage, step.round),
            hint=words(HINTS[step.stage]),
            following=next_label(words, step, now),
            others=[(verb, words(WORDS[verb])) for verb in legal(step) if verb in WORDS],
            left=clock_text(step.clock.left(now)) if step.clock else "",
            slide=await self._slide(where, words) if _with_slides(where) else None,
        )
        response.set_cookie(FORM, nonce, httponly=True, samesite="strict", secure=self.settings.https)
        return response

    async def _slide(self, where: Situation, words: Translator) -> dict[str, object]:
        """The slide on the screen: where it stands, its title and notes, and where back and next lead."""
        held = screens(await self.store.read_soon(slides, where.workshop.id))
        at = min(await self.store.read_soon(slide_at, where.workshop.id), len(held) - 1)
        community = where.workshop.community
        return {
            "said": words("Slide {n} of {all}", n=at + 1, all=len(held)),
            "title": title_of(held[at], words, community),
            "own": held[at].slide.own_note,
            "notes": notes_of(held[at], words, community),
            "back": at - 1,
            "following": at + 1 if at + 1 < len(held) else None,
        }

    def _turned_away(self, request: Request, refusal: Refusal) -> Response:
        return page(request, "message.html", TITLE, status=refusal.status, problem=say(refusal, language_of(request)))


def _own(tx: Transaction, token: str, code: str) -> Situation:
    staff = who(tx, token, datetime.now(UTC))
    where = situation(tx, code)
    if staff is None:
        raise Refusal(SIGNED_OUT, status=401)
    if programme_of_workshop(tx, where.workshop.id) != staff.programme:
        raise Refusal(UNKNOWN, status=404)
    return where


def _with_slides(where: Situation) -> bool:
    return where.step.stage is Stage.OPENING or where.workshop.screen == "slides"


def _number(typed: str) -> int:
    """The version that was shown; -1, which is always stale, for anything else."""
    return int(typed) if typed.isdecimal() and len(typed) < 10 else -1
