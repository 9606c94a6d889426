"""A rehearsing resident looks again as long as the page is older than the step, and waits while they are the same."""

import asyncio
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from random import Random

import httpx
import pytest

from toolkit.rehearse.resident import Resident

LOOKS, STEP = 5, 7


class Enough(Exception):
    """The resident has asked for the step so often that he is taken to wait."""


@contextmanager
def resident(page: int) -> Iterator[tuple[Resident, Counter[int]]]:
    """Somebody with the page of a step in front of him, and the answers he gets to his questions for the step."""
    answers = Counter[int]()

    def step(asked: httpx.Request) -> httpx.Response:
        answered = 304 if asked.headers.get("If-None-Match") == '"it"' else 200
        answers[answered] += 1
        if answers.total() >= LOOKS:
            raise Enough
        return httpx.Response(answered, json={"version": STEP}, headers={"ETag": '"it"'})

    client = httpx.AsyncClient(base_url="http://here", transport=httpx.MockTransport(step))
    one = Resident(client, "ABCDEF", Random(1), "sl", 1000)
    one.version = str(page)
    yield one, answers


def test_a_resident_waits_on_the_page_of_the_step() -> None:
    with resident(STEP) as (one, answers), pytest.raises(Enough):
        asyncio.run(one.wait_for_step())
    assert answers == {200: 1, 304: LOOKS - 1}


def test_a_page_of_before_is_asked_for_again_although_the_step_is_known_already() -> None:
    async def twice() -> None:
        await one.wait_for_step()
        await one.wait_for_step()

    with resident(STEP - 1) as (one, answers):
        asyncio.run(twice())
    assert answers == {200: 1, 304: 1}
