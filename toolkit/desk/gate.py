"""The gate in front of everything: residents go straight to their own app, the rest needs a staff session."""

from collections.abc import Awaitable, Callable, Sequence
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocket

DOORS = ("/sign-in", "/sign-out", "/welcome")
STAFF_DOORS = ("/remote",)
PUBLIC = ("/w", "/h", "/screen", "/assets", "/language", "/health", "/favicon.ico", *DOORS)
Present = Callable[[HTTPConnection], Awaitable[bool]]
DESK_HEADERS = {
    # Streamlit's own script needs inline style and eval; 'self' keeps every page from fetching anything elsewhere.
    "content-security-policy": "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; "
    "frame-ancestors 'self'; base-uri 'self'; form-action 'self'; object-src 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
}


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

    `staff` answers whether a staff session comes with it; it is asked at every request and handshake.
    """

    def __init__(
        self, app: ASGIApp, *, residents: ASGIApp, doors: ASGIApp, staff: Present, hosts: Sequence[str] = ()
    ) -> None:
        self.app, self.residents, self.doors = app, residents, doors
        self.staff = staff
        self.hosts = frozenset(host.lower() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request on to whom it belongs, or turn it away."""
        if scope["type"] == "http":
            await self._request(scope, receive, send)
        elif scope["type"] == "websocket":
            await self._handshake(scope, receive, send)
        else:
            await self.app(scope, receive, send)

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
        else:
            await self.app(scope, receive, _with_headers(send))

    async def _handshake(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        if self._host_allowed(headers) and same_origin(headers) and await self.staff(HTTPConnection(scope)):
            await self.app(scope, receive, send)
        else:
            await WebSocket(scope, receive, send).close(1008)

    def _host_allowed(self, headers: Headers) -> bool:
        try:
            host = urlsplit("//" + headers.get("host", "")).hostname
        except ValueError:  # "[" is no host
            return False
        return not self.hosts or host in self.hosts


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in DESK_HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return sending
