"""Phones that write on and on, and send each note again under the same key until it is acknowledged."""

import asyncio
import secrets
import time
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from tests.bench.hall import Phone, Remote, filled, phones
from tests.bench.wire import Answer, Wire
from tests.program import Server

PAUSE = 1.0  # seconds a phone rests after each note
AGAIN = (0.2, 0.8)  # seconds until a phone tries again: a real one waits longer, so this is the harder case
NOBODY = (OSError, asyncio.IncompleteReadError)


@dataclass(slots=True)
class Crowd:
    """What was acknowledged (text by key), and what was refused: by status (0 where nobody answered), and each answer
    with the seconds it took. `last` is the moment of the latest acknowledgement."""

    remote: Remote
    phones: Sequence[Phone]
    acknowledged: dict[str, str] = field(default_factory=dict)
    refused: Counter[int] = field(default_factory=Counter)
    refusals: list[tuple[float, Answer]] = field(default_factory=list)
    last: float = 0.0
    going: bool = True
    sent: int = 0

    @classmethod
    async def arrived(cls, server: Server, count: int) -> "Crowd":
        """So many phones at their stations in the first round of the open workshop."""
        code = server.codes[0]
        remote = await Remote.signed_in(server, code)
        present = await phones(server, code, count)
        await remote.until("round")
        for phone in present:
            await phone.look()
        return cls(remote, present)

    @asynccontextmanager
    async def writing(self, pause: float = PAUSE) -> AsyncIterator["Crowd"]:
        """Everybody writes; at the end whoever still waits for an answer gets it first."""
        self.going = True
        tasks = [asyncio.create_task(self._write(phone, number, pause)) for number, phone in enumerate(self.phones)]
        try:
            yield self
            self.going = False
            await asyncio.wait_for(asyncio.gather(*tasks), 60)
        finally:
            for task in tasks:
                task.cancel()

    async def _write(self, phone: Phone, number: int, pause: float) -> None:
        await asyncio.sleep(phone.rng.uniform(0, pause))
        while self.going:
            await self.deliver(phone, f"A bench by the path {number}-{len(self.acknowledged)}")
            await asyncio.sleep(phone.rng.uniform(0.5, 1.5) * pause)

    async def deliver(self, phone: Phone, text: str) -> None:
        """Send a note under one key until the answer names that key."""
        if phone.form is None:
            raise RuntimeError("no note form: is a round open?")
        key = secrets.token_hex(16)
        data = filled(phone.form, phone.rng) | {"text": [text], "key": [key]}
        while not await self._sent(phone.wire, phone.form.action, data, key, text):
            await asyncio.sleep(phone.rng.uniform(*AGAIN))

    async def _sent(self, wire: Wire, path: str, data: dict[str, list[str]], key: str, text: str) -> bool:
        self.sent += 1
        began = time.monotonic()
        try:
            answered = await wire.post(path, data, json_wanted=True)
        except NOBODY:
            wire.close()
            self.refused[0] += 1
            return False
        if answered.status == 200 and answered.data["key"] == key:
            self.last = time.monotonic()
            self.acknowledged[key] = text
            return True
        self.refused[answered.status] += 1
        self.refusals.append((time.monotonic() - began, answered))
        return False


    async def leave(self) -> None:
        """Close every connection."""
        for wire in (self.remote.wire, *(phone.wire for phone in self.phones)):
            wire.close()
        await asyncio.sleep(0)


async def until_answered(url: str, path: str, status: int = 200) -> float:
    """Seconds until the first whole answer to a new visitor."""
    began = time.monotonic()
    while time.monotonic() - began < 60:
        try:
            async with Wire(url) as wire:
                if (await wire._ask("GET", path, {}, b"")).status == status:
                    return time.monotonic() - began
        except NOBODY:
            await asyncio.sleep(0.02)
    raise RuntimeError("nobody was answered within a minute")
