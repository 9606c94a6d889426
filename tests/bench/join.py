"""`bench join`: people scan at the same moment; seconds until each has the page and a slip."""

import asyncio
import time
from random import Random

from tests.bench.figures import Row, percentile, tell
from tests.bench.hall import Phone, hall
from tests.bench.references import floor
from tests.bench.wire import Wire
from tests.program import Server

SIZES = (50, 100, 200)


async def scan(server: Server, code: str, people: int) -> list[float]:
    """Everybody at once; seconds for each who got a slip."""

    async def one(number: int) -> float:
        async with Wire(server.url, number) as wire:
            began = time.perf_counter()
            await Phone(wire, code, Random(number)).join()
            return time.perf_counter() - began

    outcomes = await asyncio.gather(*(one(number) for number in range(people)), return_exceptions=True)
    return [outcome for outcome in outcomes if isinstance(outcome, float)]


async def scan_floor(url: str, people: int) -> list[float]:
    """The same three requests at the floor."""

    async def one(number: int) -> float:
        async with Wire(url, number) as wire:
            began = time.perf_counter()
            await wire.get("/")
            await wire.post("/checkin", {"name": "x"})
            await wire.get("/")
            return time.perf_counter() - began

    return await asyncio.gather(*(one(number) for number in range(people)))


def main(as_json: bool, sizes: tuple[int, ...]) -> None:
    """Print a row per size: 50th and 95th percentile, how many were refused, and the floor's."""
    rows: list[Row] = []
    for people in sizes or SIZES:
        with hall() as server:
            took = asyncio.run(scan(server, server.codes[0], people))
        with floor() as url:
            beside = asyncio.run(scan_floor(url, people))
        rows.append(
            {
                "people": people,
                "p50 s": percentile(took, 0.5),
                "p95 s": percentile(took, 0.95),
                "refused": people - len(took),
                "floor p95 s": percentile(beside, 0.95),
            }
        )
    tell("join", rows, as_json, "goal: p95 at most 1.0 s with 200, nobody refused")
