"""Reading what a stream of server-sent events told."""

import asyncio
import json
from typing import Any

from toolkit.phone.live.stream import EventStream


def events(raw: bytes) -> list[tuple[str, Any]]:
    found = []
    for block in raw.decode().split("\n\n"):
        lines = dict(line.split(": ", 1) for line in block.splitlines() if ": " in line)
        if "event" in lines and lines["event"] != "beat":
            found.append((lines["event"], json.loads(lines["data"])))
    return found


async def told(stream: EventStream, wanted: str) -> Any:
    async with asyncio.timeout(60):
        while True:
            for name, payload in events(await stream.subscriber.take()):
                if name == wanted:
                    return payload
