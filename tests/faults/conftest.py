"""One real program for the faults of this folder, and a small crowd that keeps writing into it."""

import asyncio
from collections.abc import Coroutine, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

import pytest

from tests.bench.crowd import Crowd
from tests.bench.enduring import Found, House, found, house

T = TypeVar("T")
PHONES = 20


@dataclass(frozen=True, slots=True)
class Evening:
    """The program, the crowd in its first round, and the loop that the crowd's connections live in."""

    house: House
    crowd: Crowd
    runner: asyncio.Runner

    def do(self, doing: Coroutine[Any, Any, T]) -> T:
        return self.runner.run(doing)

    def checked(self) -> Found:
        """What is wrong in the database after all that was acknowledged so far."""
        return found(self.house.database, self.crowd.acknowledged)


@pytest.fixture(scope="module")
def evening() -> Iterator[Evening]:
    with house() as kept, asyncio.Runner() as runner:
        crowd = runner.run(Crowd.arrived(kept.server, PHONES))
        yield Evening(kept, crowd, runner)
        runner.run(crowd.leave())
