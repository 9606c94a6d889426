"""The evening from the door to the thanks: legal moves, illegal moves, and undoing."""

import json
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carousel.refusal import Refusal
from carousel.schedule import circle_seconds, round_seconds
from carousel.stage import (
    MOVES,
    Stage,
    Step,
    Verb,
    advance,
    from_dict,
    legal,
    opening_step,
    planned,
    start,
    to_dict,
    undone,
)
from carousel.workshop import Format

START = datetime(2026, 3, 5, 18, 0, tzinfo=UTC)
LENGTHS = round_seconds(75 * 60, 5)
VERBS = st.sampled_from([*Verb, Verb.NEXT, Verb.NEXT, Verb.NEXT])


def at(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


def evening(lengths: tuple[int, ...] = LENGTHS, total: int = 75 * 60) -> Step:
    return start(lengths, 90, 300, total)


def after(step: Step, *verbs: Verb) -> Step:
    for verb in verbs:
        step = advance(step, verb, START)
    return step


def until(step: Step, stage: Stage, round: int | None = None) -> Step:
    while (step.stage, step.round) != (stage, round):
        step = advance(step, Verb.NEXT, START)
    return step


def stages(step: Step) -> Iterable[str]:
    yield step.stage
    while legal(step):
        step = advance(step, Verb.NEXT, START)
        yield step.stage


def test_an_evening_runs_from_the_door_to_the_thanks() -> None:
    assert " ".join(stages(evening(LENGTHS[:3]))) == (
        "prepared checkin opening groups round moving round moving round harvest vote interest closing raffle thanks"
    )


def test_a_circle_has_one_round() -> None:
    assert " ".join(stages(evening(circle_seconds(5)))).startswith("prepared checkin opening groups round harvest")


def test_an_open_house_ends_with_thanks() -> None:
    assert list(stages(opening_step(Format.OPEN_HOUSE))) == ["open", "thanks"]


def test_a_carousel_starts_prepared() -> None:
    assert opening_step(Format.CAROUSEL) == Step()


@pytest.mark.parametrize(
    ("stage", "round", "seconds"),
    [
        (Stage.ROUND, 0, 1200),
        (Stage.MOVING, 1, 90),
        (Stage.ROUND, 4, 570),
        (Stage.HARVEST, None, 1020),
        (Stage.VOTE, None, 480),
        (Stage.CLOSING, None, 600),
    ],
)
def test_each_timed_stage_starts_its_clock(stage: Stage, round: int | None, seconds: int) -> None:
    clock = until(evening(), stage, round).clock
    assert clock is not None
    assert clock.left(START) == seconds


@pytest.mark.parametrize("stage", [Stage.PREPARED, Stage.OPENING, Stage.GROUPS, Stage.INTEREST, Stage.RAFFLE])
def test_other_stages_have_no_clock(stage: Stage) -> None:
    assert until(evening(), stage).clock is None


def test_rounds_need_groups() -> None:
    with pytest.raises(Refusal, match="Form the groups") as refused:
        advance(until(start(), Stage.GROUPS), Verb.NEXT, START)
    assert refused.value.status == 409


def test_the_plan_may_change_until_the_first_round() -> None:
    step = planned(until(start(), Stage.GROUPS), LENGTHS, move_seconds=150, floor=360, total=90 * 60)
    assert (step.stage, step.lengths, step.move_seconds, step.floor, step.break_at) == ("groups", LENGTHS, 150, 360, 2)
    with pytest.raises(Refusal):
        planned(after(step, Verb.NEXT), LENGTHS[:3], move_seconds=90, floor=300, total=0)


def test_a_paused_clock_can_only_be_resumed() -> None:
    step = after(until(evening(), Stage.ROUND, 1), Verb.PAUSE)
    assert Verb.RESUME in legal(step)
    assert Verb.PAUSE not in legal(step)
    assert Verb.RESUME not in legal(after(step, Verb.RESUME))


def test_a_round_is_extended_once_and_an_evening_twice() -> None:
    step = after(until(evening(), Stage.ROUND, 0), Verb.EXTEND)
    assert step.clock is not None
    assert step.clock.left(START) == 1260
    assert Verb.EXTEND not in legal(step)
    step = after(until(step, Stage.ROUND, 1), Verb.EXTEND)
    assert step.extended == (0, 1)
    assert Verb.EXTEND not in legal(until(step, Stage.ROUND, 2))


def test_an_extension_below_the_floor_asks_to_drop_the_last_round() -> None:
    step = until(evening((600, 310, 310)), Stage.ROUND, 0)
    with pytest.raises(Refusal, match="Drop the last round") as refused:
        advance(step, Verb.EXTEND, START)
    assert refused.value.status == 409


def test_a_gallery_follows_when_the_last_round_is_dropped() -> None:
    step = after(until(evening(), Stage.ROUND, 3), Verb.DROP)
    assert (step.stage, step.round, step.last) == (Stage.ROUND, 3, 3)
    gallery = after(step, Verb.NEXT)
    assert gallery.stage is Stage.GALLERY
    assert gallery.clock is not None
    assert gallery.clock.left(START) == 480
    assert after(gallery, Verb.NEXT).stage is Stage.HARVEST


def test_the_last_round_can_be_dropped_on_the_way_to_it() -> None:
    assert after(until(evening(), Stage.MOVING, 4), Verb.DROP).stage is Stage.GALLERY


def test_a_round_that_has_begun_is_not_dropped() -> None:
    assert Verb.DROP not in legal(until(evening(), Stage.ROUND, 4))


def test_the_break_has_its_place_in_the_middle() -> None:
    places = [round for round in range(1, 5) if Verb.BREAK in legal(until(evening(), Stage.MOVING, round))]
    assert places == [2]
    assert evening().break_at is None
    assert evening(total=90 * 60).break_at == 2


def test_after_the_break_people_walk_on() -> None:
    step = after(until(evening(), Stage.MOVING, 2), Verb.BREAK)
    assert step.clock is not None
    assert step.clock.left(START) == 600
    step = after(step, Verb.NEXT)
    assert (step.stage, step.round) == (Stage.MOVING, 2)
    assert Verb.BREAK not in legal(step)


def test_thanks_is_final() -> None:
    assert legal(until(evening(), Stage.THANKS)) == ()


def test_every_stage_has_its_row_in_the_table() -> None:
    assert set(MOVES) == set(Stage)


def test_undoing_gives_the_lost_time_back() -> None:
    before = until(evening(), Stage.ROUND, 0)
    back = undone(before, moved_at=at(300), now=at(420))
    assert back.clock is not None
    assert back.clock.left(at(420)) == 900


def test_undoing_at_the_door_needs_no_clock() -> None:
    assert undone(Step(), START, at(60)) == Step()


@st.composite
def walks(draw: st.DrawFn) -> Step:
    """An evening somewhere on its way, after moves that were refused or not."""
    total = draw(st.sampled_from([75, 90, 120])) * 60
    step, passed = evening(round_seconds(total, draw(st.integers(1, 7))), total), 0.0
    for verb in draw(st.lists(VERBS, max_size=40)):
        passed += draw(st.floats(0, 900))
        if verb in legal(step):
            step = advance(step, verb, at(passed))
    return step


@given(walks(), st.sampled_from(Verb))
def test_what_is_not_legal_is_refused_and_what_is_legal_is_not(step: Step, verb: Verb) -> None:
    try:
        advance(step, verb, at(36_000))
    except Refusal as refused:
        assert refused.status == 409
        assert verb not in legal(step) or verb is Verb.EXTEND
    else:
        assert verb in legal(step)


@given(walks())
def test_rounds_stay_within_the_plan_and_above_the_floor(step: Step) -> None:
    assert (step.round is not None) == (step.stage in (Stage.ROUND, Stage.MOVING, Stage.BREAK))
    assert step.current <= step.last
    assert min(step.lengths) >= step.floor
    assert len(step.extended) <= 2


@given(walks())
def test_next_always_leads_to_the_thanks(step: Step) -> None:
    assert list(stages(step))[-1] == "thanks"


@given(walks())
def test_a_step_survives_being_kept(step: Step) -> None:
    assert from_dict(json.loads(json.dumps(to_dict(step)))) == step


@given(st.integers(0, 1200), st.integers(0, 600), st.booleans())
def test_an_undone_move_shows_the_clock_of_the_moment_it_was_made(moved: int, lost: int, paused: bool) -> None:
    before = until(evening(), Stage.ROUND, 0)
    before = advance(before, Verb.PAUSE, at(moved)) if paused else before
    assert before.clock is not None
    back = undone(before, at(moved), at(moved + lost))
    assert back.clock is not None
    assert back.clock.left(at(moved + lost)) == before.clock.left(at(moved))
