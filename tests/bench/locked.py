"""`bench locked`: another program holds the lock while a hall writes; who is refused, how soon, and what follows."""

import asyncio
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.crowd import Crowd
from tests.bench.enduring import House, found, house
from tests.bench.figures import Row, tell
from tests.bench.refusing import figures, page_without_script

SIZES = (10,)
PHONES = 200
GOAL = "goal: refused with 503, Retry-After and a page that keeps the text within 6 s; 0 lost, 0 twice; all delivered"
HOLD = """
import sqlite3, sys, time
foreign = sqlite3.connect(sys.argv[1], isolation_level=None)
foreign.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.readline()
foreign.execute("COMMIT")
"""


@contextmanager
def held(database: Path) -> Iterator[None]:
    """A foreign process that has the lock."""
    command = [sys.executable, "-c", HOLD, str(database)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as foreign:
        if not foreign.stdout or foreign.stdout.readline() != "held\n":
            raise RuntimeError("the lock could not be taken")
        try:
            yield
        finally:
            foreign.communicate("\n")


async def evening(kept: House, phones: int, seconds: float) -> Row:
    """Write for two seconds, hold the lock, let go."""
    crowd = await Crowd.arrived(kept.server, phones)
    async with crowd.writing():
        await asyncio.sleep(2)
        with held(kept.database):
            began = time.monotonic()
            page = await page_without_script(crowd)
            await asyncio.sleep(max(0, began + seconds - time.monotonic()))
        freed = time.monotonic()
        while crowd.last < freed:
            await asyncio.sleep(0.01)
        again = crowd.last - freed
        await asyncio.sleep(2)
    return {"held s": seconds, **figures(crowd, page, found(kept.database, crowd.acknowledged), again)}


def main(as_json: bool, sizes: tuple[int, ...]) -> None:
    """Print a row per number of seconds."""
    rows = []
    for seconds in sizes or SIZES:
        with house() as kept:
            rows.append(asyncio.run(evening(kept, PHONES, seconds)))
    tell("locked", rows, as_json, GOAL)
