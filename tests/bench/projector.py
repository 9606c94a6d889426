"""`bench projector`: from a resident's sending to the text on the projector's screen, with phones connected."""

import asyncio
import queue
import threading
import time
from contextlib import closing

from tests.bench.browser import chromium
from tests.bench.figures import Row, percentile, tell
from tests.bench.hall import Phone, Remote, hall, phones
from tests.bench.wire import Wire
from tests.program import Server
from tests.staff import projector_key
from toolkit.settings import Settings
from toolkit.store import Store
from toolkit.store.workshops import id_of

SIZES = (50, 100, 200)
RATES = (1, 10)
NOTES = {1: 15, 10: 60}
WRITERS = 20
WATCH = """() => new MutationObserver(() => {
  const now = Date.now(), text = document.body.innerText;
  for (const [mark] of text.matchAll(/bench-\\d+-\\d+/g)) {
    if (!window.marks[mark]) window.marks[mark] = now;
  }
}).observe((window.marks = window.marks || {}, document.body), {subtree: true, childList: true, characterData: true})"""


def _key(server: Server) -> str:
    """A way in to the screen, made beside the running program."""
    own = Settings(data=server.data, url=f"sqlite:///{(server.data / 'vrtiljak.sqlite').as_posix()}")
    with closing(Store(own.url)) as store:
        return projector_key(store, own, store.read(id_of, server.codes[0]))


async def keep_open(server: Server, code: str, count: int) -> list["asyncio.Task[None]"]:
    """Phones that only listen."""

    async def listen(number: int) -> None:
        async for _ in Wire(server.url, number).events(f"/w/{code}/events"):
            pass

    return [asyncio.create_task(listen(number)) for number in range(count)]


async def write(writers: list[Phone], rate: int) -> dict[str, float]:
    """Send notes at this rate; when each was sent, in milliseconds of the epoch."""
    sent: dict[str, float] = {}
    tasks = []
    for number in range(NOTES[rate]):
        mark = f"bench-{rate}-{number}"
        sent[mark] = time.time() * 1000
        tasks.append(asyncio.create_task(writers[number % len(writers)].note(f"Klop {mark}")))
        await asyncio.sleep(1 / rate)
    await asyncio.gather(*tasks)
    return sent


async def evening(server: Server, count: int, ready: threading.Event, sent: "queue.Queue[dict[str, float]]") -> None:
    """Phones, writers and a round; notes once the projector is open."""
    code = server.codes[0]
    remote = await Remote.signed_in(server, code)
    writers = await phones(server, code, WRITERS)
    await remote.until("round")
    for phone in writers:
        await phone.look()
    listening = await keep_open(server, code, count)
    await asyncio.to_thread(ready.wait)
    for rate in RATES:
        sent.put(await write(writers, rate))
        await asyncio.sleep(1)
    for task in listening:
        task.cancel()
    await asyncio.gather(*listening, return_exceptions=True)


def watch(server: Server, count: int) -> list[Row]:
    """The rows of one size: a row a rate."""
    ready, sent = threading.Event(), queue.Queue[dict[str, float]]()
    evenings = threading.Thread(target=lambda: asyncio.run(evening(server, count, ready, sent)))
    evenings.start()
    rows: list[Row] = []
    with chromium() as browser:
        tab = browser.new_context(viewport={"width": 1920, "height": 1080}).new_page()
        key = _key(server)
        tab.goto(f"{server.url}/screen/{server.codes[0]}?key={key}")
        tab.evaluate(WATCH)
        ready.set()
        for rate in RATES:
            while sent.empty():
                tab.wait_for_timeout(200)
            moments = sent.get()
            tab.wait_for_timeout(1000)
            shown = tab.evaluate("() => window.marks")
            took = [shown[mark] - moment for mark, moment in moments.items() if mark in shown]
            rows.append(
                {
                    "phones": count,
                    "notes/s": rate,
                    "p50 ms": percentile(took, 0.5),
                    "p95 ms": percentile(took, 0.95),
                    "not shown": len(moments) - len(took),
                }
            )
    evenings.join()
    return rows


def main(as_json: bool, sizes: tuple[int, ...]) -> None:
    """Print a row per number of phones and rate."""
    rows: list[Row] = []
    for count in sizes or SIZES:
        with hall() as server:
            rows += watch(server, count)
    tell("projector", rows, as_json, "goal: p95 at most 100 ms; a poll each second would need 500 ms on average")
