"""`bench sleeping`: the projector's laptop sleeps for half an hour, the evening goes on; what its screen shows then."""

import asyncio
import os
import shutil
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from playwright.async_api import Page, async_playwright

from tests.bench.browser import ARGUMENTS
from tests.bench.crowd import Crowd
from tests.bench.enduring import House, house
from tests.bench.figures import Row, tell
from tests.bench.hall import Phone, Remote
from tests.bench.next_pairs import back_to_the_opening, step
from tests.bench.relay import Relay

SIZES = (30,)
PHONES = 12
LONGEST = 110  # seconds; the first note of all waits until themes are read from the disk
AWAKE = 12  # seconds without a network while the page is awake
GOAL = "goal: the present round and the last note at most 5 s after waking, untouched"
SHOWN = """([note, round]) => {
  const words = JSON.parse(document.getElementById("words").textContent);
  const named = words.round_of.replace("{round}", round).replace(/ [^ ]*\\{rounds\\}.*/, "");
  return document.body.textContent.includes(note) && document.body.textContent.includes(named);
}"""


@dataclass(frozen=True, slots=True)
class Hall:
    """The evening around the projector, and the projector's page."""

    remote: Remote
    writer: Phone
    relay: Relay
    page: Page

    async def goes_on(self, number: int) -> tuple[str, int]:
        """The next round begins and somebody writes; the words of the note and the number of the round."""
        before = await step(self.remote)
        while (now := await step(self.remote))["stage"] != "round" or now["round"] == before["round"]:
            await self.remote.press()
        await self.writer.look()
        note = f"Klop ob poti, {number}. predlog"
        answered = await self.writer.note(note)
        if answered.status != 200 or answered.data["status"] != "published":
            raise RuntimeError(f"the note was answered {answered.status} {answered.text}")
        return note, int(now["round"]) + 1

    async def until_shown(self, note: str, round: int) -> float:
        """Seconds until the screen shows this note and this round; nobody touches it."""
        began = time.monotonic()
        while not await self.page.evaluate(SHOWN, [note, round]):
            if time.monotonic() - began > LONGEST:
                raise RuntimeError("the screen did not wake")
            await asyncio.sleep(0.05)
        return time.monotonic() - began


Sleep = Callable[[Hall, int, int], Awaitable[float]]


async def lid_closed(hall: Hall, number: int, minutes: int, silently: bool = True) -> float:
    """The page stands still, its clock too, and its connection is dead without its knowledge."""
    session = await hall.page.context.new_cdp_session(hall.page)
    await session.send("Page.setWebLifecycleState", {"state": "frozen"})
    await hall.relay.pull_out(silently)
    seen = await hall.goes_on(number)
    await hall.relay.plug_in()
    await session.send("Page.setWebLifecycleState", {"state": "active"})
    await hall.page.clock.fast_forward(minutes * 60_000)
    return await hall.until_shown(*seen)


async def connection_cut(hall: Hall, number: int, minutes: int) -> float:
    """The same, but the page hears that its connection is gone."""
    return await lid_closed(hall, number, minutes, silently=False)


async def network_lost(hall: Hall, number: int, minutes: int) -> float:
    """The page is awake and tries in vain for a while."""
    await hall.relay.pull_out(silently=False)
    seen = await hall.goes_on(number)
    await asyncio.sleep(AWAKE)
    await hall.relay.plug_in()
    return await hall.until_shown(*seen)


WAYS: dict[str, Sleep] = {
    "asleep, connection silent": lid_closed, "asleep, connection cut": connection_cut, "network lost": network_lost,
}  # fmt: skip


@asynccontextmanager
async def opened(kept: House, crowd: Crowd) -> AsyncIterator[Hall]:
    """The projector's page of an evening, open behind a cable."""
    remote = crowd.remote
    relay = Relay(kept.port)
    await relay.plug_in()
    path = os.environ.get("VRTILJAK_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    async with async_playwright() as player:
        browser = await player.chromium.launch(executable_path=path, args=ARGUMENTS)
        context = await browser.new_context(viewport={"width": 1920, "height": 1080})
        await context.add_cookies([{"name": n, "value": v, "url": relay.url} for n, v in remote.wire.cookies.items()])
        page = await context.new_page()
        await page.clock.install()
        await page.goto(f"{relay.url}/screen/{remote.code}")
        yield Hall(remote, crowd.phones[0], relay, page)
        await browser.close()
    await relay.pull_out(silently=False)


async def evening(kept: House, minutes: int) -> dict[str, float]:
    """Seconds after waking, by the way it slept."""
    took = {}
    async with opened(kept, await Crowd.arrived(kept.server, PHONES)) as hall:
        for number, (what, way) in enumerate(WAYS.items()):
            await back_to_the_opening(hall.remote)
            await hall.until_shown(*await hall.goes_on(10 * number))
            took[what] = await way(hall, 10 * number + 1, minutes)
    return took


def main(as_json: bool, sizes: tuple[int, ...]) -> None:
    """Print a row per number of minutes and way to sleep."""
    rows: list[Row] = []
    for minutes in sizes or SIZES:
        with house() as kept:
            took = asyncio.run(evening(kept, minutes))
        rows += [{"slept min": minutes, "how": how, "right after s": seconds} for how, seconds in took.items()]
    tell("sleeping", rows, as_json, GOAL)
