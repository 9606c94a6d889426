"""The pure-ASGI guard in front of the phones' routes: body limit, rate limit, security headers, no traceback."""

import logging
import math
from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from carousel.refusal import Refusal
from toolkit.phone.limits import Buckets, Limits

BODY = 16 * 1024
HOST_BODY = 64 * 1024  # a table host sends the notes of a whole group at once
TOO_LONG = "This is too much at once. Please send a shorter text."
LONGEST = 500  # characters of an address; a table host's token is the longest of ours
log = logging.getLogger("vrtiljak.phone")
Refuse = Callable[[Scope, Refusal], ASGIApp]


def headers(style: str) -> dict[str, str]:
    """The headers of every answer. `same-origin` and not `no-referrer`: with the latter browsers send
    `Origin: null` with our own forms, and the Origin check could not tell them from a stranger's."""
    policy = (
        f"default-src 'none'; script-src 'self'; style-src 'self' '{style}'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
    )
    return {
        "Content-Security-Policy": policy,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Cache-Control": "no-store",
    }


class Guard:
    """Wraps the routes. `refuse` makes the page or JSON that says no; `hosts` is the list of allowed hosts, if any."""

    def __init__(
        self, app: ASGIApp, refuse: Refuse, style: str, limits: Limits | None = None, hosts: Sequence[str] = ()
    ) -> None:
        limits = limits or Limits()
        self.app, self.refuse, self.hosts = app, refuse, frozenset(hosts)
        self.headers = [(name.lower().encode(), value.encode()) for name, value in headers(style).items()]
        self.addresses = Buckets(limits.address_burst, limits.address_rate)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started = False

        async def sending(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                self._dress(message)
            await send(message)

        try:
            self._check(scope)
            await self.app(scope, await _body(scope, receive), sending)
        except Refusal as refusal:
            await self.refuse(scope, refusal)(scope, receive, sending)
        except Exception:
            log.exception("a request failed")
            if started:
                raise
            sorry = Refusal("Something went wrong here. Please try again.", status=500)
            await self.refuse(scope, sorry)(scope, receive, sending)

    def _check(self, scope: Scope) -> None:
        host = _host(scope)
        if host is None or (self.hosts and host not in self.hosts):
            raise Refusal("This address does not belong to this program.", status=400)
        if len(scope["path"]) > LONGEST:
            raise Refusal("There is no such page. Please check the address.", status=404)
        address = scope["client"][0] if scope.get("client") else ""
        if wait := self.addresses.wait(address):
            raise slow_down(wait)

    def _dress(self, message: Message) -> None:
        given = {name for name, _ in message["headers"]}
        message["headers"] = [*message["headers"], *(pair for pair in self.headers if pair[0] not in given)]


def slow_down(seconds: float) -> Refusal:
    """The answer to somebody who asks too often; `retry_after` is in whole seconds."""
    return Refusal(
        "That was too fast. Please wait a moment and try again.", status=429, retry_after=max(1, math.ceil(seconds))
    )


def wants_json(scope: Scope) -> bool:
    """Whether a script asks (fetch), not a page."""
    return b"application/json" in _header(scope, b"accept").encode("latin-1")


def _header(scope: Scope, name: bytes) -> str:
    return next((value.decode("latin-1") for key, value in scope["headers"] if key == name), "")


def _host(scope: Scope) -> str | None:
    """The host that was asked, without its port; None when the header holds none that can be read."""
    try:
        return urlsplit("//" + _header(scope, b"host")).hostname or ""
    except ValueError:
        return None


async def _body(scope: Scope, receive: Receive) -> Receive:
    """Reads a write's body up to the limit before anything else happens, then hands it on in one piece."""
    if scope["method"] in ("GET", "HEAD"):
        return receive
    too_long = Refusal(TOO_LONG, status=413)
    length, most = _header(scope, b"content-length"), HOST_BODY if scope["path"].startswith("/h/") else BODY
    if length and (not length.isdecimal() or int(length[:19]) > most):
        raise too_long
    body, more = bytearray(), True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            break
        body += message.get("body", b"")
        more = message.get("more_body", False)
        if len(body) > most:
            raise too_long
    whole: Message = {"type": "http.request", "body": bytes(body), "more_body": False}
    return _once(whole, receive)


def _once(message: Message, receive: Receive) -> Receive:
    given = False

    async def receiving() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return message

    return receiving
