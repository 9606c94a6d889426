"""The same acts on a real PostgreSQL."""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import create_engine

from carousel.refusal import Refusal
from carousel.stage import Stage
from carousel.workshop import Evening
from tests.bench.postgresql import Cluster, cluster
from tests.evening_hall import new_hall
from tests.toolkit.store.releases import REVISIONS, released, released_on_postgresql
from toolkit.acts.demo import play_demo
from toolkit.store import Store, programme
from toolkit.store.evening import evening
from toolkit.store.staff import staff_named


@pytest.fixture(scope="module")
def server() -> Iterator[Cluster]:
    """A PostgreSQL server of our own, without root."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("XDG_RUNTIME_DIR", os.environ.get("XDG_RUNTIME_DIR", ""))  # put back afterwards
        with cluster() as found:
            yield found


@pytest.fixture(scope="module")
def address(server: Cluster) -> str:
    return server.url


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


def apart(one: Evening, other: Evening) -> set[str]:
    """In what two evenings differ, whatever the order in which their databases hand rows out."""
    pairs = {part.name: (getattr(one, part.name), getattr(other, part.name)) for part in fields(one)}
    return {name for name, (left, right) in pairs.items() if left != right and told(left) != told(right)}


def told(values: object) -> object:
    return sorted(map(str, values)) if isinstance(values, tuple) else values


@pytest.mark.parametrize("revision", REVISIONS)
def test_every_release_comes_up_to_date_on_postgresql(address: str, tmp_path: Path, revision: str) -> None:
    """In a database of its own; what an evening holds is the same as in SQLite."""
    engine = create_engine(address.replace("postgresql://", "postgresql+psycopg://", 1), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE released_{revision}")
    engine.dispose()
    place, sqlite = address.replace("/postgres?", f"/released_{revision}?"), tmp_path / "vrtiljak.sqlite"
    released(revision, sqlite)
    released_on_postgresql(revision, place, sqlite)
    stores = Store(place), Store(f"sqlite:///{sqlite.as_posix()}")
    try:
        assert stores[0].schema == stores[1].schema
        for each in stores[1].read(programme.workshops):
            left, right = (one.read(evening, each.workshop.id) for one in stores)
            assert apart(left, right) == set()
        assert stores[0].read(staff_named, "Mentorica") is not None
    finally:
        for one in stores:
            one.close()


def test_a_crash_of_postgresql_is_refused_meanwhile_and_nothing_kept_is_lost(
    postgresql: Store, server: Cluster
) -> None:  # fmt: skip
    hall = new_hall(postgresql, "Po izpadu")
    hall.rng = Random("other slips than those of the tests before")
    hall.press()
    hall.arrive(12)
    hall.go_to(Stage.ROUND, 0)
    hall.write(hall.people[0], "Pred izpadom")
    server.stop()
    with pytest.raises(Refusal) as unkept:
        hall.write(hall.people[1], "Med izpadom")
    with pytest.raises(Refusal) as unread:
        postgresql.read(evening, hall.workshop.id)
    assert unkept.value.status == unread.value.status == 503
    server.start()
    hall.write(hall.people[1], "Med izpadom")
    server.crash()
    with suppress(Refusal):  # its connection is found to be dead at once, or at the first act
        hall.write(hall.people[2], "Po izpadu")
    hall.write(hall.people[2], "Po izpadu")
    assert sorted(note.text for note in hall.notes) == ["Med izpadom", "Po izpadu", "Pred izpadom"]
