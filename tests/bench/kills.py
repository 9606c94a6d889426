"""`bench kills`: kill -9 while a hall writes; what was acknowledged is there, once, and the program soon answers."""

import asyncio
import time
from random import Random

from tests.bench.crowd import Crowd, until_answered
from tests.bench.enduring import Found, House, found, house
from tests.bench.figures import Row, percentile, tell

SIZES = (50,)
PHONES = 200
GOAL = "goal: 0 lost, 0 twice, integrity ok; first answer at most 3 s after each kill -9"


async def killed(kept: House, crowd: Crowd, rng: Random) -> float:
    """Let them write for a moment, kill, start again; seconds from the kill to the first whole page."""
    await asyncio.sleep(rng.uniform(0.3, 1.5))
    kept.server.kill()
    began = time.monotonic()
    starting = asyncio.create_task(asyncio.to_thread(kept.start))
    await until_answered(kept.url, f"/w/{crowd.phones[0].code}")
    took = time.monotonic() - began
    await starting
    return took


async def evening(kept: House, phones: int, kills: int) -> tuple[Crowd, list[float], list[Found]]:
    """So many kills under so many phones: seconds to each first answer, and what each check of the database found."""
    crowd, rng = await Crowd.arrived(kept.server, phones), Random(kills)
    took, checks = [], []
    async with crowd.writing():
        for _ in range(kills):
            took.append(await killed(kept, crowd, rng))
            checks.append(await asyncio.to_thread(found, kept.database, dict(crowd.acknowledged)))
    checks.append(found(kept.database, crowd.acknowledged))
    return crowd, took, checks


def row(phones: int, kills: int) -> Row:
    """One evening as figures."""
    with house() as kept:
        crowd, took, checks = asyncio.run(evening(kept, phones, kills))
    return {
        "kills": kills,
        "phones": phones,
        "acknowledged": len(crowd.acknowledged),
        "sent": crowd.sent,
        "lost": max(one.lost for one in checks),
        "twice": max(one.twice for one in checks),
        "integrity": ", ".join(sorted({one.integrity for one in checks})),
        "first answer p50 s": percentile(took, 0.5),
        "max s": max(took),
    }


def main(as_json: bool, sizes: tuple[int, ...]) -> None:
    """Print a row per number of kills."""
    tell("kills", [row(PHONES, kills) for kills in sizes or SIZES], as_json, GOAL)
