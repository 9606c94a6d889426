"""Server-sent events: the wire form and the response that carries them."""

import asyncio
import json
from collections.abc import Callable, Mapping

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from toolkit.phone.live.subscriber import Subscriber

RETRY = b"retry: 1500\n\n"
BEAT = b"event: beat\ndata: 1\n\n"  # an event and not a comment, so that a page can notice its absence
HEADERS = {
    "Content-Type": "text/event-stream; charset=utf-8",
    "Cache-Control": "no-store",
    "X-Accel-Buffering": "no",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


def encoded(event: str, payload: Mapping[str, object]) -> bytes:
    """One event as it goes over the wire."""
    return f"event: {event}\ndata: {compact(payload)}\n\n".encode()


def compact(payload: Mapping[str, object]) -> str:
    """JSON on a single line, letters as they are."""
    return json.dumps(payload, ensure_ascii=False, separators=(",", ":"))


class EventStream(Response):
    """Sends the full state, then every queued event, until either side leaves."""

    def __init__(self, subscriber: Subscriber, full: Callable[[], bytes], leave: Callable[[Subscriber], None]) -> None:
        self.subscriber, self.full, self.leave = subscriber, full, leave
        self.status_code = 200
        self.background = None
        self.init_headers(HEADERS)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        listening = asyncio.ensure_future(self._until_gone(receive))
        try:
            await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
            await self._pass_on(send)
        except OSError:
            pass  # the other side is gone; nothing is left to say
        finally:
            listening.cancel()
            self.leave(self.subscriber)

    async def _pass_on(self, send: Send) -> None:
        body = RETRY + self.full()
        while not self.subscriber.ended:
            await send({"type": "http.response.body", "body": body, "more_body": True})
            body = await self.subscriber.take()
            if self.subscriber.behind:
                self.subscriber.behind = False
                body = self.full()
        await send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _until_gone(self, receive: Receive) -> None:
        while (await receive())["type"] != "http.disconnect":
            pass
        self.subscriber.end()
