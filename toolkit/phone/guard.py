"""The pure-ASGI guard in front of the phones' routes: body limit, rate limit, security headers, no traceback."""

import asyncio
import logging
import math
from collections.abc import Callable, Mapping, Sequence
from urllib.parse import urlsplit

from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from carousel.refusal import Refusal
from toolkit.i18n import _
from toolkit.phone.limits import Buckets, Limits

BODY = 16 * 1024
HOST_BODY = 64 * 1024  # a table host sends the notes of a whole group at once
TOO_LONG = "This is too much at once. Please send a shorter text."
CUT_OFF = _("This form did not arrive whole. Please send it again.")
LONGEST = 500  # characters of an address; a table host's token is the longest of ours
PATIENCE = 60  # seconds in which a write must have arrived; 16 KB take less on the worst network
log = logging.getLogger("vrtiljak.phone")
Refuse = Callable[[Scope, Refusal], ASGIApp]

NOWHERE = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
ALWAYS: Mapping[str, str] = {
    # `same-origin` and not `no-referrer`: with the latter browsers send `Origin: null` with our own forms, and the
    # Origin check could not tell them from a stranger's.
    "content-security-policy": NOWHERE,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cache-control": "no-store",
    "x-frame-options": "SAMEORIGIN",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "browsing-topics=(), camera=(), display-capture=(), geolocation=(), "
    "microphone=(), midi=(), payment=(), serial=(), usb=()",
}
"""What every answer of every door says, unless the door itself says something else."""


def headers(style: str) -> dict[str, str]:
    """The headers of the phones' answers; `style` is the hash of their style sheet."""
    policy = (
        f"default-src 'none'; script-src 'self'; style-src 'self' '{style}'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
    )
    return {**ALWAYS, "content-security-policy": policy}


def dressed(send: Send, wanted: Mapping[str, str]) -> Send:
    """Sends on, with the headers that the answer does not bring itself; names in small letters."""
    pairs = [(name.encode(), value.encode()) for name, value in wanted.items()]

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            given = {name for name, value in message["headers"]}
            message["headers"] = [*message["headers"], *(pair for pair in pairs if pair[0] not in given)]
        await send(message)

    return sending


class Guard:
    """Wraps the routes. `refuse` makes the page or JSON that says no; `hosts` is the list of allowed hosts, if any."""

    def __init__(
        self, app: ASGIApp, refuse: Refuse, style: str, limits: Limits | None = None, hosts: Sequence[str] = ()
    ) -> None:
        limits = limits or Limits()
        self.app, self.refuse, self.hosts = app, refuse, frozenset(hosts)
        self.headers = headers(style)
        self.addresses = Buckets(limits.address_burst, limits.address_rate)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started = False

        async def starting(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        sending = dressed(starting, self.headers)
        try:
            self._check(scope)
            await self.app(scope, await _body(scope, receive), sending)
        except Refusal as refusal:
            if started:
                raise
            await self.refuse(scope, refusal)(scope, receive, sending)
        except ClientDisconnect:
            raise
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
    length, most = _header(scope, b"content-length"), HOST_BODY if scope["path"].startswith("/h/") else BODY
    if length and (not length.isdecimal() or int(length[:19]) > most):
        raise Refusal(TOO_LONG, status=413)
    try:
        async with asyncio.timeout(PATIENCE):
            return _once({"type": "http.request", "body": await _whole(receive, most), "more_body": False}, receive)
    except TimeoutError:
        raise Refusal(CUT_OFF, status=408) from None


async def _whole(receive: Receive, most: int) -> bytes:
    """The body; what breaks off halfway is refused, for half a sentence must not be taken for a whole one."""
    body, more = bytearray(), True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Refusal(CUT_OFF, status=408)
        body += message.get("body", b"")
        more = message.get("more_body", False)
        if len(body) > most:
            raise Refusal(TOO_LONG, status=413)
    return bytes(body)


def _once(message: Message, receive: Receive) -> Receive:
    given = False

    async def receiving() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return message

    return receiving
