"""A hall of rehearsing residents, bounded in number and time."""

import asyncio
import sys
from collections import Counter
from dataclasses import dataclass
from random import Random
from urllib.parse import urlsplit

import httpx

from carousel.refusal import Refusal
from toolkit.rehearse.resident import Resident

HERE = ("127.0.0.1", "localhost", "::1")
MOST = 500
NOBODY = "No program answers at {url}. Start it first: python3 run.py"
AWAY = "Rehearsals play only against this machine. {url} is another one."
CLOSED = "The workshop {code} is not open. Check its code, and open joining."


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the server acknowledged: counts by what, and the texts of the notes."""

    counts: Counter[str]
    texts: tuple[str, ...]
    finished: int


def rehearse(url: str, code: str, *, residents: int, speed: float, seed: int, minutes: float) -> int:
    """Play to the end, print progress and a closing line; the exit status is 1 when anything was refused."""
    outcome = asyncio.run(play(url, code, residents=residents, speed=speed, seed=seed, minutes=minutes, tell=True))
    counted = ", ".join(f"{outcome.counts[what]} {what}" for what in sorted(outcome.counts) if what != "refused")
    refused = outcome.counts["refused"]
    print(f"{residents} residents, {outcome.finished} to the end: {counted or 'nothing sent'}; {refused} refused")
    return 1 if refused else 0


async def play(
    url: str, code: str, *, residents: int, speed: float, seed: int, minutes: float, tell: bool = False
) -> Outcome:
    """Play `residents` phones against `url` until THANKS or for at most `minutes` of real time."""
    if urlsplit(url).hostname not in HERE:
        raise Refusal(AWAY, url=url)
    await knock(url, code)
    clients = [httpx.AsyncClient(base_url=url, timeout=30, trust_env=False) for _ in range(min(residents, MOST))]
    players = [
        Resident(client, code, Random(f"{seed}-{number}"), "sl" if number % 4 else "en", speed)  # noqa: S311  a play
        for number, client in enumerate(clients)
    ]
    tasks = [asyncio.create_task(player.play()) for player in players]
    try:
        await _watch(players, tasks, minutes, tell)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await asyncio.gather(*(client.aclose() for client in clients))
    counts = sum((player.counts for player in players), Counter[str]())
    finished = sum(player.stage in ("thanks", "done") for player in players)
    return Outcome(counts, tuple(text for player in players for text in player.texts), finished)


async def knock(url: str, code: str) -> None:
    """Refuse early when nothing answers, or the code opens nothing."""
    try:
        async with httpx.AsyncClient(base_url=url, timeout=10, trust_env=False) as client:
            answered = await client.get(f"/w/{code}/step")
    except httpx.TransportError:
        raise Refusal(NOBODY, url=url) from None
    if answered.status_code != 200:
        raise Refusal(CLOSED, code=code)


async def _watch(players: list[Resident], tasks: list["asyncio.Task[None]"], minutes: float, tell: bool) -> None:
    """Wait for everybody, telling every five seconds; a resident who fails counts as refused."""
    end = asyncio.get_running_loop().time() + minutes * 60
    while (left := end - asyncio.get_running_loop().time()) > 0:
        _, waiting = await asyncio.wait(tasks, timeout=min(5, left))
        if tell:
            counts = sum((player.counts for player in players), Counter[str]())
            stages = Counter(player.stage or "arriving" for player in players)
            print(" · ".join(f"{n} {name}" for name, n in [*stages.items(), *counts.items()]), file=sys.stderr)
        if not waiting:
            break
    for player, task in zip(players, tasks, strict=True):
        if task.done() and not task.cancelled() and (problem := task.exception()) is not None:
            player.counts["refused"] += 1
            if tell:
                print(f"a resident stopped: {problem!r}", file=sys.stderr)
