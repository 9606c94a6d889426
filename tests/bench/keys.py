"""`bench keys`: the same sending comes many times and in every way that phones know; it is kept once."""

import asyncio
import secrets
import sqlite3
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from urllib.parse import urlencode

from tests.bench.enduring import house
from tests.bench.figures import Row, tell
from tests.bench.hall import Phone, Remote, filled, phones
from tests.bench.wire import Answer, Wire
from tests.program import Server

SIZES = (500,)
THREADS, TRIES = 20, 1000
GOAL = "goal: a row for each key; the same key with other words is refused with 409, the first words are kept"
Data = dict[str, list[str]]


def form_of(phone: Phone, text: str, key: str = "") -> Data:
    """A filled note form under a key."""
    if phone.form is None:
        raise RuntimeError("no note form: is a round open?")
    return filled(phone.form, phone.rng) | {"text": [text], "key": [key or secrets.token_hex(16)]}


def like(phone: Phone) -> Wire:
    """Another connection of the same phone."""
    wire = Wire(phone.wire.origin)
    wire.cookies = dict(phone.wire.cookies)
    return wire


async def post(phone: Phone, data: Data) -> Answer:
    """Send on a connection of its own."""
    async with like(phone) as wire:
        return await wire.post(f"/w/{phone.code}/notes", data, json_wanted=True)


async def double_tap(phone: Phone, data: Data) -> Answer:
    """Two taps at the same moment."""
    both = await asyncio.gather(post(phone, data), post(phone, data))
    return max(both, key=lambda answer: answer.status)


async def refresh(phone: Phone, data: Data) -> Answer:
    """Send, then let the browser send again."""
    await post(phone, data)
    return await post(phone, data)


async def back(phone: Phone, data: Data) -> Answer:
    """Send, look at the next page, go back and send what stands there."""
    await post(phone, data)
    async with like(phone) as wire:
        await wire.get(f"/w/{phone.code}")
    return await post(phone, data)


async def dropped(phone: Phone, data: Data) -> Answer:
    """The answer is on its way when the connection breaks; the phone sends again."""
    reader, writer = await asyncio.open_connection(phone.wire.host, phone.wire.port)
    body = urlencode(data, doseq=True).encode()
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Origin": phone.wire.origin}
    writer.write(like(phone)._head("POST", f"/w/{phone.code}/notes", headers, len(body)) + body)
    await reader.read(1)  # it was kept, and the answer never seen
    writer.transport.abort()
    return await post(phone, data)


WAYS: dict[str, Callable[[Phone, Data], Awaitable[Answer]]] = {
    "double tap": double_tap, "refresh": refresh, "back": back, "answer dropped": dropped,
}  # fmt: skip


async def tried(crowd: list[Phone], tries: int) -> Counter[str]:
    """Each way in turn; how often something else came of it than one kept note."""
    wrong: Counter[str] = Counter()
    for number in range(tries):
        way, phone = list(WAYS)[number % len(WAYS)], crowd[number % len(crowd)]
        answered = await WAYS[way](phone, form_of(phone, f"One of {way} {number}", f"try {number}"))
        wrong[way] += answered.status != 200 or answered.data["key"] != f"try {number}"
    return wrong


async def other_words(phone: Phone, keys: int) -> int:
    """The same keys with other words: how many were refused with 409."""
    return sum([(await post(phone, form_of(phone, "Other words", f"key {one}"))).status == 409 for one in range(keys)])


def threads(phone: Phone, keys: int, count: int) -> Counter[int]:
    """So many threads send the same keys, each in its own order; the answers by status."""

    async def send(first: int) -> list[int]:
        async with like(phone) as wire:
            order = [(first * keys // count + one) % keys for one in range(keys)]
            sent = [form_of(phone, f"Words of {one}", f"key {one}") for one in order]
            return [(await wire.post(f"/w/{phone.code}/notes", data, json_wanted=True)).status for data in sent]

    with ThreadPoolExecutor(count) as pool:
        done = pool.map(lambda first: asyncio.run(send(first)), range(count))
        return Counter(status for statuses in done for status in statuses)


def kept(database: Path, begin: str, words: str) -> tuple[int, int]:
    """Rows whose key begins so, and how many of them have words that begin so."""
    with closing(sqlite3.connect(database)) as rows:
        found = [text for key, text in rows.execute("SELECT key, text FROM note").fetchall() if key.startswith(begin)]
    return len(found), sum(text.startswith(words) for text in found)


async def ready(server: Server, count: int) -> list[Phone]:
    """Phones in the first round."""
    remote = await Remote.signed_in(server, server.codes[0])
    crowd = await phones(server, server.codes[0], count)
    await remote.until("round")
    for phone in crowd:
        await phone.look()
    return crowd


def measured(keys: int, tries: int, count: int = THREADS) -> Iterator[Row]:
    """A row each for threads, for keys with other words, and for every way to send twice."""
    with house() as here:
        crowd = asyncio.run(ready(here.server, 12))
        statuses = threads(crowd[0], keys, count)
        refused = asyncio.run(other_words(crowd[0], keys))
        rows, first = kept(here.database, "key ", "Words of ")
        sent = count * keys
        yield {"what": f"{count} threads × {keys} keys", "sent": sent, "rows": rows, "wrong": sent - statuses[200]}
        yield {"what": "the same key, other words", "sent": keys, "rows": first, "wrong": keys - refused}
        wrong = asyncio.run(tried(crowd, tries))
        for way in WAYS:
            rows = kept(here.database, "try ", f"One of {way} ")[1]
            yield {"what": way, "sent": 2 * tries // len(WAYS), "rows": rows, "wrong": wrong[way]}


def main(as_json: bool, sizes: tuple[int, ...]) -> None:
    """Print the rows of one evening per number of keys."""
    rows = [row for keys in sizes or SIZES for row in measured(keys, TRIES)]
    tell("keys", rows, as_json, GOAL)
