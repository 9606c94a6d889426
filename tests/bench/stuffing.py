"""`bench stuffing`: one machine checks in and votes 2,000 times, in five ways: what is left of it in the result?"""

import asyncio
import secrets
import tempfile
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from random import Random, SystemRandom
from typing import Concatenate, ParamSpec, TypeVar

from carousel.refusal import Refusal
from carousel.stage import Stage, Verb
from carousel.workshop import Workshop
from tests.bench.figures import Row, tell
from tests.bench.hall import FIELD
from tests.bench.wire import Wire
from tests.program import Server, serving
from toolkit.acts import admitting, flagging, hosting, mentoring
from toolkit.harvest.clusters import of, votable
from toolkit.harvest.votes import tally
from toolkit.store import Store, Transaction, flags, workshops
from toolkit.store.evening import evening
from toolkit.store.notes import published

P = ParamSpec("P")
T = TypeVar("T")
TRIES = 20
PEOPLE, AT_ONCE, READING = 40, 16, 2.5
NEEDS = ("Knjižnica", "Dvigalo", "Kavarna", "Otroški kotiček", "Delavnica", "Parkirišče")
SAID = {"lives_in": "this_ks", "stakeholder_type": "prebivalec", "need_before": "4"}
ATTACKER = 5000  # the number of the machine that stuffs; honest phones have the numbers below
SIZES = (400,)  # in each of five ways, so 2,000 in all


class Beside(Store):
    """The running program's store from another process; the program may hold the database for a while."""

    def write(self, act: Callable[Concatenate[Transaction, P], T], *args: P.args, **named: P.kwargs) -> T:
        for _ in range(TRIES):
            try:
                return super().write(act, *args, **named)
            except Refusal as busy:
                if busy.status != 503:
                    raise
        raise RuntimeError("the program never let go of its database")


@dataclass(slots=True)
class Phone:
    """One check-in: its connection, and what its form needs. `status` is 303 once it is in."""

    wire: Wire
    code: str
    csrf: str = ""
    key: str = ""
    status: int = 0

    async def look(self) -> None:
        """Open the page."""
        page = (await self.wire.get(f"/w/{self.code}")).text
        own = dict(FIELD.findall(page, page.find('id="checkin"')))
        self.csrf, self.key = own.get("csrf", ""), own.get("key", "")

    async def enter(self, ticket: str = "") -> None:
        """Send the check-in form."""
        given = SAID | {"csrf": self.csrf, "key": self.key, "ticket": ticket}
        self.status = (await self.wire.post(f"/w/{self.code}/checkin", given)).status

    async def vote(self, mark: int) -> None:
        """Place one mark; the form's token is that of the check-in page."""
        given = {"csrf": self.csrf, "key": secrets.token_hex(8), "marks": str(mark)}
        await self.wire.post(f"/w/{self.code}/vote", given)


@dataclass(slots=True)
class Evening:
    """One workshop of the running program, led from beside it."""

    server: Server
    store: Store
    workshop: Workshop

    def until(self, stage: Stage) -> None:
        """Press next until this stage."""
        while (where := self.store.read(workshops.situation_of, self.workshop.id)).step.stage is not stage:
            self.store.write(hosting.move, self.workshop.id, Verb.NEXT, where.version, datetime.now(UTC))

    def phones(self, count: int, address: Callable[[int], int]) -> list[Phone]:
        """New phones, each at its address."""
        return [Phone(Wire(self.server.url, address(one)), self.workshop.code) for one in range(count)]

    def first(self) -> str:
        """What the published result begins with."""
        now = self.store.read(evening, self.workshop.id)
        clusters = votable(of(now.notes))
        ranks = tally(now.votes, clusters, now.marks).ranks
        names = {one.id: one.name for one in clusters}
        return " = ".join(names[key] for key in ranks[0]) if ranks else "–"

    def marks(self) -> dict[str, int]:
        """The clusters that can be marked."""
        where = self.store.read(workshops.situation_of, self.workshop.id)
        return {one.name: one.id for one in votable(of(self.store.read(published, where)))}


async def all_of(acts: Iterable[Callable[[], Awaitable[None]]]) -> None:
    """Some at a time."""
    gate = asyncio.Semaphore(AT_ONCE)

    async def one(act: Callable[[], Awaitable[None]]) -> None:
        async with gate:
            await act()

    await asyncio.gather(*map(one, acts))


async def patient(made: list[Phone]) -> None:
    """Open every page, wait as long as a reader would, send every form."""
    await all_of(one.look for one in made)
    await asyncio.sleep(READING)
    await all_of(one.enter for one in made)


async def hasty(made: list[Phone]) -> None:
    """Open and send, one page after the other."""

    def both(phone: Phone) -> Callable[[], Awaitable[None]]:
        async def act() -> None:
            await phone.look()
            await phone.enter()

        return act

    await all_of(map(both, made))


async def one_cookie(made: list[Phone]) -> None:
    """Open a single page, then send its form again and again under new keys."""
    first = made[0]
    await first.look()
    await asyncio.sleep(READING)
    for phone in made:
        phone.csrf, phone.key, phone.wire.cookies = first.csrf, secrets.token_hex(8), dict(first.wire.cookies)
    await all_of(one.enter for one in made)


async def guessing(made: list[Phone]) -> None:
    """Open every page and type a guessed ticket."""
    await all_of(one.look for one in made)
    tickets = admitting.new_tickets(len(made), Random(1))
    pairs = zip(made, tickets, strict=True)
    await all_of(partial(phone.enter, ticket) for phone, ticket in pairs)


@dataclass(frozen=True, slots=True)
class Attack:
    """How a machine stuffs: when, from where (`hall` is the address of the honest), and with tickets or without."""

    name: str
    way: Callable[[list[Phone]], Awaitable[None]]
    stage: Stage = Stage.CHECKIN
    behind_the_hall: bool = False
    tickets: bool = False


ATTACKS = (
    Attack("a script, new cookies", hasty),
    Attack("patient, new cookies", patient),
    Attack("patient, during the rounds", patient, Stage.ROUND),
    Attack("one cookie, new keys", one_cookie),
    Attack("patient, behind the hall's address", patient, behind_the_hall=True),
    Attack("tickets are asked for", guessing, tickets=True),
)


async def attacked(server: Server, store: Store, attack: Attack, many: int) -> Row:
    """One evening under one attack."""
    here = prepared(server, store, attack)
    own, at_hall = here.phones(PEOPLE, lambda one: 1 if attack.behind_the_hall else one), 1
    stuffed = here.phones(many, lambda _: at_hall if attack.behind_the_hall else ATTACKER)
    await come(here, own, attack.tickets)
    here.until(attack.stage)
    await attack.way(stuffed)
    inside = [one for one in stuffed if one.status == 303]
    await vote(here, own, inside)
    found = store.read(flags.flagged, here.workshop.id)
    before = here.first()
    store.write(flagging.leave_out, here.workshop.id, [one.slip for one in found], datetime.now(UTC))
    left = len(store.read(evening, here.workshop.id).votes)
    for phone in (*own, *stuffed):
        if phone.wire.writer:
            phone.wire.writer.close()
    return {
        "attack": attack.name, "tried": many, "entered": len(inside), "flagged": len(found), "first before": before,
        "votes that stay": left, "first after": here.first(),
    }  # fmt: skip


def prepared(server: Server, store: Store, attack: Attack) -> Evening:
    """A workshop of its own at check-in."""
    community = store.write(mentoring.found_community, f"{attack.name} (demo)")
    workshop = store.write(
        lambda tx: mentoring.prepare_workshop(
            tx, community, title="Prostor", day=date(2026, 11, 26), rng=SystemRandom(), expected=PEOPLE,
            tickets=attack.tickets,
        )
    )  # fmt: skip
    here = Evening(server, store, workshop)
    here.until(Stage.CHECKIN)
    return here


async def come(here: Evening, own: list[Phone], with_tickets: bool) -> None:
    """The honest read the page and check in."""
    tickets = admitting.new_tickets(len(own), SystemRandom()) if with_tickets else ("",) * len(own)
    here.store.write(admitting.keep_tickets, here.workshop.id, [one for one in tickets if one])
    await all_of(one.look for one in own)
    await asyncio.sleep(READING)
    pairs = zip(own, tickets, strict=True)
    await all_of(partial(phone.enter, ticket) for phone, ticket in pairs)
    if any(one.status != 303 for one in own):
        raise RuntimeError("an honest phone was kept out")


async def vote(here: Evening, own: list[Phone], stuffed: list[Phone]) -> None:
    """The honest want the library, the stuffed slips the car park."""
    here.until(Stage.ROUND)
    here.store.write(hosting.host_notes, here.workshop.id, "S2_potrebe", list(NEEDS), "host", datetime.now(UTC))
    here.until(Stage.VOTE)
    offered = here.marks()
    await asyncio.sleep(6)  # nobody votes within five seconds of check-in
    await all_of(partial(phone.vote, offered["Knjižnica"]) for phone in own)
    await all_of(partial(phone.vote, offered["Parkirišče"]) for phone in stuffed)
    here.until(Stage.INTEREST)


async def measured(many: int, attacks: Iterable[Attack] = ATTACKS) -> list[Row]:
    """Every attack on a program of its own, one after the other."""
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as server:
        store = Beside(f"sqlite:///{(Path(folder) / 'vrtiljak.sqlite').as_posix()}")
        try:
            return [await attacked(server, store, attack, many) for attack in attacks]
        finally:
            store.close()


def main(as_json: bool, sizes: tuple[int, ...]) -> None:
    """Print a row per attack and size."""
    rows = [row for many in sizes or SIZES for row in asyncio.run(measured(many))]
    tell("stuffing", rows, as_json, f"{PEOPLE} honest voters want the library, the stuffed slips the car park")
