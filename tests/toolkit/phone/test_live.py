"""The hub: what phones and screens are told, when, and what never leaves."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from carousel.refusal import Refusal
from carousel.workshop import Workshop
from tests.toolkit.phone.stream_reading import events, told
from toolkit.acts import answering, hosting, mentoring
from toolkit.phone.live import Hub, events_response, step_json
from toolkit.phone.live.stream import EventStream
from toolkit.phone.live.subscriber import MOST_WAITING, Channel, Subscriber
from toolkit.store import Store
from toolkit.store.workshops import situation

NOW = datetime(2026, 11, 26, 17, 0, tzinfo=UTC)
SCREEN = Channel("screen", "sl")
PHONE = Channel("phone", "")


@pytest.fixture
def workshop(store: Store) -> Workshop:
    community = store.write(mentoring.found_community, "Golnik (demo)", demo=True)
    return store.write(
        lambda tx: mentoring.prepare_workshop(tx, community, title="Naš prostor", day=date(2026, 11, 26), rng=Random(1))
    )


def press_next(store: Store, workshop: Workshop, times: int = 1) -> None:
    for _ in range(times):
        version = store.read(situation, workshop.code).version
        store.write(hosting.move, workshop.id, "next", version, NOW)


def let_in(store: Store, workshop: Workshop, people: int) -> list[str]:
    given = {"lives_in": ["this_ks"], "stakeholder_type": ["prebivalec"]}
    return [
        store.write(answering.check_in, workshop.code, given, f"key{n}", "sl", NOW, Random(n)).slip
        for n in range(people)
    ]


def first_round(store: Store, workshop: Workshop) -> None:
    press_next(store, workshop)
    let_in(store, workshop, 12)
    press_next(store, workshop, 3)


def write(store: Store, workshop: Workshop, text: str, key: str = "a") -> hosting.Delivered:
    return store.write(hosting.host_notes, workshop.id, "S2_potrebe", [text], key, NOW)


@asynccontextmanager
async def running(store: Store) -> AsyncIterator[Hub]:
    hub = Hub(store, clock=lambda: NOW)
    try:
        yield hub
    finally:
        hub.close()


def test_the_first_event_of_a_screen_is_the_full_state(store: Store, workshop: Workshop) -> None:
    first_round(store, workshop)
    write(store, workshop, "Kavarna za vse.")

    async def watch() -> None:
        async with running(store) as hub:
            [(name, state)] = events((await hub.stream(workshop.code, SCREEN)).full())
            assert name == "state"
            assert [note["text"] for note in state["notes"]] == ["Kavarna za vse."]
            assert state["demo"] is True
            assert state["counts"]["people_said"] == "12 ljudi"
            assert [group["letter"] for group in state["groups"]] == ["A", "B", "C"]

    asyncio.run(watch())


def test_a_note_is_told_after_its_commit(store: Store, workshop: Workshop) -> None:
    first_round(store, workshop)

    async def watch() -> None:
        async with running(store) as hub:
            stream = await hub.stream(workshop.code, SCREEN)
            await asyncio.to_thread(write, store, workshop, "Klop pod lipo.")
            [note] = (await told(stream, "notes"))["notes"]
            assert note["text"] == "Klop pod lipo."
            assert "group" not in note

    asyncio.run(watch())


def test_a_held_note_is_never_told_until_somebody_publishes_it(store: Store, workshop: Workshop) -> None:
    first_round(store, workshop)

    async def watch() -> None:
        async with running(store) as hub:
            stream = await hub.stream(workshop.code, SCREEN)
            assert (await asyncio.to_thread(write, store, workshop, "Pokličite Ano na 041 123 456.", "h")).held == 1
            await asyncio.to_thread(write, store, workshop, "Knjižnica stvari.", "p")
            [note] = (await told(stream, "notes"))["notes"]
            assert note["text"] == "Knjižnica stvari."
            assert "041" not in stream.full().decode()
            await asyncio.to_thread(
                store.write, hosting.settle_held, workshop.id, note["id"] - 1, "redact", NOW, words="Pokličite Ano."
            )
            [late] = (await told(stream, "notes"))["notes"]
            assert late["text"] == "Pokličite Ano."

    asyncio.run(watch())


def test_a_hidden_note_leaves_every_screen(store: Store, workshop: Workshop) -> None:
    first_round(store, workshop)
    write(store, workshop, "Klop pod lipo.")

    async def watch() -> None:
        async with running(store) as hub:
            stream = await hub.stream(workshop.code, SCREEN)
            [note] = (await hub.picture(workshop.code)).notes
            await asyncio.to_thread(store.write, hosting.hide_note, workshop.id, note, NOW)
            assert (await told(stream, "gone"))["notes"] == [note]
            assert "lipo" not in stream.full().decode()

    asyncio.run(watch())


def test_phones_hear_of_steps_and_of_nothing_else(store: Store, workshop: Workshop) -> None:
    first_round(store, workshop)

    async def watch() -> None:
        async with running(store) as hub:
            stream = await hub.stream(workshop.code, PHONE)
            await asyncio.to_thread(write, store, workshop, "Klop pod lipo.")
            await asyncio.to_thread(press_next, store, workshop)
            [(name, step)] = events(await stream.subscriber.take())
            assert (name, step["stage"], step["round"]) == ("step", "moving", 1)
            assert step["stations"] == [2, 3, 1]
            assert step["clock"] == {"left": 90.0, "total": 90, "paused": False}

    asyncio.run(watch())


def test_five_hundred_phones_are_given_the_same_bytes(store: Store, workshop: Workshop) -> None:
    first_round(store, workshop)

    async def watch() -> None:
        async with running(store) as hub:
            streams = [await hub.stream(workshop.code, PHONE) for _ in range(500)]
            await asyncio.to_thread(press_next, store, workshop)
            async with asyncio.timeout(60):
                await asyncio.gather(*(stream.subscriber.awake.wait() for stream in streams))
            assert len({id(stream.subscriber.waiting[0]) for stream in streams}) == 1

    asyncio.run(watch())


def test_votes_are_told_only_after_the_vote(store: Store, workshop: Workshop) -> None:
    first_round(store, workshop)
    slips = let_in(store, workshop, 12)
    for number in range(6):
        write(store, workshop, f"Misel številka {number} o prostoru.", f"n{number}")
    while store.read(situation, workshop.code).step.stage != "vote":
        press_next(store, workshop)

    async def watch() -> None:
        async with running(store) as hub:
            stream = await hub.stream(workshop.code, SCREEN)
            [first, *_] = (await hub.picture(workshop.code)).notes
            for number, slip in enumerate(slips):
                await asyncio.to_thread(store.write, answering.cast_vote, slip, [first], f"v{number}", NOW)
            counts = await told(stream, "counts")
            while counts["counts"]["ballots"] < 12:
                counts = await told(stream, "counts")
            [(_, state)] = events(stream.full())
            assert state["votes"]["outcome"] is None
            await asyncio.to_thread(press_next, store, workshop)
            outcome = (await told(stream, "votes"))["votes"]["outcome"]
            assert [row["count"] for row in outcome["rows"]] == ["12"]

    asyncio.run(watch())


def test_a_screen_that_falls_behind_gets_the_full_state_instead_of_a_backlog() -> None:
    async def fall_behind() -> None:
        subscriber = Subscriber(SCREEN)
        for number in range(MOST_WAITING + 5):
            subscriber.give(b"%d" % number)
        assert subscriber.behind
        assert await subscriber.take() == b""

        sent: list[bytes] = []
        left: list[Subscriber] = []
        stream = EventStream(subscriber, lambda: b"full", left.append)

        async def send(message: Any) -> None:
            sent.append(message.get("body", b""))
            if len(sent) == 3:
                subscriber.end()

        async def receive() -> dict[str, str]:
            await asyncio.sleep(60)
            return {"type": "http.disconnect"}

        subscriber.awake.set()
        await stream({"type": "http"}, receive, send)
        assert sent[2] == b"full"
        assert left == [subscriber]

    asyncio.run(fall_behind())


def test_a_stopping_server_ends_open_streams(store: Store, workshop: Workshop) -> None:
    async def stop() -> None:
        async with running(store) as hub:
            stream = await hub.stream(workshop.code, SCREEN)

            async def receive() -> dict[str, str]:
                await asyncio.sleep(60)
                return {"type": "http.disconnect"}

            async def send(message: object) -> None:
                pass

            sending = asyncio.create_task(stream({"type": "http"}, receive, send))
            await asyncio.sleep(0)
            hub.end_streams()
            async with asyncio.timeout(60):
                await sending
            assert not hub.rooms[workshop.code].subscribers

    asyncio.run(stop())


def test_an_unknown_code_is_refused(store: Store) -> None:
    async def ask() -> None:
        async with running(store) as hub:
            with pytest.raises(Refusal) as refused:
                await hub.picture("ZZZZZZ")
            assert refused.value.status == 404

    asyncio.run(ask())


def test_polling_gets_304_until_the_step_changes(store: Store, workshop: Workshop) -> None:
    first_round(store, workshop)

    async def poll() -> None:
        async with running(store) as hub:

            async def step(request: Request) -> Response:
                return await step_json(request, hub, request.path_params["code"])

            app = Starlette(routes=[Route("/w/{code}/step", step)])
            async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://hall") as phone:
                path = f"/w/{workshop.code}/step"
                first = await phone.get(path)
                assert first.json()["stage"] == "round"
                tag = {"If-None-Match": first.headers["etag"]}
                hub.clock = lambda: NOW + timedelta(seconds=20)
                assert (await phone.get(path, headers=tag)).status_code == 304
                await asyncio.to_thread(press_next, store, workshop)
                again = await phone.get(path, headers=tag)
                assert (again.status_code, again.json()["stage"]) == (200, "moving")

    asyncio.run(poll())


def test_events_are_answered_as_an_event_stream(store: Store, workshop: Workshop) -> None:
    async def ask() -> None:
        async with running(store) as hub:
            stream = await events_response(Request({"type": "http", "method": "GET"}), hub, workshop.code, "phone")
            assert stream.headers["content-type"].startswith("text/event-stream")
            assert stream.headers["cache-control"] == "no-store"

    asyncio.run(ask())
