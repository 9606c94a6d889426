"""One open connection of a phone or a screen, with a short queue of encoded events."""

import asyncio
from collections import deque
from typing import Literal, NamedTuple

MOST_WAITING = 64  # events a slow connection may be behind before it gets the full state instead


class Channel(NamedTuple):
    """All connections of a channel are sent the very same bytes."""

    audience: Literal["phone", "screen"]
    language: str


class Subscriber:
    """A queue between the hub and one connection. A reader that falls behind loses the backlog, not the state."""

    __slots__ = ("awake", "behind", "channel", "ended", "waiting")

    def __init__(self, channel: Channel) -> None:
        self.channel = channel
        self.waiting: deque[bytes] = deque()
        self.awake = asyncio.Event()
        self.behind = False
        self.ended = False

    def give(self, event: bytes) -> None:
        """Queue an encoded event; the connection's own task sends it."""
        if len(self.waiting) >= MOST_WAITING:
            self.waiting.clear()
            self.behind = True
        if not self.behind:
            self.waiting.append(event)
        self.awake.set()

    def end(self) -> None:
        """Let the connection finish after what it is sending now."""
        self.ended = True
        self.awake.set()

    async def take(self) -> bytes:
        """Wait for what is queued and return it in one piece; empty when the full state is due or all is over."""
        await self.awake.wait()
        self.awake.clear()
        queued = b"".join(self.waiting)
        self.waiting.clear()
        return queued
