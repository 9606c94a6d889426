"""A copy is made while people write, checked before it is called one, and refused in words when it cannot be."""

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from carousel.refusal import Refusal
from toolkit.store import Store, Transaction, backup
from toolkit.store.backup import copy_checked, counts, inspected
from toolkit.store.choices import set_choice


def both(tx: Transaction, number: int) -> None:
    for side in "ab":
        set_choice(tx, f"{side}{number}", number)


def fill(store: Store, rows: int, size: int = 1000) -> None:
    for number in range(rows):
        store.write(set_choice, f"n{number}", "x" * size)


def test_a_copy_holds_every_row_and_is_one_file_of_its_own(store: Store, tmp_path: Path) -> None:
    fill(store, 20)
    made = copy_checked(store.url, tmp_path / "copy.sqlite")
    assert made.rows["choice"] == 20 and made.schema == store.schema and made.bytes == made.path.stat().st_size
    assert sorted(path.name for path in tmp_path.glob("copy*")) == ["copy.sqlite"]
    with closing(sqlite3.connect(made.path)) as copy:
        assert copy.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_a_copy_made_while_people_write_is_a_picture_of_one_moment(store: Store, tmp_path: Path) -> None:
    """Each act writes two rows; in a copy there are never more of one kind than of the other."""
    fill(store, 300, 10_000)  # several pieces
    stop = threading.Event()

    def write() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            store.write(both, number)

    writer = threading.Thread(target=write)
    writer.start()
    made = [copy_checked(store.url, tmp_path / f"copy {n}.sqlite") for n in range(5)]
    stop.set()
    writer.join()
    sides = "SELECT sum(name GLOB 'a*'), sum(name GLOB 'b*') FROM choice"
    for one in made:
        with closing(sqlite3.connect(one.path)) as copy:
            left, right = copy.execute(sides).fetchone()
            assert left == right
    assert made[-1].rows["choice"] > made[0].rows["choice"]


def test_a_damaged_copy_is_no_copy(store: Store, tmp_path: Path) -> None:
    fill(store, 50)
    path = copy_checked(store.url, tmp_path / "copy.sqlite").path
    with path.open("rb+") as file:
        file.seek(8192)
        file.write(b"\xff" * 4096)
    assert inspected(path) is None


@pytest.mark.parametrize("content", [b"", b"not a database at all", b"SQLite format 3\x00" + b"\x00" * 4096])
def test_something_else_is_no_copy(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.sqlite"
    path.write_bytes(content)
    assert inspected(path) is None


def test_a_place_that_is_gone_is_told_with_what_to_do(store: Store, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="is not there"):
        copy_checked(store.url, tmp_path / "stick" / "copy.sqlite")


def test_a_full_place_is_told_before_anything_is_written(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "ROOM", 1 << 60)
    with pytest.raises(Refusal, match="There is no room"):
        copy_checked(store.url, tmp_path / "copy.sqlite")
    assert not list(tmp_path.glob("copy*"))


def test_another_database_is_told_its_own_command(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="pg_dump"):
        copy_checked("postgresql://localhost/vrtiljak", tmp_path / "copy.sqlite")


def test_a_copy_can_be_copied_on(store: Store, tmp_path: Path) -> None:
    fill(store, 5)
    first = copy_checked(store.url, tmp_path / "first.sqlite")
    second = copy_checked(f"sqlite:///{first.path.as_posix()}", tmp_path / "second.sqlite")
    assert second.rows == first.rows
    with closing(sqlite3.connect(second.path)) as copy:
        assert counts(copy) == first.rows
