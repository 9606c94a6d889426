"""The facilitator's remote control: the next step on a phone, for whoever walks round the hall. Plain forms."""

from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from carousel.refusal import Refusal
from carousel.stage import Verb, legal
from toolkit.acts import hosting
from toolkit.desk.cookies import FORM
from toolkit.desk.forms import Forms
from toolkit.desk.runsheet import HINTS, clock_text, name, next_label
from toolkit.desk.sheets import language_of, page
from toolkit.i18n import _, say, translator
from toolkit.phone.wording import code_of
from toolkit.settings import Settings
from toolkit.store import Store
from toolkit.store.workshops import Situation, situation

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
            where = await self.store.read_soon(situation, code_of(request.path_params["code"]))
        except Refusal as refusal:
            return self._turned_away(request, refusal)
        return self._page(request, where)

    async def pressed(self, request: Request) -> Response:
        """Carry out a verb decided on the version that was shown; what is refused is told beside the present step."""
        form = await request.form(max_files=0, max_fields=10)
        now = datetime.now(UTC)
        try:
            where = await self.store.read_soon(situation, code_of(request.path_params["code"]))
            if not self.forms.ours(request, form):
                raise Refusal(OLD_FORM, status=403)
            verb, version = str(form.get("verb", "")), _number(str(form.get("version", "")))
            if verb == "undo":
                await self.store.write_soon(hosting.undo, where.workshop.id, version, now)
            else:
                await self.store.write_soon(hosting.move, where.workshop.id, verb, version, now)
        except Refusal as refusal:
            if refusal.status == 404:
                return self._turned_away(request, refusal)
            return self._page(request, where, problem=say(refusal, language_of(request)), status=refusal.status)
        return RedirectResponse(request.scope["path"], status_code=303)

    def _page(self, request: Request, where: Situation, *, problem: str = "", status: int = 200) -> Response:
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
        )
        response.set_cookie(FORM, nonce, httponly=True, samesite="strict", secure=self.settings.https)
        return response

    def _turned_away(self, request: Request, refusal: Refusal) -> Response:
        return page(request, "message.html", TITLE, status=refusal.status, problem=say(refusal, language_of(request)))


def _number(typed: str) -> int:
    """The version that was shown; -1, which is always stale, for anything else."""
    return int(typed) if typed.isdecimal() and len(typed) < 10 else -1
