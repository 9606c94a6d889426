"""The table of the clock, overruns and the break."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carousel.refusal import Refusal
from carousel.schedule import break_after, circle_seconds, extend, round_seconds


@pytest.mark.parametrize(
    ("minutes", "rounds", "expected"),
    [
        (75, 5, (20, 15.5, 13, 11, 9.5)),
        (60, 5, (15.5, 12, 10.5, 8.5, 7.5)),
        (45, 3, (17, 13.5, 11.5)),
    ],
)
def test_the_table_of_the_clock(minutes: int, rounds: int, expected: tuple[float, ...]) -> None:
    assert tuple(seconds / 60 for seconds in round_seconds(minutes * 60, rounds)) == expected


def test_five_rounds_in_half_an_hour_are_refused() -> None:
    with pytest.raises(Refusal, match="Merge stations"):
        round_seconds(30 * 60, 5)


def test_stairs_and_older_people_need_more_time() -> None:
    assert round_seconds(60 * 60, 5, move=150, floor=360)[-1] == 420
    with pytest.raises(Refusal):
        round_seconds(50 * 60, 5, move=150, floor=360)


@given(st.integers(0, 4 * 3600), st.integers(1, 7), st.sampled_from([90, 150]), st.sampled_from([300, 360]))
def test_rounds_and_moves_fill_the_time_exactly(total: int, rounds: int, move: int, floor: int) -> None:
    try:
        lengths = round_seconds(total, rounds, move=move, floor=floor)
    except Refusal:
        return
    assert sum(lengths) + (rounds - 1) * move == total
    assert list(lengths) == sorted(lengths, reverse=True)
    assert min(lengths) >= floor


def test_a_circle_talks_seven_minutes_about_each_question() -> None:
    assert circle_seconds(5) == (35 * 60,)


@pytest.mark.parametrize(("rounds", "minutes", "place"), [(5, 90, 2), (3, 90, 1), (2, 90, 1), (1, 90, None)])
def test_a_long_carousel_breaks_in_the_middle(rounds: int, minutes: int, place: int | None) -> None:
    assert break_after(rounds, minutes * 60) == place


def test_seventy_five_minutes_need_no_break() -> None:
    assert break_after(5, 75 * 60) is None


def test_an_extra_minute_is_taken_from_the_later_rounds_by_weight() -> None:
    before = round_seconds(75 * 60, 5)
    after = extend(before, 1)
    assert [new - old for new, old in zip(after, before, strict=True)] == [0, 60, -23, -20, -17]


@given(st.integers(2, 7), st.data())
def test_an_extra_minute_keeps_the_whole(rounds: int, data: st.DataObject) -> None:
    before = round_seconds(3 * 3600, rounds)
    after = extend(before, data.draw(st.integers(0, rounds - 2)))
    assert sum(after) == sum(before)


def test_a_round_never_falls_below_the_floor() -> None:
    with pytest.raises(Refusal, match="Drop the last round"):
        extend((600, 400, 310), 1, floor=300)


def test_the_last_round_has_nothing_to_take_from() -> None:
    with pytest.raises(Refusal):
        extend((600, 400, 310), 2)
