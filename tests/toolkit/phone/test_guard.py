"""What comes in pieces, too slowly or not at all: half a sentence is never taken for a whole one."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from urllib.parse import urlencode

import pytest
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Message, Scope

from tests.toolkit.phone.conftest import Hall, Phone
from tests.toolkit.phone.test_walk import seated
from toolkit.phone import guard
from toolkit.phone.tokens import COOKIE, Tokens
from toolkit.phone.tokens import Phone as Seen

Receive = Callable[[], Awaitable[Message]]


def sending(*messages: Message) -> Receive:
    """What a server hands on, piece by piece; afterwards nothing comes any more."""
    left = list(messages)

    async def receive() -> Message:
        if left:
            return left.pop(0)
        await asyncio.Event().wait()
        raise AssertionError("never")

    return receive


def note(phone: Phone, text: str) -> tuple[Scope, bytes]:
    """A note on its way: the request without its body, and the body."""
    body = urlencode(phone.hidden("/notes") | {"text": text}).encode()
    headers = {"host": "testserver", "content-type": "application/x-www-form-urlencoded"}
    headers |= {"content-length": str(len(body)), "cookie": f"{COOKIE}={phone.client.cookies[COOKIE]}"}
    raw = [(name.encode(), value.encode()) for name, value in headers.items()]
    path = f"{phone.address}/notes"
    scope = {"type": "http", "method": "POST", "path": path, "raw_path": path.encode(), "query_string": b"",
             "headers": raw, "client": ("1.2.3.4", 5), "server": ("testserver", 80), "scheme": "http",
             "http_version": "1.1", "asgi": {"version": "3.0"}, "root_path": ""}  # fmt: skip
    return scope, body


def answered(hall: Hall, scope: Scope, pieces: Sequence[Message]) -> int:
    """The status of the answer."""
    told: list[Message] = []

    async def send(message: Message) -> None:
        told.append(message)

    asyncio.run(hall.app(scope, sending(*pieces), send))
    return int(told[0]["status"])


def test_a_note_that_breaks_off_halfway_is_not_kept(hall: Hall) -> None:
    phone = seated(hall)[0]
    phone.look()
    scope, body = note(phone, "A room for the choir and for everybody else")
    half: Message = {"type": "http.request", "body": body[:-20], "more_body": True}
    assert answered(hall, scope, [half, {"type": "http.disconnect"}]) == 408
    assert "A room for the choir" not in phone.look()
    whole: Message = {"type": "http.request", "body": body, "more_body": False}
    assert answered(hall, scope, [whole]) == 303
    assert "for everybody else" in phone.look()


def test_a_body_that_never_comes_is_waited_for_only_so_long(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "PATIENCE", 0.01)
    phone = seated(hall)[0]
    phone.look()
    scope, body = note(phone, "A room for the choir")
    assert answered(hall, scope, [{"type": "http.request", "body": body[:10], "more_body": True}]) == 408


def test_a_body_in_many_pieces_is_one(hall: Hall) -> None:
    phone = seated(hall)[0]
    phone.look()
    scope, body = note(phone, "A room for the choir")
    pieces: list[Message] = [{"type": "http.request", "body": bytes([one]), "more_body": True} for one in body]
    assert answered(hall, scope, [*pieces, {"type": "http.request", "body": b"", "more_body": False}]) == 303
    assert "A room for the choir" in phone.look()


def test_on_https_cookies_belong_to_this_very_host() -> None:
    tokens, answer = Tokens("secret", secure=True), Response()
    tokens.keep(answer, Seen("nonce"))
    tokens.keep_once(answer, {"code": "ABC"})
    for cookie in (one.lower() for one in answer.headers.getlist("set-cookie")):
        assert cookie.startswith("__host-vrtiljak") and "; secure" in cookie and "; path=/" in cookie
        assert "; httponly" in cookie and "; samesite=lax" in cookie and "domain" not in cookie
    kept = answer.headers.getlist("set-cookie")[0].partition(";")[0]
    scope = {"type": "http", "headers": [(b"cookie", kept.encode())]}
    assert tokens.phone(Request(scope)).nonce == "nonce"
