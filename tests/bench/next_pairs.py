"""`bench next_pairs`: two facilitators press Next at the same moment, again and again."""

import asyncio
from collections import Counter
from typing import Any

from tests.bench.enduring import house
from tests.bench.figures import Row, tell
from tests.bench.hall import Remote, phones
from tests.bench.wire import Answer, Wire
from tests.program import Server
from toolkit.rehearse.forms import Form, read

SIZES = (100,)
PHONES = 12
LAST = "thanks"
GOAL = "goal: of each pair one step; the other is answered 409 with the present step"


async def shown(remote: Remote) -> Form:
    """The form of the remote control as it is now."""
    return with_version(await remote.wire.get(f"/remote/{remote.code}"))


def with_version(answered: Answer) -> Form:
    """The form that carries the version it was made for."""
    return next(form for form in read(answered.text).forms if "version" in form.hidden)


async def press(remote: Remote, form: Form, verb: str = "next") -> Answer:
    """Press a button of a form that was shown before."""
    return await remote.wire.post(f"/remote/{remote.code}", form.hidden | {"verb": verb})


async def step(remote: Remote) -> dict[str, Any]:
    """Where phones see the evening, once they have been told what the store says: stage, round, version …"""
    version = (await shown(remote)).hidden["version"]
    while True:
        told: dict[str, Any] = (await remote.wire.get(f"/w/{remote.code}/step")).data
        if str(told["version"]) == version:
            return told
        await asyncio.sleep(0.05)


async def back_to_the_opening(remote: Remote) -> None:
    """Undo move after move, as one facilitator would."""
    for _ in range(60):
        if (await step(remote))["stage"] == "opening":
            return
        answered = await press(remote, await shown(remote), "undo")
        if answered.status >= 400:
            raise RuntimeError(f"undo answered {answered.status}")
    raise RuntimeError("the evening could not be turned back")


async def one_pair(pair: tuple[Remote, Remote]) -> str:
    """Both look, both press; what came of it, in a word."""
    if (await step(pair[0]))["stage"] == LAST:
        await back_to_the_opening(pair[0])
    before = (await step(pair[0]))["version"]
    forms = [await shown(remote) for remote in pair]
    answers = await asyncio.gather(*(press(remote, form) for remote, form in zip(pair, forms, strict=True)))
    after = (await step(pair[0]))["version"]
    if sorted(answer.status for answer in answers) != [303, 409]:
        return f"answered {[answer.status for answer in answers]}"
    if after != before + 1:
        return f"{after - before} steps"
    told = with_version(next(answer for answer in answers if answer.status == 409))
    return "one step" if told.hidden["version"] == str(after) else "told an old step"


async def evening(server: Server, pairs: int, present: int) -> Counter[str]:
    """What came of so many pairs."""
    first = await Remote.signed_in(server, server.codes[0])
    await phones(server, server.codes[0], present)
    second = beside(first)
    async with second.wire:
        return Counter([await one_pair((first, second)) for _ in range(pairs)])


def beside(first: Remote) -> Remote:
    """A second remote control."""
    second = Remote(Wire(first.wire.origin), first.code)
    second.wire.cookies = dict(first.wire.cookies)
    return second


def main(as_json: bool, sizes: tuple[int, ...]) -> None:
    """Print a row per number of pairs."""
    rows: list[Row] = []
    for pairs in sizes or SIZES:
        with house() as kept:
            came = asyncio.run(evening(kept.server, pairs, PHONES))
        others = ", ".join(f"{what} {count}×" for what, count in came.items() if what != "one step")
        rows.append({"pairs": pairs, "one step, the other told": came["one step"], "anything else": others or 0})
    tell("next_pairs", rows, as_json, GOAL)
