"""A database of another program version, and settings that the disk must hold to."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text

from carousel.refusal import Refusal
from toolkit.store import Store, Transaction


def test_a_database_of_a_newer_program_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "newer.sqlite"
    Store(f"sqlite:///{path.as_posix()}").close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(Refusal) as refused:
        Store(f"sqlite:///{path.as_posix()}")
    assert refused.value.status == 503
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("9999",)
    connection.close()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("secure_delete", 1), ("trusted_schema", 0)],
)
def test_the_writer_is_set_up_so_that_a_commit_is_on_the_disk(store: Store, pragma: str, value: object) -> None:
    def ask(tx: Transaction) -> object:
        return tx.connection().execute(text(f"PRAGMA {pragma}")).scalar()

    assert store.write(ask) == value
