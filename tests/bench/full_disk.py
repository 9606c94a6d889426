"""`bench full_disk`: no room is left on the disk while a hall writes; then there is room again, without a restart."""

import asyncio
import os
import resource
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from tests.bench.crowd import Crowd
from tests.bench.enduring import House, found, house
from tests.bench.figures import Row, tell
from tests.bench.refusing import figures, page_without_script

SIZES = (8,)
PHONES = 200
DISK = 128  # MB of the small disk
FEW = 2**13  # bytes
GOAL = "goal: refused with 503, Retry-After and a page that keeps the text; 0 lost, 0 twice; goes on without a restart"
Full = Callable[[House], AbstractContextManager[None]]


@contextmanager
def small_disk() -> Iterator[Path | None]:
    """A disk of its own in memory; None where the system does not let us have one."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["mount", "-t", "tmpfs", "-o", f"size={DISK}m", "tmpfs", folder]
        mounted = subprocess.run(command, stderr=subprocess.DEVNULL)
        try:
            yield None if mounted.returncode else Path(folder)
        finally:
            if not mounted.returncode:
                subprocess.run(["umount", folder], check=True)


@contextmanager
def filled_up(kept: House) -> Iterator[None]:
    """The disk is full: a file takes all that is left."""
    ballast = kept.folder / "ballast"
    with ballast.open("wb", buffering=0) as file:
        for size in (2**20, 2**12, 1):
            try:
                while True:
                    file.write(b"\0" * size)
            except OSError:
                continue
    try:
        yield
    finally:
        ballast.unlink()


@contextmanager
def nothing_grows(kept: House) -> Iterator[None]:
    """The program may not write behind the first pages of any file: what a full quota does."""
    process = kept.server.process.pid
    before = resource.prlimit(process, resource.RLIMIT_FSIZE)
    resource.prlimit(process, resource.RLIMIT_FSIZE, (FEW, before[1]))
    try:
        yield
    finally:
        resource.prlimit(process, resource.RLIMIT_FSIZE, before)


async def evening(kept: House, phones: int, seconds: float, full: Full) -> Row:
    """Write for two seconds, take the room away until something was refused and then for so many seconds more."""
    crowd = await Crowd.arrived(kept.server, phones)
    async with crowd.writing():
        await asyncio.sleep(2)
        with full(kept):
            while not crowd.refusals:
                await asyncio.sleep(0.05)
            page = await page_without_script(crowd)
            await asyncio.sleep(seconds)
        freed = time.monotonic()
        while crowd.last < freed:
            await asyncio.sleep(0.01)
        again = crowd.last - freed
        await asyncio.sleep(2)
    return figures(crowd, page, found(kept.database, crowd.acknowledged), again)


def main(as_json: bool, sizes: tuple[int, ...]) -> None:
    """Print a row per number of seconds and way to have no room."""
    rows: list[Row] = []
    for seconds in sizes or SIZES:
        with small_disk() as folder:
            if folder:
                with house(folder) as kept:
                    rows.append({"full": f"{DISK} MB", **asyncio.run(evening(kept, PHONES, seconds, filled_up))})
        if hasattr(resource, "prlimit") and os.name == "posix":
            with house() as kept:
                rows.append({"full": "quota", **asyncio.run(evening(kept, PHONES, seconds, nothing_grows))})
    tell("full_disk", rows, as_json, GOAL)
