"""The door: who comes in, until when what waits may be delivered, and what undo does to it."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from carousel.refusal import Refusal
from carousel.stage import Stage
from carousel.workshop import Format
from tests.evening_hall import Hall, new_hall
from toolkit.acts import answering, hosting, joining
from toolkit.acts.joining import CLOSED, ENDED, NOT_YET
from toolkit.i18n import say
from toolkit.store import Store, Transaction

DAY = timedelta(hours=24)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def hall(store: Store) -> Hall:
    hall = new_hall(store)
    hall.press()
    hall.arrive(12)
    return hall


@pytest.fixture
def house(store: Store) -> Hall:
    """An open house from the 1st to the 10th of December 2026, and it is the 5th."""
    hall = new_hall(store, format=Format.OPEN_HOUSE, opens=date(2026, 12, 1), closes=date(2026, 12, 10))
    hall.now = datetime(2026, 12, 5, 12, 0, tzinfo=UTC)
    return hall


def turned_away(hall: Hall, key: str = "late phone") -> Refusal:
    with pytest.raises(Refusal) as refused:
        hall.check_in(key)
    assert refused.value.status == 410
    return refused.value


def delivers(hall: Hall, at: datetime, key: str, question: str = "S1_prostor") -> bool:
    """Whether the first phone still delivers a note that waited."""
    hall.now = at
    try:
        hall.write(hall.people[0], f"Rada bi kotiček za branje, {key}.", key, question)
    except Refusal as refused:
        assert refused.status == 410
        return False
    return True


def test_joining_opens_with_check_in_and_closes_with_the_vote(hall: Hall) -> None:
    hall.go_to(Stage.HARVEST)
    hall.check_in("comes for the harvest")
    hall.press()
    assert hall.where.workshop.closed == hall.now
    turned_away(hall)


def test_undoing_the_vote_opens_the_door_again(hall: Hall) -> None:
    hall.go_to(Stage.VOTE)
    hall.store.write(hosting.undo, hall.workshop.id, hall.where.version, hall.tick())
    assert hall.where.workshop.joining and hall.where.workshop.closed is None
    hall.check_in("comes for the harvest")


def test_undoing_the_vote_leaves_a_door_shut_that_the_facilitator_had_closed(hall: Hall) -> None:
    hall.go_to(Stage.HARVEST)
    closed = hall.tick()
    hall.store.write(joining.set_joining, hall.workshop.id, False, closed)
    hall.press()
    hall.store.write(hosting.undo, hall.workshop.id, hall.where.version, hall.tick())
    assert not hall.where.workshop.joining and hall.where.workshop.closed == closed


def test_a_door_opened_again_during_the_vote_stays_open_until_the_thanks(hall: Hall) -> None:
    hall.go_to(Stage.VOTE)
    hall.store.write(joining.set_joining, hall.workshop.id, True, hall.tick())
    hall.go_to(Stage.RAFFLE)
    assert hall.where.workshop.joining
    hall.go_to(Stage.THANKS)
    assert not hall.where.workshop.joining and hall.where.workshop.closed == hall.now


def test_undoing_check_in_closes_the_door(store: Store) -> None:
    hall = new_hall(store)
    hall.press()
    hall.store.write(hosting.undo, hall.workshop.id, hall.where.version, hall.tick())
    assert not hall.where.workshop.joining


def test_a_door_closed_by_hand_lets_the_rounds_go_on_however_late(hall: Hall) -> None:
    hall.go_to(Stage.ROUND, 0)
    hall.store.write(joining.set_joining, hall.workshop.id, False, hall.tick())
    assert delivers(hall, hall.now + 2 * DAY, "long after", hall.question_for(hall.people[0], 0))


def test_what_waits_is_taken_for_a_day_after_the_thanks(hall: Hall) -> None:
    hall.go_to(Stage.THANKS)
    ended, asked = hall.now, hall.question_for(hall.people[0], 0)
    assert delivers(hall, ended + DAY - MINUTE, "in time", asked)
    assert not delivers(hall, ended + DAY + MINUTE, "too late", asked)


def test_what_waits_is_taken_for_a_day_after_an_open_house_was_closed(house: Hall) -> None:
    house.arrive(1)
    closed = house.tick()
    house.store.write(joining.set_joining, house.workshop.id, False, closed)
    turned_away(house)
    assert delivers(house, closed + DAY - MINUTE, "in time")
    assert not delivers(house, closed + DAY + MINUTE, "too late")


def test_an_evening_whose_thanks_were_forgotten_ends_a_day_after_its_last_step(hall: Hall) -> None:
    hall.go_to(Stage.CLOSING)
    last, asked = hall.now, hall.question_for(hall.people[0], 0)
    assert delivers(hall, last + DAY - MINUTE, "in time", asked)
    assert not delivers(hall, last + DAY + MINUTE, "too late", asked)


def test_after_the_day_neither_corrections_nor_ticks_nor_forms_come_in_but_a_note_can_be_withdrawn(house: Hall) -> None:
    house.arrive(2)
    note = house.write(house.people[0], "Prostor za vaje pevskega zbora.", "k", "S1_prostor").note
    house.store.write(joining.set_joining, house.workshop.id, False, house.tick())
    house.now += DAY + MINUTE
    slip, late = house.people[0].slip, house.now
    acts: tuple[Callable[[Transaction], object], ...] = (
        lambda tx: answering.correct_note(tx, slip, note, {"text": ["Drugače."]}, "k2", late),
        lambda tx: answering.set_tick(tx, slip, note, True, late),
        lambda tx: answering.close_form(tx, slip, {"overall": ["5"]}, late),
    )
    for act in acts:
        with pytest.raises(Refusal) as refused:
            house.store.write(act)
        assert refused.value.status == 410
    house.store.write(answering.withdraw_note, slip, note, late)
    assert not house.notes


def test_an_open_house_takes_newcomers_in_on_its_days_only_by_the_clock_of_the_hall(house: Hall) -> None:
    house.now = datetime(2026, 11, 30, 22, 59, tzinfo=UTC)
    early = turned_away(house)
    assert early.sentence == NOT_YET and "1 December 2026" in say(early, "en")
    house.now = datetime(2026, 11, 30, 23, 1, tzinfo=UTC)  # midnight has passed in Ljubljana
    house.check_in("first")
    house.now = datetime(2026, 12, 10, 22, 59, tzinfo=UTC)
    house.check_in("last")
    house.now = datetime(2026, 12, 10, 23, 1, tzinfo=UTC)
    late = turned_away(house)
    assert late.sentence == ENDED and "10 December 2026" in say(late, "en")


def test_past_its_last_day_an_open_house_takes_what_waits_for_a_day_without_any_gesture(house: Hall) -> None:
    house.arrive(1)
    midnight = datetime(2026, 12, 10, 23, 0, tzinfo=UTC)
    assert delivers(house, midnight + DAY - MINUTE, "in time")
    assert not delivers(house, midnight + DAY + MINUTE, "too late")


def test_the_days_of_an_open_house_can_be_changed_but_not_turned_round(house: Hall) -> None:
    first, last = date(2026, 12, 1), date(2027, 1, 10)
    with pytest.raises(Refusal) as refused:
        house.store.write(joining.set_period, house.workshop.id, last, first, house.tick())
    assert refused.value.data["field"] == "closes"
    house.store.write(joining.set_period, house.workshop.id, first, last, house.tick())
    house.now = datetime(2027, 1, 9, 12, 0, tzinfo=UTC)
    house.check_in("in January")


def test_opening_the_door_of_an_open_house_that_is_over_asks_for_a_later_day(house: Hall) -> None:
    house.store.write(joining.set_joining, house.workshop.id, False, house.tick())
    assert turned_away(house).sentence == CLOSED
    house.now = datetime(2026, 12, 12, 12, 0, tzinfo=UTC)
    with pytest.raises(Refusal) as refused:
        house.store.write(joining.set_joining, house.workshop.id, True, house.now)
    assert refused.value.status == 409
