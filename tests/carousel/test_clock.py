"""The clock keeps only times; what is left follows from now."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from carousel.clock import Clock

START = datetime(2026, 3, 5, 18, 0, tzinfo=UTC)
SECONDS = st.integers(0, 3600)


def at(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


def test_a_clock_runs_down_and_stops_at_nothing() -> None:
    clock = Clock(START, 600)
    assert [clock.left(at(passed)) for passed in (0, 60, 600, 5000)] == [600, 540, 0, 0]


def test_a_clock_that_starts_later_is_full() -> None:
    assert Clock(START, 600).left(at(-30)) == 600


def test_a_pause_takes_nothing_away() -> None:
    clock = Clock(START, 600).pause(at(100))
    assert clock.left(at(400)) == 500
    assert clock.ends(at(400)) is None
    assert clock.resume(at(400)).left(at(450)) == 450
    assert clock.resume(at(400)).ends(at(450)) == at(900)


def test_pausing_twice_is_pausing_once() -> None:
    paused = Clock(START, 600).pause(at(100))
    assert paused.pause(at(200)) == paused


def test_resuming_a_running_clock_changes_nothing() -> None:
    assert Clock(START, 600).resume(at(100)) == Clock(START, 600)


def test_a_longer_clock_has_more_left() -> None:
    assert Clock(START, 600).longer(60).left(at(0)) == 660


@given(SECONDS, SECONDS, st.booleans())
def test_a_shifted_clock_shows_later_what_it_showed_before(passed: int, lost: int, paused: bool) -> None:
    clock = Clock(START, 1800)
    clock = clock.pause(at(passed)) if paused else clock
    assert clock.shifted(lost).left(at(passed + lost)) == clock.left(at(passed))


@given(st.lists(st.integers(0, 300), max_size=8))
def test_only_the_time_between_pauses_counts(spans: list[int]) -> None:
    clock, passed, counted = Clock(START, 3600), 0, 0
    for number, span in enumerate(spans):
        clock = clock.resume(at(passed)) if number % 2 == 0 else clock.pause(at(passed))
        passed += span
        counted += span if number % 2 == 0 else 0
    assert clock.left(at(passed)) == 3600 - counted
