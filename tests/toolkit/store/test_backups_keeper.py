"""Copies by themselves: when something changed, to two places, and again once a lost place is back."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from toolkit.store import Announcement, Store
from toolkit.store.backup import inspected
from toolkit.store.backups import kept
from toolkit.store.backups_keeper import LATE, Keeper
from toolkit.store.backups_place import Place
from toolkit.store.choices import set_choice


class Clock:
    """Time as the test sets it."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def steady(self) -> float:
        return self.seconds

    def now(self) -> datetime:
        return datetime.fromtimestamp(1_800_000_000 + self.seconds, UTC)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


@pytest.fixture
def keeper(store: Store, tmp_path: Path, stick: Path, clock: Clock) -> Iterator[Keeper]:
    place = Place(stick / "vrtiljak")
    kept = Keeper(store, tmp_path, "abcd", lambda: place, now=clock.now, steady=clock.steady)
    yield kept
    kept.stop()


def change(store: Store, clock: Clock, seconds: float = 60) -> None:
    clock.seconds += seconds
    store.write(set_choice, "a", clock.seconds)


def test_a_round_copies_to_both_places_and_only_when_something_changed(
    keeper: Keeper, store: Store, tmp_path: Path, stick: Path, clock: Clock
) -> None:
    folders = (tmp_path / "backups", stick / "vrtiljak")
    keeper.round()
    assert [len(kept(folder)) for folder in folders] == [1, 1]
    clock.seconds += 60
    assert [one.age(clock.seconds) for one in keeper.round()] == [0, 0]
    assert [len(kept(folder)) for folder in folders] == [1, 1]
    change(store, clock)
    keeper.round()
    newest = [inspected(kept(folder)[0].path) for folder in folders]
    assert [one.rows["choice"] if one else 0 for one in newest] == [1, 1]


def test_a_stick_that_was_pulled_out_is_told_and_served_again_once_it_is_back(
    keeper: Keeper, store: Store, stick: Path, clock: Clock
) -> None:
    keeper.round()
    shutil.rmtree(stick)
    change(store, clock)
    own, lost = keeper.round()
    assert own.problem is None and not keeper.late(own)
    assert "Plug in the stick" in str(lost.problem) and keeper.late(lost)
    stick.mkdir()
    clock.seconds += 60
    assert [one.problem for one in keeper.round()] == [None, None]
    assert kept(stick / "vrtiljak")


def test_a_stick_whose_empty_folder_is_left_is_gone_all_the_same(store: Store, tmp_path: Path) -> None:
    """Known to be a disk of its own, it now is a folder of the laptop's."""
    (tmp_path / "mount").mkdir()
    keeper = Keeper(store, tmp_path, "abcd", lambda: Place(tmp_path / "mount", apart=True))
    assert "is not there" in str(keeper.round()[1].problem)
    assert not list((tmp_path / "mount").iterdir())
    keeper.stop()


def test_nobody_is_warned_while_nothing_changes_and_somebody_once_it_is_late(
    keeper: Keeper, store: Store, clock: Clock
) -> None:
    keeper.round()
    clock.seconds += LATE + 60
    keeper.round()
    assert not any(keeper.late(one) for one in keeper.standings())
    change(store, clock, LATE + 1)
    assert all(keeper.late(one) for one in keeper.standings())


def test_no_copy_at_all_is_late_five_minutes_after_the_start(keeper: Keeper, clock: Clock) -> None:
    assert not keeper.late(keeper.standings()[0])
    clock.seconds = LATE + 1
    assert keeper.late(keeper.standings()[0])


def test_by_hand_a_copy_is_made_even_when_nothing_changed(keeper: Keeper, tmp_path: Path, clock: Clock) -> None:
    keeper.round()
    clock.seconds += 5
    keeper.round(anew=True)
    assert len(kept(tmp_path / "backups")) == 2


def test_the_thread_hears_of_stages_and_its_end_makes_a_last_copy(
    keeper: Keeper, store: Store, tmp_path: Path, clock: Clock
) -> None:
    keeper.start()
    change(store, clock)
    assert len(store.listeners) == 1
    store.listeners[0](Announcement(1, "step"))
    keeper.stop()
    newest = inspected(kept(tmp_path / "backups")[0].path)
    assert newest is not None and newest.rows["choice"] == 1
    assert store.listeners == []
