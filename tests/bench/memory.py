"""`bench memory`: what the program holds in memory while a hall lives through a long evening, 60 times faster."""

import asyncio
import contextlib
import os
import shutil
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from playwright.async_api import async_playwright

from tests.bench.browser import ARGUMENTS
from tests.bench.crowd import Crowd
from tests.bench.enduring import House, house
from tests.bench.figures import Row, tell
from tests.bench.hall import Phone
from tests.bench.wire import Wire

SIZES = (200,)
HOURS, FASTER = 3, 60
LOOKS, NOTES, TICKS = 12, 6, 10  # a phone in an hour
READY = 30  # seconds until everything that is read once has been read
STAFF = ("screen/{code}", "host?workshop={code}", "harvest?workshop={code}")
GOAL = "goal: at most 400 MB with 500 phones and 3 staff screens; less than 20 MB more an hour"


def megabytes(pid: int) -> float:
    """Resident memory of a process and of those it started."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20 + sum(megabytes(int(child)) for child in children)


@asynccontextmanager
async def staff_screens(kept: House, crowd: Crowd) -> AsyncIterator[None]:
    """A projector, a facilitator's page and the harvest in a browser, which is not counted."""
    path = os.environ.get("VRTILJAK_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    async with async_playwright() as player:
        browser = await player.chromium.launch(executable_path=path, args=ARGUMENTS)
        context = await browser.new_context()
        cookies = crowd.remote.wire.cookies.items()
        await context.add_cookies([{"name": name, "value": value, "url": kept.url} for name, value in cookies])
        for one in STAFF:
            page = await context.new_page()
            await page.goto(f"{kept.url}/{one.format(code=crowd.remote.code)}")
        yield
        await browser.close()


async def listen(phone: Phone) -> None:
    """An open page hears of every step."""
    async with Wire(phone.wire.origin) as wire:
        async for _ in wire.events(f"/w/{phone.code}/events"):
            pass


async def take_part(crowd: Crowd, phone: Phone, number: int) -> None:
    """One hour: pages, notes and ticks, evenly mixed."""
    doings = ["look"] * LOOKS + ["note"] * NOTES + ["tick"] * TICKS
    phone.rng.shuffle(doings)
    for turn, doing in enumerate(doings):
        await asyncio.sleep(phone.rng.uniform(0.5, 1.5) * 3600 / FASTER / len(doings))
        if doing == "note":
            await crowd.deliver(phone, f"A bench by the path {number}-{turn}-{len(crowd.acknowledged)}")
        elif doing == "tick":
            own = {"csrf": phone.form.hidden["csrf"]} if phone.form else {}
            await phone.wire.post(f"/w/{phone.code}/notes/{phone.rng.randrange(1, 500)}/tick", own, json_wanted=True)
        else:
            await phone.wire.get(f"/w/{phone.code}")


async def evening(kept: House, people: int) -> Sequence[float]:
    """Megabytes once everything is ready, and after each hour."""
    crowd = await Crowd.arrived(kept.server, people)
    listening = [asyncio.create_task(listen(phone)) for phone in crowd.phones]
    async with staff_screens(kept, crowd):
        await take_one_hour(crowd)  # everything has been asked for once
        await asyncio.sleep(READY)
        held = [megabytes(kept.server.process.pid)]
        for _ in range(HOURS):
            await take_one_hour(crowd)
            held.append(megabytes(kept.server.process.pid))
    for task in listening:
        task.cancel()
    with contextlib.suppress(asyncio.CancelledError, ConnectionError):
        await asyncio.gather(*listening, return_exceptions=True)
    await crowd.leave()
    return held


async def take_one_hour(crowd: Crowd) -> None:
    """Everybody, at the same time."""
    await asyncio.gather(*(take_part(crowd, phone, number) for number, phone in enumerate(crowd.phones)))


def main(as_json: bool, sizes: tuple[int, ...]) -> None:
    """Print a row per number of phones."""
    rows: list[Row] = []
    for people in sizes or SIZES:
        with house() as kept:
            held = asyncio.run(evening(kept, people))
        hours = {f"after {hour} h": megabytes for hour, megabytes in enumerate(held)}
        rows.append({"phones": people, **hours, "more an hour after the first": (held[-1] - held[1]) / (HOURS - 1)})
    tell("memory", rows, as_json, f"MB. {GOAL}")
