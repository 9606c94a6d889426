"""The projector's page: one light page that follows the evening by itself, for staff or whoever has its signed key."""

import hashlib
import json
from collections.abc import Awaitable, Callable, Mapping
from functools import cache
from inspect import isawaitable
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from itsdangerous import BadData, URLSafeSerializer
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from carousel.refusal import Refusal
from toolkit.acts.opening import turn_slide
from toolkit.acts.passing import screen_of
from toolkit.content.look import look
from toolkit.i18n import languages, translator
from toolkit.paper import qr
from toolkit.phone.live.doors import events_response
from toolkit.phone.live.hub import Hub
from toolkit.phone.pages import environment
from toolkit.phone.screen_words import screen_words
from toolkit.phone.wording import code_of
from toolkit.settings import Settings
from toolkit.store import Transaction
from toolkit.store.choices import choice
from toolkit.store.workshops import id_of

FILES = Path(__file__).parent / "static" / "screen"
TYPES = {".js": "text/javascript", ".css": "text/css"}
AMBER = "#E69F00"
MOST_SLIDES = 999
NOT_YOURS = "This screen is for the facilitators. Open it from the desk."
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
MayWatch = Callable[[Request], bool | Awaitable[bool]]


def screen_key(settings: Settings, way_in: str) -> str:
    """The key that lets a browser without a staff session show a workshop's screen: /screen/CODE?key=KEY."""
    return str(_signer(settings).dumps(way_in))


def screen_routes(hub: Hub, settings: Settings, may_watch: MayWatch) -> list[Route]:
    """The page, its event stream and its files. `may_watch` says whether a request comes with a staff session."""

    async def page(request: Request) -> Response:
        await _admit(request, hub, settings, may_watch)
        return await _page(request, hub, settings)

    async def events(request: Request) -> Response:
        await _admit(request, hub, settings, may_watch)
        lang = request.query_params.get("lang", "")
        return await events_response(request, hub, code_of(request.path_params["code"]), "screen", lang)

    async def slide(request: Request) -> Response:
        await _admit(request, hub, settings, may_watch)
        return await _turn(request, hub, settings)

    return [
        Route("/screen/assets/{version}/{name}", asset),
        Route("/screen/{code}", page),
        Route("/screen/{code}/events", events),
        Route("/screen/{code}/slide/{to:int}", slide, methods=["POST"]),
    ]


def _signer(settings: Settings) -> URLSafeSerializer:
    return URLSafeSerializer(settings.secret, "screen")


async def _admit(request: Request, hub: Hub, settings: Settings, may_watch: MayWatch) -> None:
    """Let in who has the key or a staff session; everybody else is refused with 403."""
    try:
        way_in = str(_signer(settings).loads(request.query_params.get("key", "")))
    except BadData:
        way_in = ""
    code = code_of(request.path_params["code"])
    known = bool(way_in) and await hub.store.read_soon(_leads_to, way_in, code)
    staff = known or may_watch(request)
    if not (await staff if isawaitable(staff) else staff):
        raise Refusal(NOT_YOURS, status=403)


def _leads_to(tx: Transaction, way_in: str, code: str) -> bool:
    return screen_of(tx, way_in) == id_of(tx, code)


async def _turn(request: Request, hub: Hub, settings: Settings) -> Response:
    """Turn to a slide, for whoever holds the presenter's clicker; a page of another site is refused with 403."""
    hosts = {request.headers.get("host", ""), urlsplit(settings.address).netloc} - {""}
    if not any(request.headers.get("origin", "") in (f"http://{host}", f"https://{host}") for host in hosts):
        raise Refusal(NOT_YOURS, status=403)
    workshop = (await hub.picture(code_of(request.path_params["code"]))).workshop
    to = min(request.path_params["to"], MOST_SLIDES)
    await hub.store.write_soon(turn_slide, workshop.id, to, hub.clock())
    return Response(status_code=204)


async def _page(request: Request, hub: Hub, settings: Settings) -> Response:
    workshop = (await hub.picture(code_of(request.path_params["code"]))).workshop
    asked = request.query_params
    lang = asked.get("lang", "") if asked.get("lang") in languages() else workshop.language
    base = settings.address or str(request.base_url).rstrip("/")
    wifi = await hub.store.read_soon(choice, "wifi")
    passed_on = {"lang": lang} | ({"key": asked["key"]} if "key" in asked else {})
    text = environment().get_template("screen.html").render(
        _=translator(lang),
        lang=lang,
        workshop=workshop,
        assets=f"/screen/assets/{version()}",
        events=f"/screen/{workshop.code}/events?{urlencode(passed_on)}",
        slide=f"/screen/{workshop.code}/slide/*?{urlencode(passed_on)}",
        view=asked.get("view", ""),
        dark=asked.get("look") == "dark",
        short=f"{urlsplit(base).netloc}/w/{workshop.code}",
        wifi=_wifi(*wifi) if wifi else None,
        page=_code(f"{base}/w/{workshop.code}"),
        results=_code(f"{base}/w/{workshop.code}/results"),
        words=_data(screen_words(lang)),
    )  # fmt: skip
    return HTMLResponse(text, headers=HEADERS)


def _code(address: str) -> dict[str, object]:
    return {"svg": Markup(qr.svg(address)), "host": urlsplit(address).netloc}  # noqa: S704 - drawn by us, text escaped


def _wifi(name: str, password: str = "") -> dict[str, object]:
    return {"svg": Markup(qr.svg(qr.wifi(name, password), name)), "name": name}  # noqa: S704 - as above


def _data(words: object) -> Markup:
    """JSON inside a script element that cannot end it."""
    return Markup(json.dumps(words, ensure_ascii=False).replace("<", "\\u003c"))  # noqa: S704 - no "<" is left


@cache
def files() -> dict[str, bytes]:
    """The page's own files by name; the style begins with the colours of data/look.yaml."""
    found = {path.name: path.read_bytes() for path in sorted(FILES.iterdir()) if path.suffix in TYPES}
    light, dark = _colours(look().light), _colours(look().dark)
    found["screen.css"] = f":root{{{light}--amber:{AMBER}}}:root.dark{{{dark}}}".encode() + found["screen.css"]
    return found


def _colours(tones: Mapping[str, str]) -> str:
    return "".join(f"--{name.replace('_', '-')}:{value};" for name, value in tones.items())


@cache
def version() -> str:
    """Changes with any of the files, so that they may be kept for ever."""
    return hashlib.sha256(b"".join(files().values())).hexdigest()[:12]


async def asset(request: Request) -> Response:
    """One of the page's files; any other name is not found."""
    name = request.path_params["name"]
    if name not in files():
        return Response(status_code=404)
    headers = {"Cache-Control": "public, max-age=31536000, immutable", "X-Content-Type-Options": "nosniff"}
    return Response(files()[name], media_type=TYPES[Path(name).suffix], headers=headers)
