"""The residents' side as an ASGI app of its own: it needs a store, no Streamlit, and may run in many processes."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from carousel.refusal import Refusal
from toolkit.i18n import languages, translator
from toolkit.phone import (
    accessibility,
    answering,
    arriving,
    choosing,
    door,
    hosting,
    leaving,
    logbook,
    privacy,
    results,
    stages,
)
from toolkit.phone.guard import Guard, wants_json
from toolkit.phone.limits import Buckets, Limits
from toolkit.phone.live import Hub, events_response, step_json
from toolkit.phone.pages import asset_named, environment, style_hash
from toolkit.phone.reception import Reception, guessed, reception, utc_now
from toolkit.phone.refusing import MISSING, Refusing
from toolkit.phone.shared import CALM, Shared
from toolkit.phone.tokens import Tokens
from toolkit.phone.watching import Watch
from toolkit.phone.wording import code_of
from toolkit.settings import VERSION, Settings
from toolkit.store import Store


def phone_app(
    store: Store, settings: Settings, *, hub: Hub | None = None, limits: Limits | None = None,
    now: Callable[[], datetime] = utc_now,
) -> Starlette:  # fmt: skip
    """The app. `hub` is the process's, when there is one already; then its lifespan is its owner's business."""
    limits = (limits or Limits()).times(settings.pace)
    tokens = Tokens(settings.secret, secure=settings.https, origin=settings.address)
    desk = opened(store, settings, tokens, limits, now)
    store.listeners.append(desk.shared.heard)
    prepare()
    refusing = Refusing(tokens)
    app = Starlette(
        routes=routes(),
        middleware=[
            Middleware(Packing),
            Middleware(Guard, refuse=refusing, style=style_hash(), limits=limits, hosts=settings.hosts),
        ],
        exception_handlers={Refusal: refusing.handle, HTTPException: refusing.handle_missing},
        lifespan=None if hub else _lifespan,
    )
    app.state.reception = desk
    app.state.hub = hub or Hub(store, settings.question_sets, settings.good_practice)
    return app


def opened(
    store: Store, settings: Settings, tokens: Tokens, limits: Limits, now: Callable[[], datetime]
) -> Reception:  # fmt: skip
    """The reception of this process, with full budgets and nothing remembered."""
    return Reception(
        store=store,
        settings=settings,
        tokens=tokens,
        slips=Buckets(limits.slip_burst, limits.slip_rate),
        guesses=Buckets(limits.guess_burst, limits.guess_rate),
        erasures=Buckets(limits.erasure_burst, limits.erasure_rate),
        shared=Shared(store),
        figures=Shared(store, CALM),  # hears of no change: five seconds are young enough
        watch=Watch(pace=settings.pace),
        now=now,
    )


class Packing:
    """Pages are packed on their way; what a script asks for is too small to be worth it. Event streams stay whole."""

    def __init__(self, app: ASGIApp) -> None:
        self.plain, self.packed = app, GZipMiddleware(app, minimum_size=1200, compresslevel=1)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        plain = scope["type"] != "http" or wants_json(scope)
        await (self.plain if plain else self.packed)(scope, receive, send)


@asynccontextmanager
async def _lifespan(app: Starlette) -> AsyncIterator[None]:
    async with app.state.hub.running():
        yield


def prepare() -> None:
    """Compiles every template and reads every language before the first phone asks."""
    for name in environment().list_templates(extensions=["html"]):
        if not name.startswith("screen"):
            environment().get_template(name)
    for lang in languages():
        translator(lang)
    asset_named("")


def routes() -> list[BaseRoute]:
    """Everything a resident or table host can ask for."""
    code = "/w/{code}"
    reads = {
        "/": door.door,
        "/health": health,
        "/accessibility": accessibility.accessibility_page,
        "/assets/{name}": asset,
        "/h/{token}": hosting.host_page,
        f"{code}/step": step,
        f"{code}/events": events,
        f"{code}/results": results.results_page,
        f"{code}/report.pdf": results.report_pdf,
        f"{code}/log": logbook.log_page,
        f"{code}/interest": leaving.interest_page,
        f"{code}/closing": leaving.closing_page,
        f"{code}/leave": leaving.leave_page,
        f"{code}/privacy": privacy.privacy_page,
    }
    note = f"{code}/notes/{{note:int}}"
    writes = {
        "/": door.enter,
        "/language": leaving.language,
        "/h/{token}": hosting.send,
        f"{code}/checkin": arriving.arrive,
        f"{note}/correct": answering.correct,
        f"{note}/withdraw": answering.withdraw,
        f"{note}/tick": answering.tick,
        f"{code}/vote": choosing.vote,
        f"{code}/interest": leaving.interest,
        f"{code}/closing": leaving.closing,
        f"{code}/leave": leaving.leave,
        f"{code}/another": leaving.another,
        f"{code}/switch": leaving.switch,
        f"{code}/noted": leaving.noted,
        f"{code}/erase": privacy.forget,
    }
    return [  # tried one after the other: first what a hall asks for most
        Route(code, stages.workshop_page, methods=["GET"]),
        Route(f"{code}/notes", answering.send_note, methods=["POST"]),
        *(Route(path, act, methods=["POST"]) for path, act in writes.items()),
        *(Route(path, show, methods=["GET"]) for path, show in reads.items()),
    ]


async def health(request: Request) -> Response:
    """GET /health: that the program and its database answer."""
    store = reception(request).store
    schema = await asyncio.to_thread(lambda: store.schema)
    return JSONResponse({"status": "ok", "database": store.url.partition(":")[0], "schema": schema, "version": VERSION})


async def asset(request: Request) -> Response:
    """GET /assets/{name}: a script, which may be kept for ever because its name changes with it."""
    content = asset_named(request.path_params["name"])
    if content is None:
        raise Refusal(MISSING, status=404)
    kept = {"Cache-Control": "public, max-age=31536000, immutable"}
    return Response(content, media_type="text/javascript", headers=kept)


async def step(request: Request) -> Response:
    """GET /w/{code}/step: the step as JSON for phones that poll."""
    with guessed(request):
        return await step_json(request, request.app.state.hub, code_of(request.path_params["code"]))


async def events(request: Request) -> Response:
    """GET /w/{code}/events: the step as it changes."""
    with guessed(request):
        return await events_response(request, request.app.state.hub, code_of(request.path_params["code"]), "phone")
