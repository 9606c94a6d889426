"""Which copies stay: an evening minute by minute, a day hour by hour, two weeks day by day, and always the newest."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as some

from toolkit.store.backup import KEPT_DAYS
from toolkit.store.backups import Kept, kept, mark_of, name_of, spare, tidy

NOW = datetime(2026, 11, 26, 20, 0, tzinfo=UTC)


def copies(*ages: timedelta, kind: str = "vrtiljak") -> list[Kept]:
    return [Kept(Path(f"{number}"), kind, "abcd", NOW - age) for number, age in enumerate(ages)]


def left(made: list[Kept]) -> list[Kept]:
    gone = spare(made, NOW)
    return [one for one in made if one not in gone]


def test_a_name_tells_kind_store_and_time(tmp_path: Path) -> None:
    for kind in ("vrtiljak", "before-0004"):
        (tmp_path / name_of(NOW, mark_of("secret"), kind)).touch()
    (tmp_path / "holiday.sqlite").touch()
    (tmp_path / "vrtiljak-abcd-20261399-999999.sqlite").touch()
    assert {(one.kind, one.mark, one.made) for one in kept(tmp_path)} == {
        ("vrtiljak", mark_of("secret"), NOW), ("before-0004", mark_of("secret"), NOW),
    }  # fmt: skip
    assert kept(tmp_path, "0000") == ()


def test_an_evening_is_kept_minute_by_minute_and_a_day_hour_by_hour() -> None:
    made = copies(*(timedelta(minutes=minute) for minute in range(24 * 60)))
    stay = left(made)
    assert stay[:60] == made[:60]
    assert len(stay) == 60 + 23
    assert max(later.made - earlier.made for later, earlier in pairwise(stay)) <= timedelta(hours=2)


def test_two_weeks_are_kept_day_by_day() -> None:
    stay = left(copies(*(timedelta(hours=hour) for hour in range(0, 24 * 30, 3))))
    assert {(NOW - one.made).days for one in stay} == set(range(KEPT_DAYS + 1)) - {KEPT_DAYS} | {
        (NOW - one.made).days for one in stay if NOW - one.made == timedelta(days=KEPT_DAYS)
    }
    assert all(NOW - one.made <= timedelta(days=KEPT_DAYS) for one in stay)


def test_the_last_one_stays_however_old_it_is() -> None:
    made = copies(timedelta(days=400), timedelta(days=401))
    assert left(made) == made[:1]


def test_what_was_kept_aside_before_a_change_stays_for_two_weeks() -> None:
    newest = copies(timedelta())
    aside = copies(timedelta(days=13), timedelta(days=15), kind="before-restore")
    assert left(newest + aside) == [*newest, aside[0]]


@given(some.lists(some.integers(-60 * 24 * 3, 60 * 24 * 60), min_size=1, max_size=200, unique=True))
@settings(max_examples=60)
def test_whatever_the_clock_did_the_newest_stays_and_nothing_stays_too_long(minutes: list[int]) -> None:
    made = copies(*(timedelta(minutes=minute) for minute in minutes))
    stay = left(made)
    assert max(made, key=lambda one: one.made) in stay
    assert len(stay) <= 60 + 24 + KEPT_DAYS + 8
    assert sum(NOW - one.made > timedelta(days=KEPT_DAYS) for one in stay) <= 1


def test_tidying_touches_own_copies_only_and_few_at_a_time(tmp_path: Path) -> None:
    for days in range(20, 30):
        for mark in ("aaaa", "bbbb"):
            (tmp_path / name_of(NOW - timedelta(days=days), mark)).touch()
    (tmp_path / "holiday.sqlite").touch()
    assert tidy(tmp_path, "aaaa", NOW) == 2
    assert len(kept(tmp_path, "aaaa")) == 8 and len(kept(tmp_path, "bbbb")) == 10
    assert (tmp_path / "holiday.sqlite").exists()
