"""A store of every release comes up to date with all it holds, after a copy; what fails half-way changes nothing."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from tests.toolkit.store.releases import REVISIONS, contents, released, rows
from toolkit.store import Store, engine, programme
from toolkit.store.backup import inspected
from toolkit.store.backups import kept
from toolkit.store.evening import evening
from toolkit.store.workshops import moves, situation_of

HEAD = max(path.stem.partition("_")[0] for path in (engine.MIGRATIONS / "versions").glob("[0-9]*.py"))


@pytest.mark.parametrize("revision", REVISIONS)
def test_every_release_comes_up_to_date_with_every_row(revision: str, tmp_path: Path) -> None:
    path = tmp_path / "vrtiljak.sqlite"
    before, text = released(revision, path), contents(path)
    assert all(before.values()), "each table of the release holds something"
    store = Store(f"sqlite:///{path.as_posix()}")
    try:
        assert store.schema == HEAD
        first, second = sorted(store.read(programme.workshops), key=lambda one: one.workshop.id)
        held = store.read(evening, first.workshop.id)
        assert {note.text for note in held.notes} >= {"Prostor za druženje 1", "Soba za mlade"}
        assert len(held.votes) == before["ballot"] and first.stage == "thanks" and second.stage == "checkin"
        assert len(store.read(moves, first.workshop.id)) + 1 == before["move"]
        assert store.read(situation_of, second.workshop.id).people == 2
    finally:
        store.close()
    after = rows(path)
    assert {name: after[name] for name in before} == before
    kept_text = contents(path)
    for table, lines in text.items():
        for column in set(lines[0]) & set(kept_text[table][0]) - {"role", "version_num"}:
            assert sorted(map(str, (line[column] for line in lines))) == sorted(
                map(str, (line[column] for line in kept_text[table]))
            ), f"{table}.{column}"


@pytest.mark.parametrize("revision", REVISIONS)
def test_whoever_was_a_mentor_owns_the_programme_now(revision: str, tmp_path: Path) -> None:
    path = tmp_path / "vrtiljak.sqlite"
    released(revision, path)
    Store(f"sqlite:///{path.as_posix()}").close()
    with closing(sqlite3.connect(path)) as store:
        asked = "SELECT name, role FROM staff JOIN member ON staff.id = member.staff_id ORDER BY name"
        assert store.execute(asked).fetchall() == [("Mentorica", "owner"), ("Povezovalec", "facilitator")]
        assert store.execute("SELECT count(*) FROM staff_session WHERE role = 'mentor'").fetchone() == (0,)


def test_a_copy_is_made_first_and_is_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "vrtiljak.sqlite"
    before = released(REVISIONS[0], path)
    Store(f"sqlite:///{path.as_posix()}").close()
    (copy,) = kept(tmp_path / "backups")
    found = inspected(copy.path)
    assert copy.kind == f"before-{HEAD}" and found is not None
    assert found.schema == REVISIONS[0] and found.rows == before


def test_a_new_store_has_nothing_to_copy(tmp_path: Path) -> None:
    Store(f"sqlite:///{(tmp_path / 'vrtiljak.sqlite').as_posix()}").close()
    assert not (tmp_path / "backups").exists()


@pytest.mark.parametrize("revision", REVISIONS)
def test_a_change_that_fails_half_way_leaves_the_store_as_it_was(revision: str, tmp_path: Path) -> None:
    """What it needs last is missing: the tables that were changed by then are as before."""
    path = tmp_path / "vrtiljak.sqlite"
    released(revision, path)
    with closing(sqlite3.connect(path)) as store:
        store.executescript("CREATE VIEW tombstone AS SELECT 1")  # in the way of the last table
    before = _dump(path)
    with pytest.raises(OperationalError):
        Store(f"sqlite:///{path.as_posix()}")
    assert _dump(path) == before
    with closing(sqlite3.connect(path)) as store:
        store.execute("DROP VIEW tombstone")
    opened = Store(f"sqlite:///{path.as_posix()}")
    assert opened.schema == HEAD
    opened.close()


def test_a_power_cut_in_the_middle_of_a_change_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "vrtiljak.sqlite"
    released(REVISIONS[0], path)
    before = _dump(path)
    writer = engine.writing_engine(f"sqlite:///{path.as_posix()}")
    connection: Connection = writer.connect()
    connection.begin()
    connection.exec_driver_sql("ALTER TABLE staff DROP COLUMN role")
    connection.exec_driver_sql("DROP TABLE tick")
    connection.invalidate()  # the connection is gone before its COMMIT
    writer.dispose()
    assert _dump(path) == before


def _dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as store:
        return list(store.iterdump())
