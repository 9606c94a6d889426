"""Tickets: each lets one check-in in, and nobody guesses one."""

from random import Random

import pytest
from sqlmodel import select

from carousel.refusal import Refusal
from tests.evening_hall import DOOR, Hall, new_hall
from toolkit.acts import admitting, hosting
from toolkit.acts.admitting import LENGTH, NO_TICKET, UNKNOWN_TICKET, USED, new_tickets, spelled_out
from toolkit.acts.codes import CROCKFORD
from toolkit.store import Store, admissions
from toolkit.store.tables import SlipRow
from toolkit.store.tables_once import AdmissionRow

TICKETS = new_tickets(10, Random(3))


@pytest.fixture
def hall(store: Store) -> Hall:
    hall = new_hall(store, tickets=True)
    hall.press()
    store.write(admitting.keep_tickets, hall.workshop.id, TICKETS)
    return hall


def come(hall: Hall, key: str, ticket: str = "") -> bool:
    """Check in with a ticket; whether the slip counts as admitted."""
    given = hall.check_in(key, {**DOOR, "ticket": [ticket]})
    return hall.store.read(lambda tx: tx.get_one(SlipRow, given.slip).admitted)


def refusal_of(hall: Hall, key: str, ticket: str = "") -> Refusal:
    with pytest.raises(Refusal) as refused:
        come(hall, key, ticket)
    assert refused.value.data["field"] == "ticket"
    return refused.value


def test_one_ticket_lets_one_phone_in(hall: Hall) -> None:
    assert come(hall, "first", TICKETS[0])
    second = refusal_of(hall, "second", TICKETS[0])
    assert (second.sentence, second.status) == (USED, 409)
    assert hall.where.people == 1


def test_the_same_check_in_sent_again_is_the_same_one(hall: Hall) -> None:
    first = hall.check_in("first", {**DOOR, "ticket": [TICKETS[0]]})
    again = hall.check_in("first", {**DOOR, "ticket": [TICKETS[0]]})
    assert again.repeated and again.slip == first.slip
    assert hall.store.read(admissions.counts, hall.workshop.id).used == 1


def test_without_a_ticket_or_with_one_of_another_evening_nobody_comes_in(hall: Hall, store: Store) -> None:
    assert (refusal_of(hall, "none").sentence, refusal_of(hall, "none").status) == (NO_TICKET, 422)
    other = new_hall(store, "Brezje", tickets=True)
    other.press()
    stranger = refusal_of(other, "stranger", TICKETS[0])
    assert (stranger.sentence, stranger.status) == (UNKNOWN_TICKET, 404)
    assert hall.where.people == other.where.people == 0


def test_a_ticket_is_read_as_people_type_it(hall: Hall) -> None:
    typed = spelled_out(TICKETS[1]).lower().replace("0", "o").replace("1", "l")
    assert come(hall, "typing", f" {typed} ")


def test_a_check_in_that_is_refused_leaves_its_ticket_unused(hall: Hall) -> None:
    with pytest.raises(Refusal):
        hall.check_in("hasty", {"ticket": [TICKETS[2]]})
    assert come(hall, "again", TICKETS[2])


def test_companions_need_a_ticket_each(hall: Hall) -> None:
    first = hall.check_in("one", {**DOOR, "ticket": [TICKETS[0]]})
    with pytest.raises(Refusal):
        hall.check_in("two", {**DOOR, "ticket": [TICKETS[0]], "companion": [first.code]})
    hall.check_in("two", {**DOOR, "ticket": [TICKETS[1]], "companion": [first.code]})
    assert hall.where.people == 2


def test_while_no_ticket_is_needed_a_good_one_is_used_and_a_bad_one_is_forgotten(hall: Hall) -> None:
    hall.store.write(hosting.set_setting, hall.workshop.id, "tickets", False, hall.tick())
    assert come(hall, "with", TICKETS[0])
    assert not come(hall, "without")
    assert not come(hall, "with the same", TICKETS[0])
    hall.store.write(hosting.set_setting, hall.workshop.id, "tickets", True, hall.tick())
    assert refusal_of(hall, "later", TICKETS[0]).sentence == USED


def test_a_spare_ticket_lets_somebody_in_who_has_none(hall: Hall) -> None:
    spare = hall.store.write(admitting.spare_ticket, hall.workshop.id, Random(9))
    assert come(hall, "no ticket", spare)


def test_ended_tickets_stay_worthless_even_when_they_are_printed_again(hall: Hall) -> None:
    come(hall, "in time", TICKETS[0])
    assert hall.store.write(admitting.end_tickets, hall.workshop.id) == 9
    hall.store.write(admitting.keep_tickets, hall.workshop.id, TICKETS)
    assert refusal_of(hall, "finder", TICKETS[1]).sentence == UNKNOWN_TICKET
    assert hall.store.read(admissions.counts, hall.workshop.id) == (1, 1, 9)


def test_printing_the_same_tickets_again_makes_none_of_them_new(hall: Hall) -> None:
    come(hall, "first", TICKETS[0])
    hall.store.write(admitting.keep_tickets, hall.workshop.id, TICKETS)
    assert refusal_of(hall, "second", TICKETS[0]).sentence == USED


def test_a_ticket_has_fifty_bits_and_the_store_has_only_its_hash(hall: Hall) -> None:
    assert all(len(one) == LENGTH and set(one) <= set(CROCKFORD) for one in TICKETS)
    rows = hall.store.read(lambda tx: tuple(tx.exec(select(AdmissionRow.hash))))
    assert len(set(rows)) == 10 and not any(ticket in row for ticket in TICKETS for row in rows)


def test_nothing_in_the_store_leads_from_a_ticket_to_its_slip(hall: Hall) -> None:
    come(hall, "first", TICKETS[0])
    used = hall.store.read(lambda tx: next(one for one in tx.exec(select(AdmissionRow.used)) if one))
    slip = hall.store.read(lambda tx: tx.exec(select(SlipRow)).one())
    assert used not in {slip.id, slip.key, slip.code, slip.erasure_hash}
