"""What benches share: cores, a program with an open workshop, phones with slips, a facilitator's remote control."""

import asyncio
import os
import re
import secrets
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Self

from tests.bench.wire import Answer, Wire
from tests.program import Server, serving
from toolkit.rehearse.forms import Form, read
from toolkit.rehearse.resident import PRIVATE

HERE = Path(__file__).resolve().parents[2]
PACE = "1000"  # one machine plays a hall without thinking: the limits of a slip are checked, but never reached


def cores() -> tuple[tuple[int, ...], tuple[int, ...]]:
    """One core for the server, another for the measuring; both empty where they cannot be chosen."""
    if not hasattr(os, "sched_getaffinity"):
        return (), ()
    here = sorted(os.sched_getaffinity(0))
    return (here[0],), (here[-1],)


def stay_on(own: Sequence[int]) -> None:
    """Keep the measuring side off the server's core, and let it hold many connections."""
    if own and hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, own)
    if sys.platform != "win32":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(8192, most), most))


@contextmanager
def hall() -> Iterator[Server]:
    """A program of its own with the demo, on one core; the measuring process goes to the other."""
    servers, own = cores()
    os.environ["VRTILJAK_PACE"] = PACE
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder), "--demo", cores=servers) as server:
        before = os.sched_getaffinity(0) if own else set()
        stay_on(own)
        try:
            yield server
        finally:
            if before:
                os.sched_setaffinity(0, before)


def filled(form: Form, rng: Random) -> dict[str, list[str]]:
    """Hidden fields and the first thing that fits everywhere else."""
    given = {name: [value] for name, value in form.hidden.items()}
    return given | {
        name: [rng.choice(choice.values)] for name, choice in form.choices.items() if not PRIVATE.search(name)
    }


FIELD = re.compile(r'name="(csrf|key)" value="([^"]*)"')
_read: dict[str, Form] = {}


def checkin_form(page: str, address: str) -> Form:
    """The check-in form of a workshop, read from the first page that comes."""
    if address not in _read:
        form = read(page).form("checkin")
        if form is None:
            raise RuntimeError("no check-in form: is the workshop open?")
        _read[address] = form
    return _read[address]


@dataclass(slots=True)
class Phone:
    """A checked-in phone."""

    wire: Wire
    code: str
    rng: Random
    form: Form | None = None

    async def join(self) -> None:
        """Scan, fill in, get the slip: what `join` measures. Only what differs from phone to phone is read each time:
        reading whole pages would cost the measuring side more than making them costs the server."""
        page = (await self.wire.get(f"/w/{self.code}")).text
        form = checkin_form(page, f"{self.wire.origin}/w/{self.code}")
        start = page.index(f'action="{form.action}"')
        own = dict(FIELD.findall(page, start, start + 500))
        answered = await self.wire.post(form.action, filled(form, self.rng) | {"csrf": own["csrf"], "key": own["key"]})
        if answered.status != 303:
            raise RuntimeError(f"check-in answered {answered.status}")
        after = await self.wire.get(f"/w/{self.code}")
        if after.status != 200 or b'data-version="' not in after.body:
            raise RuntimeError(f"the page answered {after.status}")

    async def look(self) -> Answer:
        """The page as it is now; remembers its note form."""
        answered = await self.wire.get(f"/w/{self.code}")
        self.form = read(answered.text).form("notes")
        return answered

    async def note(self, text: str) -> Answer:
        """Send one note; the page must have shown its form."""
        if self.form is None:
            raise RuntimeError("no note form: is a round open?")
        data = filled(self.form, self.rng) | {"text": [text], "key": [secrets.token_hex(16)]}
        return await self.wire.post(self.form.action, data, json_wanted=True)


@dataclass(slots=True)
class Remote:
    """A facilitator at the remote control."""

    wire: Wire
    code: str

    @classmethod
    async def signed_in(cls, server: Server, code: str) -> Self:
        """Use the one-time link as a person would: open it, then "later"."""
        wire = Wire(server.url)
        path = server.sign_in.removeprefix(server.url)
        form = read((await wire.get(path)).text).forms[0]
        answered = await wire.post(form.action or path, form.hidden | {"choice": "later"})
        if answered.status >= 400:
            raise RuntimeError(f"signing in answered {answered.status}")
        return cls(wire, code)

    async def press(self, verb: str = "next") -> None:
        """Press a button of the remote control once."""
        page = read((await self.wire.get(f"/remote/{self.code}")).text)
        form = next(form for form in page.forms if "version" in form.hidden)
        answered = await self.wire.post(f"/remote/{self.code}", form.hidden | {"verb": verb})
        if answered.status >= 400:
            raise RuntimeError(f"{verb} answered {answered.status}: {answered.text[:200]}")

    async def until(self, stage: str) -> None:
        """Press next until this stage."""
        for _ in range(30):
            step = (await self.wire.get(f"/w/{self.code}/step")).data
            if step["stage"] == stage:
                return
            await self.press()
        raise RuntimeError(f"{stage} was not reached")


async def phones(server: Server, code: str, count: int, at_once: int = 25) -> list[Phone]:
    """So many checked-in phones, joined a few at a time."""
    made = [Phone(Wire(server.url, number), code, Random(number)) for number in range(count)]
    gate = asyncio.Semaphore(at_once)

    async def enter(phone: Phone) -> None:
        async with gate:
            await phone.join()

    await asyncio.gather(*map(enter, made))
    return made


def busy_seconds(pid: int) -> float:
    """Processor seconds a process has used so far; 0 where /proc is missing."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
