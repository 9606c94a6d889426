"""Tickets on paper take part in the draw, in a range of their own, and hang on nobody."""

import pytest

from carousel.raffle import FIRST_ON_A_PHONE, FIRST_ON_PAPER, LAST_ON_PAPER
from carousel.refusal import Refusal
from carousel.stage import Stage
from tests.evening_hall import Hall, new_hall
from toolkit.acts import hosting
from toolkit.acts.raffle import MOST_AT_ONCE, hand_out_tickets, take_back_tickets
from toolkit.store import Store, tickets


@pytest.fixture
def hall(store: Store) -> Hall:
    hall = new_hall(store)
    hall.press()
    hall.arrive(3)
    return hall


def hand_out(hall: Hall, first: int, last: int) -> int:
    return hall.store.write(hand_out_tickets, hall.workshop.id, first, last, hall.tick())


def take_back(hall: Hall, first: int, last: int) -> None:
    hall.store.write(take_back_tickets, hall.workshop.id, first, last, hall.tick())


def given(hall: Hall) -> tuple[int, ...]:
    return hall.store.read(tickets.tickets, hall.workshop.id)


def test_paper_tickets_take_part_beside_those_of_phones(hall: Hall) -> None:
    assert hand_out(hall, 1001, 1004) == 4
    assert given(hall)[3:] == (1001, 1002, 1003, 1004)


def test_handing_out_again_doubles_nothing(hall: Hall) -> None:
    hand_out(hall, 1001, 1004)
    assert hand_out(hall, 1003, 1006) == 2
    assert given(hall)[3:] == (1001, 1002, 1003, 1004, 1005, 1006)


def test_phones_stay_in_their_own_range_and_their_numbers_do_not_tell_who_came_first(hall: Hall) -> None:
    hand_out(hall, 1001, 1004)
    came = [one.ticket for one in (*hall.people[:3], *hall.arrive(20))]
    assert all(FIRST_ON_A_PHONE <= one < FIRST_ON_PAPER for one in came) and len(set(came)) == 23
    assert sorted(came) not in (came, came[::-1])


def test_when_the_phones_range_is_full_it_goes_on_above_the_paper(hall: Hall) -> None:
    hand_out(hall, FIRST_ON_PAPER, FIRST_ON_PAPER)
    free = set(range(FIRST_ON_A_PHONE, FIRST_ON_PAPER)) - set(given(hall))
    full = [{"workshop_id": hall.workshop.id, "number": number, "key": f"phone number {number}"} for number in free]
    hall.store.write(lambda tx: tx.connection().execute(tickets.TICKET.insert(), full))
    assert [one.ticket for one in hall.arrive(2)] == [LAST_ON_PAPER + 1, LAST_ON_PAPER + 2]


def test_two_workshops_may_hand_out_the_same_numbers(hall: Hall) -> None:
    other = new_hall(hall.store, "Brezje")
    assert hand_out(hall, 1001, 1002) == hand_out(other, 1001, 1002) == 2


@pytest.mark.parametrize(
    ("first", "last", "field"),
    [
        (1010, 1009, "last"), (1000, 1004, "first"), (101, 103, "first"), (9990, 10_000, "last"),
        (1001, 1001 + MOST_AT_ONCE, "last"),
    ],
)  # fmt: skip
def test_a_range_that_cannot_be_is_refused_at_its_field(hall: Hall, first: int, last: int, field: str) -> None:
    with pytest.raises(Refusal) as refused:
        hand_out(hall, first, last)
    assert refused.value.data["field"] == field
    assert len(given(hall)) == 3


def test_a_mistaken_range_is_taken_back_and_phones_keep_theirs(hall: Hall) -> None:
    hand_out(hall, 1001, 1004)
    take_back(hall, 1002, 1004)
    assert given(hall)[3:] == (1001,)
    with pytest.raises(Refusal):
        take_back(hall, 101, 103)
    assert given(hall)[3:] == (1001,)


def test_the_draw_is_made_from_all_tickets_and_closes_the_list(hall: Hall) -> None:
    hand_out(hall, 1001, 1004)
    hall.go_to(Stage.RAFFLE)
    drawn = hall.store.write(hosting.draw_raffle, hall.workshop.id, "seme", 99, hall.tick())
    assert sorted(drawn) == list(given(hall)) and len(drawn) == 7
    for act in (hand_out, take_back):
        with pytest.raises(Refusal) as refused:
            act(hall, 1001, 1005)
        assert refused.value.status == 409
