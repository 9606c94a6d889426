"""Faults while people write: the short form of `bench kills`, `locked`, `full_disk`, `keys`, `sleeping`, `next_pairs`.

One evening goes through all of them, in this order. How soon is measured there, on a machine that does nothing else:
the figures are in tests/bench/results/trust.md.
"""

import asyncio
from contextlib import AbstractContextManager
from random import Random

import pytest

from tests.bench.enduring import Found
from tests.bench.full_disk import nothing_grows
from tests.bench.keys import WAYS, kept, other_words, threads, tried
from tests.bench.kills import killed
from tests.bench.locked import held
from tests.bench.next_pairs import beside, one_pair
from tests.bench.refusing import Page, clear, page_without_script
from tests.bench.sleeping import lid_closed, opened
from tests.faults.conftest import Evening

PAUSE = 0.5
FAULTLESS = Found(lost=0, twice=0, integrity="ok")


async def refused_for_a_while(evening: Evening, fault: AbstractContextManager[None]) -> tuple[Page, int, int]:
    """What a phone without JavaScript was told meanwhile, how many others were refused, how many of them clearly."""
    evening.crowd.refusals.clear()
    async with evening.crowd.writing(PAUSE):
        with fault:
            page = await page_without_script(evening.crowd)
        before = len(evening.crowd.acknowledged)
        while len(evening.crowd.acknowledged) == before:
            await asyncio.sleep(0.02)
    return page, len(evening.crowd.refusals), clear(evening.crowd)


def test_a_foreign_lock_is_refused_clearly_and_the_queue_drains(evening: Evening) -> None:
    page, refused, clearly = evening.do(refused_for_a_while(evening, held(evening.house.database)))
    assert (page.status, page.clear) == (503, True)
    assert refused == clearly and evening.checked() == FAULTLESS


def test_a_full_disk_is_refused_clearly_and_the_program_goes_on_by_itself(evening: Evening) -> None:
    pytest.importorskip("resource")
    page, refused, clearly = evening.do(refused_for_a_while(evening, nothing_grows(evening.house)))
    assert (page.status, page.clear) == (503, True)
    assert refused == clearly and evening.checked() == FAULTLESS


def test_the_same_sending_is_kept_once_however_it_comes(evening: Evening) -> None:
    phone = evening.crowd.phones[0]
    assert set(threads(phone, 10, 4)) == {200}
    assert evening.do(other_words(phone, 10)) == 10
    assert kept(evening.house.database, "key ", "Words of ") == (10, 10)
    assert set(evening.do(tried(list(evening.crowd.phones), 2 * len(WAYS))).values()) == {0}
    assert kept(evening.house.database, "try ", "One of ") == (2 * len(WAYS), 2 * len(WAYS))


def test_a_projector_that_slept_is_right_again_untouched(evening: Evening) -> None:
    async def slept() -> float:
        async with opened(evening.house, evening.crowd) as hall:
            await hall.until_shown(*await hall.goes_on(0))
            return await lid_closed(hall, 1, minutes=30)

    assert evening.do(slept()) < 60


def test_of_two_who_press_next_one_is_told(evening: Evening) -> None:
    async def pairs() -> list[str]:
        second = beside(evening.crowd.remote)
        async with second.wire:
            return [await one_pair((evening.crowd.remote, second)) for _ in range(3)]

    assert evening.do(pairs()) == ["one step"] * 3


def test_kill_9_loses_nothing_that_was_acknowledged(evening: Evening) -> None:
    async def once() -> None:
        async with evening.crowd.writing(PAUSE):
            await killed(evening.house, evening.crowd, Random(1))

    before = len(evening.crowd.acknowledged)
    evening.do(once())
    assert len(evening.crowd.acknowledged) > before + 10 and evening.checked() == FAULTLESS
