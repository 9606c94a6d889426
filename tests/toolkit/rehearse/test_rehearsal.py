"""Residents played against a running program, from check-in to thanks."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.bench.hall import Remote
from tests.program import serving
from toolkit.rehearse.rehearsal import Outcome, play


async def evening(url: str, code: str, remote: Remote) -> Outcome:
    """Twelve residents, and a facilitator who presses Next once they have had time to write."""
    hall = asyncio.create_task(play(url, code, residents=12, speed=100, seed=7, minutes=1))
    await asyncio.sleep(2)
    for _ in range(40):
        stage = (await remote.wire.get(f"/w/{code}/step")).data["stage"]
        if stage == "thanks":
            break
        await asyncio.sleep(1.5 if stage in ("round", "vote", "closing") else 0.1)
        await remote.press()
    return await hall


@pytest.mark.timeout(120)
def test_a_hall_plays_the_whole_evening_and_nothing_acknowledged_is_missing(tmp_path: Path) -> None:
    async def whole() -> Outcome:
        remote = await Remote.signed_in(server, server.codes[0])
        async with remote.wire:
            return await evening(server.url, remote.code, remote)

    with serving(tmp_path, "--demo") as server:
        outcome = asyncio.run(whole())
    assert outcome.counts["check-ins"] == outcome.finished == 12
    assert outcome.counts["refused"] == 0, outcome.counts
    assert outcome.counts["notes"] >= 12 and outcome.counts["votes"] and outcome.counts["closing forms"]
    with closing(sqlite3.connect(tmp_path / "vrtiljak.sqlite")) as rows:
        mine = "SELECT text FROM note JOIN workshop ON workshop.id = workshop_id WHERE code = ?"
        kept = [text for (text,) in rows.execute(mine, [server.codes[0]])]
    assert sorted(kept) == sorted(outcome.texts)
