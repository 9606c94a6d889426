"""`bench pg_restarts`: PostgreSQL crashes and starts again while a hall writes; the program goes on by itself."""

import asyncio
import time

from tests.bench.crowd import Crowd
from tests.bench.enduring import House, house, judged
from tests.bench.figures import Row, percentile, tell
from tests.bench.postgresql import Cluster, cluster
from tests.bench.refusing import clear, refused

SIZES = (20,)
PHONES = 100
GOAL = "goal: 0 lost, 0 twice; the first note is kept again at most 10 s after each `pg_ctl restart -m immediate`"


async def crashed(database: Cluster, crowd: Crowd) -> tuple[float, float]:
    """Crash it; seconds until it runs again, and until the program has kept a note again."""
    await asyncio.sleep(1.5)
    began = time.monotonic()
    await asyncio.to_thread(database.crash)
    up = time.monotonic()
    while crowd.last < up:
        await asyncio.sleep(0.01)
    return up - began, crowd.last - began


async def evening(kept: House, database: Cluster, phones: int, crashes: int) -> tuple[Crowd, list[tuple[float, float]]]:
    """So many crashes while so many phones write."""
    crowd = await Crowd.arrived(kept.server, phones)
    async with crowd.writing():
        took = [await crashed(database, crowd) for _ in range(crashes)]
    return crowd, took


def row(phones: int, crashes: int) -> Row:
    """One evening as figures."""
    with cluster() as database, house(DATABASE_URL=database.url) as kept:
        crowd, took = asyncio.run(evening(kept, database, phones, crashes))
        after = judged(database.notes(), crowd.acknowledged, "")
    return {
        "restarts": crashes,
        "phones": phones,
        "acknowledged": len(crowd.acknowledged),
        "refused": refused(crowd),
        "clear": clear(crowd),
        "lost": after.lost,
        "twice": after.twice,
        "database back p50 s": percentile([database for database, _ in took], 0.5),
        "service back p50 s": percentile([service for _, service in took], 0.5),
        "max s": max(service for _, service in took),
    }


def main(as_json: bool, sizes: tuple[int, ...]) -> None:
    """Print a row per number of restarts."""
    tell("pg_restarts", [row(PHONES, crashes) for crashes in sizes or SIZES], as_json, GOAL)
