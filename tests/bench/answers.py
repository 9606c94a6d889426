"""`bench answers`: residents posting notes through the real form, beside the floor; the rows are counted afterwards."""

import asyncio
import contextlib
import sqlite3
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass

from tests.bench.figures import Row, percentile, tell
from tests.bench.hall import Remote, hall, phones
from tests.bench.references import floor
from tests.bench.wire import Answer, Wire
from tests.program import Server

SIZES = (25, 100, 200, 500)
EACH = 20  # notes a resident, without think time: stays below what one slip may send at once
GOAL = "goal: ≥ 0.3 of the floor; once p99 ≤ 250 ms with 500; p99 ≤ 2 × p50 with 200; 0 lost"
SPREAD = 10.0  # seconds in which everybody sends once
Send = Callable[[int, str], Awaitable[Answer]]


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds until each acknowledgement, how many were refused, and how long all of it took."""

    took: Sequence[float]
    refused: int
    seconds: float

    @property
    def rate(self) -> float:
        """Acknowledged notes a second."""
        return len(self.took) / self.seconds


async def post(people: int, each: int, spread: float, send: Send) -> Run:
    """Everybody sends `each` notes one after the other, beginning at a moment within `spread` seconds."""
    took: list[float] = []
    refused = 0

    async def one(number: int) -> None:
        nonlocal refused
        await asyncio.sleep(spread * number / people)
        for turn in range(each):
            began = time.perf_counter()
            answered = await send(number, f"A bench by the path {number}-{turn}")
            if answered.status == 200:
                took.append(time.perf_counter() - began)
            else:
                refused += 1

    began = time.perf_counter()
    await asyncio.gather(*map(one, range(people)))
    return Run(took, refused, time.perf_counter() - began)


@asynccontextmanager
async def watched(server: Server, remote: Remote) -> AsyncIterator[None]:
    """A projector's events and a host's remote control stay open meanwhile."""

    async def projector() -> None:
        wire = Wire(server.url)
        wire.cookies = dict(remote.wire.cookies)
        async for _ in wire.events(f"/screen/{remote.code}/events"):
            pass

    async def host() -> None:
        while True:
            await remote.wire.get(f"/remote/{remote.code}")
            await asyncio.sleep(1)

    watching = [asyncio.create_task(projector()), asyncio.create_task(host())]
    try:
        yield
    finally:
        for task in watching:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError, ConnectionError):
                await task


async def ours(server: Server, people: int) -> tuple[Run, Run, int]:
    """Without think time, once each within ten seconds, and how many acknowledged notes are missing afterwards."""
    code = server.codes[0]
    remote = await Remote.signed_in(server, code)
    present = await phones(server, code, people)
    await remote.until("round")
    for phone in present:
        await phone.look()

    def send(number: int, text: str) -> Awaitable[Answer]:
        return present[number].note(text)

    async with watched(server, remote):
        without_pause = await post(people, EACH, 0, send)
        once = await post(people, 1, SPREAD, send)
    return without_pause, once, len(without_pause.took) + len(once.took) - kept(server)


def kept(server: Server) -> int:
    """Rows of the notes this bench sent, counted in the database itself."""
    with closing(sqlite3.connect(server.data / "vrtiljak.sqlite")) as rows:
        return int(rows.execute("SELECT count(*) FROM note WHERE text LIKE 'A bench by the path %'").fetchone()[0])


async def beside(url: str, people: int) -> Run:
    """The same closed loop at the floor."""
    wires = [Wire(url, number) for number in range(people)]
    return await post(people, EACH, 0, lambda number, text: wires[number].post("/notes", {"text": text}))


def main(as_json: bool, sizes: tuple[int, ...]) -> None:
    """Print a row per size."""
    rows: list[Row] = []
    for people in sizes or SIZES:
        with hall() as server:
            closed, once, lost = asyncio.run(ours(server, people))
        with floor() as url:
            reference = asyncio.run(beside(url, people))
        rows.append(
            {
                "people": people,
                "notes/s": closed.rate,
                "of floor": closed.rate / reference.rate,
                "p50 ms": 1000 * percentile(closed.took, 0.5),
                "p99 ms": 1000 * percentile(closed.took, 0.99),
                "once p99 ms": 1000 * percentile(once.took, 0.99),
                "refused": closed.refused + once.refused,
                "lost": lost,
                "floor/s": reference.rate,
                "floor p99 ms": 1000 * percentile(reference.took, 0.99),
            }
        )
    tell("answers", rows, as_json, GOAL)


