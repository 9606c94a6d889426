"""`bench turn`: a facilitator presses Next; seconds until every open phone shows its new station."""

import asyncio
import json
import time

from tests.bench.figures import Row, percentile, tell
from tests.bench.hall import Remote, busy_seconds, hall, phones
from tests.bench.wire import Wire
from tests.program import Server

SIZES = (100, 250, 500)
SLIPS = 150  # people in the workshop; more phones than that look on with the same slips
IDLE = 10.0  # seconds of waiting in which the server's work is measured


class Watcher:
    """An open phone: listens, and fetches its page when the step has changed."""

    def __init__(self, url: str, code: str, number: int, cookies: dict[str, str]) -> None:
        self.stream, self.page, self.code = Wire(url, number), Wire(url, number), code
        self.page.cookies = dict(cookies)
        self.version = -1
        self.shown: asyncio.Future[float] = asyncio.get_running_loop().create_future()

    async def listen(self) -> None:
        """Until cancelled; `shown` becomes the moment at which the page after the next change was there."""
        async for event, data in self.stream.events(f"/w/{self.code}/events"):
            version = json.loads(data).get("version", self.version) if event == "step" else self.version
            if self.version >= 0 and version > self.version and not self.shown.done():
                answered = await self.page.get(f"/w/{self.code}")
                if answered.status == 200 and f'data-version="{version}"' in answered.text:
                    self.shown.set_result(time.perf_counter())
            self.version = version


async def press(server: Server, count: int) -> tuple[list[float], float]:
    """Seconds for every phone that followed, and the share of one core used while all waited."""
    code = server.codes[0]
    remote = await Remote.signed_in(server, code)
    slips = await phones(server, code, min(count, SLIPS))
    await remote.until("round")
    watchers = [Watcher(server.url, code, n, slips[n % len(slips)].wire.cookies) for n in range(count)]
    listening = [asyncio.create_task(watcher.listen()) for watcher in watchers]
    while any(watcher.version < 0 for watcher in watchers):
        await asyncio.sleep(0.1)
    before = busy_seconds(server.process.pid)
    await asyncio.sleep(IDLE)
    idle = (busy_seconds(server.process.pid) - before) / IDLE
    began = time.perf_counter()
    await remote.press()
    await asyncio.wait([watcher.shown for watcher in watchers], timeout=20)
    for task in listening:
        task.cancel()
    await asyncio.gather(*listening, return_exceptions=True)
    return [watcher.shown.result() - began for watcher in watchers if watcher.shown.done()], idle


def main(as_json: bool, sizes: tuple[int, ...]) -> None:
    """Print a row per number of phones."""
    rows: list[Row] = []
    for count in sizes or SIZES:
        with hall() as server:
            took, idle = asyncio.run(press(server, count))
        rows.append(
            {
                "phones": count,
                "p50 s": percentile(took, 0.5),
                "p95 s": percentile(took, 0.95),
                "did not follow": count - len(took),
                "idle core %": 100 * idle,
            }
        )
    tell("turn", rows, as_json, "goal: p95 at most 1.5 s with 500, under 15 % of one core while they wait")
