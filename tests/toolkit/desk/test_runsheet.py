"""The run-sheet: what is done, what is now, and what the primary button says."""

from dataclasses import replace
from datetime import UTC, datetime

from carousel.stage import Stage, Step, Verb, advance, start
from toolkit.desk.runsheet import clock_text, lines, next_label, undo_label
from toolkit.i18n import translator

NOW = datetime(2026, 11, 26, 17, 0, tzinfo=UTC)
ENGLISH = translator("en")


def in_round_two() -> Step:
    step = start((1200, 930, 780))
    for _ in range(6):
        step = advance(step, Verb.NEXT, NOW)
    return step


def test_a_prepared_evening_begins_with_opening_check_in() -> None:
    assert next_label(ENGLISH, start((1200, 930, 780)), NOW) == "Open check-in"


def test_from_a_round_people_walk_to_the_next() -> None:
    assert in_round_two().stage is Stage.ROUND
    assert next_label(ENGLISH, in_round_two(), NOW) == "Walk on to round 3"


def test_earlier_steps_are_done_and_one_is_now() -> None:
    shown = lines(in_round_two())
    assert [line.state for line in shown].count("now") == 1
    now = next(line for line in shown if line.state == "now")
    assert (now.stage, now.round, now.minutes) == (Stage.ROUND, 1, 15.5)


def test_the_last_step_has_no_next_one() -> None:
    assert next_label(ENGLISH, Step(stage=Stage.THANKS), NOW) is None


def test_a_dropped_round_brings_the_gallery_into_the_run_sheet() -> None:
    shorter = advance(in_round_two(), Verb.DROP, NOW)
    assert Stage.GALLERY in [line.stage for line in lines(shorter)]


def test_a_break_stands_before_its_round_until_it_was_taken() -> None:
    step = replace(in_round_two(), break_at=2)
    stages = [line.stage for line in lines(step)]
    assert stages.index(Stage.BREAK) < len(stages) - 1 - stages[::-1].index(Stage.ROUND)


def test_an_open_house_has_two_lines() -> None:
    assert [line.stage for line in lines(Step(stage=Stage.OPEN))] == [Stage.OPEN, Stage.THANKS]


def test_undo_says_what_it_takes_back() -> None:
    assert undo_label(ENGLISH, "next", in_round_two()) == "back to: Round 2"


def test_the_clock_shows_minutes_and_seconds() -> None:
    assert [clock_text(seconds) for seconds in (0, 59.2, 522, 3600)] == ["0:00", "1:00", "8:42", "60:00"]
