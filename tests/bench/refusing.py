"""What a hall is told while the database cannot take anything, and whether it got over it."""

import secrets
import time
from dataclasses import dataclass

from tests.bench.crowd import Crowd
from tests.bench.enduring import Found
from tests.bench.figures import Row
from tests.bench.hall import filled
from tests.bench.wire import Wire

TEXT = "A bench that nobody may lose"


@dataclass(frozen=True, slots=True)
class Page:
    """What a phone without JavaScript got: status, whether it says when to come again and keeps the text, seconds."""

    status: int
    clear: bool
    seconds: float


async def page_without_script(crowd: Crowd) -> Page:
    """Send a note as a plain form."""
    phone = crowd.phones[0]
    if phone.form is None:
        raise RuntimeError("no note form: is a round open?")
    data = filled(phone.form, phone.rng) | {"text": [TEXT], "key": [secrets.token_hex(16)]}
    began = time.monotonic()
    async with Wire(phone.wire.origin) as wire:
        wire.cookies = dict(phone.wire.cookies)
        answered = await wire.post(phone.form.action, data)
    plain = "retry-after" in answered.headers and TEXT in answered.text and "Traceback" not in answered.text
    return Page(answered.status, plain, time.monotonic() - began)


def refused(crowd: Crowd) -> str:
    """How often each status was answered instead of an acknowledgement; 0 where nobody answered."""
    return " ".join(f"{status}×{count}" for status, count in sorted(crowd.refused.items())) or "0"


def clear(crowd: Crowd) -> int:
    """Refusals with a sentence and with the time to come again."""
    said = (answer for _, answer in crowd.refusals)
    return sum("retry-after" in answer.headers and bool(answer.data.get("error")) for answer in said)


def figures(crowd: Crowd, page: Page, after: Found, again: float) -> Row:
    """One row: who was refused and how soon, and what the database holds afterwards."""
    return {
        "phones": len(crowd.phones),
        "acknowledged": len(crowd.acknowledged),
        "refused": refused(crowd),
        "clear": clear(crowd),
        "slowest refusal s": max((took for took, _ in crowd.refusals), default=0.0),
        "page": f"{page.status}{' clear' if page.clear else ''} {page.seconds:.1f} s",
        "lost": after.lost,
        "twice": after.twice,
        "integrity": after.integrity,
        "first kept after s": again,
    }
