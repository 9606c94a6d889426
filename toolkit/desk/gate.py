"""The gate in front of everything: residents go straight to their own app, the rest needs a staff session."""

import logging
from base64 import b64encode
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from re import findall
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect, HTTPConnection
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocket

from carousel.refusal import Refusal
from toolkit.i18n import preferred, say
from toolkit.phone.guard import ALWAYS, dressed
from toolkit.phone.reception import retry_after
from toolkit.phone.refusing import BROKEN

DOORS = ("/sign-in", "/sign-out", "/welcome")
STAFF_DOORS = ("/remote",)
PUBLIC = ("/w", "/h", "/screen", "/assets", "/language", "/health", "/accessibility", "/favicon.ico", *DOORS)
HUNG_UP = "the handler is closed"  # what the server's event loop says of a line that is gone
YEAR = 365 * 86400  # seconds
Present = Callable[[HTTPConnection], Awaitable[bool]]
log = logging.getLogger("vrtiljak.desk")


@cache
def desk_headers() -> Mapping[str, str]:
    """What Streamlit's pages may do: load from here alone. Its style is written into the page; the script in its own
    page and ours are named by their hashes; the board and the matches come as blobs."""
    policy = (
        f"default-src 'none'; script-src 'self' blob: 'wasm-unsafe-eval' {_own_scripts()}; "
        "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        "connect-src 'self'; frame-src 'self'; manifest-src 'self'; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )
    return {**ALWAYS, "content-security-policy": policy, "x-frame-options": "DENY"}


def _own_scripts() -> str:
    """The hashes of the scripts that stand in Streamlit's own page or that we write into it, as a policy names them."""
    import streamlit

    from toolkit.desk.mending import scripts
    from toolkit.desk.paper_entry import FOCUS

    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_bytes()
    written = "".join(f"<script>{one}</script>" for one in scripts()).encode() + FOCUS.encode()
    found = findall(rb"(?s)<script[^>]*>(.*?)</script>", written) + findall(rb"(?s)<script>(.*?)</script>", page)
    return " ".join(f"'sha256-{b64encode(sha256(one).digest()).decode()}'" for one in found)


def within(path: str, folders: Sequence[str]) -> bool:
    """Whether the path is one of the folders or lies inside one."""
    return any(path == folder or path.startswith(folder + "/") for folder in folders)


def same_origin(headers: Headers) -> bool:
    """Whether the Origin header names the host that was asked."""
    origin, host = headers.get("origin", ""), headers.get("host", "")
    try:
        return bool(host) and urlsplit(origin).netloc.lower() == host.lower()
    except ValueError:  # "http://[" is nobody's address
        return False


class Gate:
    """ASGI: `app` is the desk behind the gate, `residents` and `doors` are open to all.

    `staff` answers whether a staff session comes with it; it is asked at every request and handshake. With `https`
    browsers are told to come by HTTPS only for a year. `pages` are the names of the desk's pages, beside the first;
    another address leads to the first.
    """

    def __init__(
        self, app: ASGIApp, *, residents: ASGIApp, doors: ASGIApp, staff: Present, hosts: Sequence[str] = (),
        https: bool = False, pages: Sequence[str] | None = None,
    ) -> None:  # fmt: skip
        self.app, self.residents, self.doors, self.pages = app, residents, doors, pages
        self.staff = staff
        self.hosts = frozenset(host.lower() for host in hosts)
        self.always = {**ALWAYS, **({"strict-transport-security": f"max-age={YEAR}"} if https else {})}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request on to whom it belongs, or turn it away."""
        if scope["type"] == "http":
            await self._guarded(scope, receive, dressed(send, self.always))
        elif scope["type"] == "websocket":
            await self._handshake(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _guarded(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The request; what fails is told in a sentence, never as a traceback, and what is answered already stays."""
        said = False

        async def saying(message: Message) -> None:
            nonlocal said
            said = True
            try:
                await send(message)
            except RuntimeError as problem:
                if HUNG_UP not in str(problem):
                    raise
                raise ClientDisconnect from problem

        try:
            await self._request(scope, receive, saying)
        except ClientDisconnect:
            pass  # whoever asked is gone, and what broke off halfway was not taken for whole
        except Refusal as refusal:
            if not said:
                await _no(scope, refusal)(scope, receive, send)
        except Exception:
            log.exception("a request failed")
            if not said:
                await _no(scope, Refusal(BROKEN, status=500))(scope, receive, send)

    async def _request(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers, path = Headers(scope=scope), scope["path"]
        if not self._host_allowed(headers):
            await PlainTextResponse("Unknown host.", status_code=400)(scope, receive, send)
        elif within(path, PUBLIC) or (path == "/" and scope["method"] == "POST"):
            await (self.doors if within(path, DOORS) else self.residents)(scope, receive, send)
        elif not await self.staff(HTTPConnection(scope)):
            turned_away = self.residents if path == "/" else RedirectResponse("/sign-in", status_code=303)
            await turned_away(scope, receive, send)
        elif "origin" in headers and not same_origin(headers):
            await PlainTextResponse("Another site may not ask for this.", status_code=403)(scope, receive, send)
        elif within(path, STAFF_DOORS):
            await self.doors(scope, receive, send)
        elif self._astray(path, headers):
            await RedirectResponse("/", status_code=303)(scope, receive, send)
        else:
            await self.app(scope, receive, dressed(send, desk_headers()))

    def _astray(self, path: str, headers: Headers) -> bool:
        """Whether a page is asked for that there is not; Streamlit would say so in English only."""
        name = path.strip("/")
        wanted = "text/html" in headers.get("accept", "") and "/" not in name and "." not in name
        return self.pages is not None and wanted and name not in ("", *self.pages)

    async def _handshake(self, scope: Scope, receive: Receive, send: Send) -> None:
        if await self._may_open(scope):
            await self.app(scope, receive, send)
        else:
            await WebSocket(scope, receive, send).close(1008)

    async def _may_open(self, scope: Scope) -> bool:
        headers = Headers(scope=scope)
        try:
            return self._host_allowed(headers) and same_origin(headers) and await self.staff(HTTPConnection(scope))
        except Refusal:  # the store cannot say at the moment; the page tries again by itself
            return False

    def _host_allowed(self, headers: Headers) -> bool:
        try:
            host = urlsplit("//" + headers.get("host", "")).hostname
        except ValueError:  # "[" is no host
            return False
        return not self.hosts or host in self.hosts


def _no(scope: Scope, refusal: Refusal) -> ASGIApp:
    """A no where no page can be made: one sentence, and when to come again."""
    language = preferred(Headers(scope=scope).get("accept-language", ""))
    return PlainTextResponse(say(refusal, language), refusal.status, retry_after(refusal))
