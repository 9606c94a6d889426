"""Every no has a page in the resident's language, and JSON for the script."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Scope

from carousel.refusal import Refusal
from toolkit.acts.joining import CLOSED, NOT_YET, SHUT
from toolkit.i18n import Translator, say, translator
from toolkit.phone.guard import wants_json
from toolkit.phone.pages import language_of, page
from toolkit.phone.reception import json_refusal, retry_after
from toolkit.phone.tokens import Tokens

BROKEN = "Something went wrong here. Please try again."
MISSING = "There is no such page. Please check the address."
UNREADABLE = "This form could not be read. Please load the page again."


class Refusing:
    """Turns a refusal into the answer of a door."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens

    def __call__(self, scope: Scope, refusal: Refusal) -> Response:
        request = Request(scope)
        phone = self.tokens.phone(request)
        lang = language_of(request, phone)
        form = scope.get("state", {}).get("form", {})
        if wants_json(scope):
            return json_refusal(refusal, lang, (form.get("key") or ("",))[0])
        response = page(
            "refusal.html",
            lang,
            status=refusal.status,
            csrf=self.tokens.csrf(phone),
            heading=heading(refusal, translator(lang)),
            sentence=say(refusal, lang),
            text="\n".join(form.get("text", ()) or form.get("lines", ())),
            open_houses=refusal.data.get("open_houses", ()),
            back=back(request, refusal),
            path=scope["path"] if request.method == "GET" else back(request, refusal),
        )
        response.headers.update(retry_after(refusal))
        return response

    async def handle(self, request: Request, refusal: Exception) -> Response:
        """For Starlette: a refusal that a route raised."""
        return self(request.scope, refusal if isinstance(refusal, Refusal) else Refusal(BROKEN, status=500))

    async def handle_missing(self, request: Request, problem: Exception) -> Response:
        """For Starlette: no such page, or no such method."""
        status = getattr(problem, "status_code", 404)
        sentence = MISSING if status in (404, 405) else UNREADABLE
        return self(request.scope, Refusal(sentence, status=status))


def heading(refusal: Refusal, _: Translator) -> str:
    """The kind of no, in a few words."""
    return {
        403: _("Please load the page again"),
        404: _("Not found"),
        405: _("Not found"),
        409: _("Something has changed"),
        410: _shut(refusal, _) if refusal.sentence in SHUT else _("Please check in again"),
        408: _("One moment, please"),
        413: _("That is too long"),
        415: _("Please check your answer"),
        422: _("Please check your answer"),
        429: _("One moment, please"),
        503: _("One moment, please"),
    }.get(refusal.status, _("Something went wrong"))


def _shut(refusal: Refusal, _: Translator) -> str:
    """Why a newcomer does not come in."""
    if refusal.sentence == NOT_YET:
        return _("Not open yet")
    return _("Joining is closed") if refusal.sentence == CLOSED else _("The open house is over")


def back(request: Request, refusal: Refusal) -> str:
    """Where to go on: the workshop's page, or the first page when the workshop itself is not open."""
    parts = request.scope["path"].strip("/").split("/")
    shut = refusal.status == 404 or refusal.sentence in SHUT
    inside = len(parts) > 1 and parts[0] in ("w", "h") and not shut
    return f"/{parts[0]}/{parts[1]}" if inside else "/?code"
