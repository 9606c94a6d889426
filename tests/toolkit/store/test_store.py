"""Nothing acknowledged is lost, and nothing refused leaves a trace."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from carousel.refusal import Refusal
from toolkit.store import Announcement, Store, Transaction
from toolkit.store.choices import choice, set_choice


def keep(tx: Transaction, name: str, value: int) -> int:
    set_choice(tx, name, value)
    return value


def keep_then_refuse(tx: Transaction, name: str) -> None:
    set_choice(tx, name, 1)
    raise Refusal("No.")


def test_a_refused_act_leaves_nothing_behind_and_its_neighbours_are_kept(store: Store) -> None:
    def act(number: int) -> None:
        if number % 3:
            store.write(keep, f"n{number}", number)
        else:
            with pytest.raises(Refusal):
                store.write(keep_then_refuse, f"n{number}")

    with ThreadPoolExecutor(20) as people:
        list(people.map(act, range(200)))
    assert [store.read(choice, f"n{number}") for number in range(200)] == [
        number if number % 3 else None for number in range(200)
    ]


def test_an_act_that_breaks_does_not_take_the_others_down(store: Store) -> None:
    def divide(tx: Transaction) -> float:
        return 1 / 0

    futures = [store.submit(divide if number == 5 else lambda tx: keep(tx, "a", 1)) for number in range(10)]
    problems = [future.exception() for future in futures]
    assert [type(problem) for problem in problems if problem] == [ZeroDivisionError]


def test_news_goes_out_after_the_commit_and_only_then(store: Store) -> None:
    heard: list[tuple[Announcement, object]] = []
    store.listeners.append(lambda news: heard.append((news, store.read(choice, "a"))))

    def announce(tx: Transaction) -> None:
        set_choice(tx, "a", 1)
        tx.announce(1, "note", 7)

    def announce_then_refuse(tx: Transaction) -> None:
        tx.announce(1, "note", 8)
        raise Refusal("No.")

    store.write(announce)
    with pytest.raises(Refusal):
        store.write(announce_then_refuse)
    store.write(keep, "b", 1)
    assert heard == [(Announcement(1, "note", 7), 1)]


def test_what_was_written_is_there_after_opening_anew(tmp_path: Path) -> None:
    url = f"sqlite:///{(tmp_path / 'kept.sqlite').as_posix()}"
    first = Store(url)
    first.write(keep, "a", 1)
    first.close()
    again = Store(url)
    assert again.read(choice, "a") == 1 and again.schema > "0003"
    again.close()


def test_a_reader_cannot_write(store: Store) -> None:
    from sqlalchemy.exc import OperationalError

    def sneak(tx: Transaction) -> None:
        set_choice(tx, "a", 1)
        tx.flush()

    with pytest.raises(OperationalError):
        store.read(sneak)


def test_a_foreign_lock_is_refused_with_503_and_the_store_recovers(tmp_path: Path) -> None:
    import sqlite3

    url = f"sqlite:///{(tmp_path / 'locked.sqlite').as_posix()}"
    store = Store(url)
    foreign = sqlite3.connect(tmp_path / "locked.sqlite", isolation_level=None)
    foreign.execute("BEGIN IMMEDIATE")
    with pytest.raises(Refusal) as refused:
        store.write(keep, "a", 1)
    assert refused.value.status == 503
    foreign.execute("COMMIT")
    foreign.close()
    assert store.write(keep, "a", 2) == 2
    store.close()


def test_the_tables_and_the_migrations_agree(store: Store) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext
    from sqlmodel import SQLModel

    with store.engine.connect() as connection:
        found = compare_metadata(MigrationContext.configure(connection), SQLModel.metadata)
    assert found == []
