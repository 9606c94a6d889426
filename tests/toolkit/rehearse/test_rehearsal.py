"""Residents played against a running program, from check-in to thanks."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.bench.hall import Remote
from tests.program import serving
from toolkit.rehearse.rehearsal import Outcome, play

PEOPLE = 12
AWAITED = {
    "checkin": "SELECT count(*) FROM slip",
    "vote": "SELECT count(*) FROM ballot",
    "closing": "SELECT count(DISTINCT slip_id) FROM answer WHERE form = 'closing'",
}
"""What a facilitator waits for before Next: everybody's slip, ballot and closing form."""


async def evening(url: str, remote: Remote, store: Path) -> Outcome:
    """Twelve residents, and a facilitator who presses Next once everybody has done what the step asks for."""
    hall = asyncio.create_task(play(url, remote.code, residents=PEOPLE, speed=100, seed=7, minutes=10))
    while not hall.done():
        stage = (await remote.wire.get(f"/w/{remote.code}/step")).data["stage"]
        if stage == "thanks":
            break
        before = 0
        while not hall.done() and (done := counted(store, remote.code, stage, before)) is not None:
            before = done
            await asyncio.sleep(0.3)
        await remote.press()
    return await hall


def counted(store: Path, code: str, stage: str, before: int) -> int | None:
    """How far the people are with this step; None when they are through: all of them, or no note came any more."""
    asked = AWAITED.get(stage, "SELECT count(*) FROM note" if stage == "round" else "")
    if not asked:
        return None
    joined = " AND " if "WHERE" in asked else " WHERE "
    with closing(sqlite3.connect(store)) as rows:
        mine = f"{asked}{joined}workshop_id = (SELECT id FROM workshop WHERE code = ?)"
        done = int(rows.execute(mine, [code]).fetchone()[0])
    through = done == PEOPLE if stage in AWAITED else 0 < done == before
    return None if through else done


def test_a_hall_plays_the_whole_evening_and_nothing_acknowledged_is_missing(tmp_path: Path) -> None:
    async def whole() -> Outcome:
        remote = await Remote.signed_in(server, server.codes[0])
        async with remote.wire:
            return await evening(server.url, remote, tmp_path / "vrtiljak.sqlite")

    with serving(tmp_path, "--demo") as server:
        outcome = asyncio.run(whole())
    assert outcome.counts["check-ins"] == outcome.finished == PEOPLE
    assert outcome.counts["refused"] == 0, outcome.counts
    assert outcome.counts["notes"] >= PEOPLE
    assert outcome.counts["votes"] == outcome.counts["closing forms"] == PEOPLE
    with closing(sqlite3.connect(tmp_path / "vrtiljak.sqlite")) as rows:
        mine = "SELECT text FROM note JOIN workshop ON workshop.id = workshop_id WHERE code = ?"
        kept = [text for (text,) in rows.execute(mine, [server.codes[0]])]
    assert sorted(kept) == sorted(outcome.texts)
