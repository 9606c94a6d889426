"""The two answers that keep a page live: an event stream, and the step as JSON for those who poll."""

from typing import Literal

from starlette.requests import Request
from starlette.responses import Response

from toolkit.i18n import languages
from toolkit.phone.live.hub import Hub
from toolkit.phone.live.steps import etag, step_payload
from toolkit.phone.live.stream import HEADERS, compact
from toolkit.phone.live.subscriber import Channel


async def events_response(
    request: Request, hub: Hub, code: str, audience: Literal["phone", "screen"], lang: str = ""
) -> Response:
    """An open event stream that begins with the full state; refuses with 404 for a code that opens nothing.

    Phones are told only `step`, which is the same in every language, so they share one channel.
    """
    if request.method == "HEAD":  # whoever asks only for the headers would never hang up
        await hub.picture(code)
        return Response(headers=HEADERS)
    return await hub.stream(code, Channel(audience, _spoken(lang) if audience == "screen" else ""))


async def step_json(request: Request, hub: Hub, code: str, lang: str = "") -> Response:
    """The step for phones that poll: 304 while If-None-Match still holds."""
    where = (await hub.picture(code)).where
    tag = etag(where, lang)
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(compact(step_payload(where, hub.clock())), media_type="application/json", headers=headers)


def _spoken(lang: str) -> str:
    return lang if lang in languages() else "sl"
