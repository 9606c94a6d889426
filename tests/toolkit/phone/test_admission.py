"""Tickets, an open house outside its days, and flags, as phones meet them at the door."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest

from tests.toolkit.phone.conftest import Hall, Phone
from toolkit.acts import admitting, joining
from toolkit.acts.admitting import new_tickets, spelled_out
from toolkit.compare.left_out import HASTE
from toolkit.phone.limits import Limits
from toolkit.store import flags
from toolkit.store.workshops import situation

TICKETS = new_tickets(4, Random(5))
SAID = {"lives_in": "this_ks", "stakeholder_type": "prebivalec"}


@pytest.fixture
def guarded(make_hall: Callable[..., Hall]) -> Hall:
    """A workshop at check-in that asks for tickets."""
    return with_tickets(make_hall)


def with_tickets(make_hall: Callable[..., Hall], limits: Limits | None = None) -> Hall:
    hall = make_hall(limits, tickets=True)
    hall.next()
    hall.store.write(admitting.keep_tickets, hall.workshop.id, TICKETS)
    return hall


def people(hall: Hall) -> int:
    return hall.store.read(situation, hall.workshop.code).people


def field(page: str) -> str:
    """What stands in the field for the ticket."""
    found = re.search(r'<input id="ticket"[^>]* value="([^"]*)"', page)
    assert found
    return found[1]


def test_the_ticket_that_was_scanned_stands_in_the_form_and_lets_one_phone_in(guarded: Hall) -> None:
    phone = guarded.phone()
    code = field(phone.look(f"?t={TICKETS[0]}"))
    assert code == spelled_out(TICKETS[0])
    phone.send("/checkin", ticket=code, **SAID)
    assert people(guarded) == 1


def test_two_phones_see_their_own_tickets_on_the_shared_page(guarded: Hall) -> None:
    seen = [field(guarded.phone().look(f"?t={ticket}")) for ticket in TICKETS]
    assert seen == [spelled_out(ticket) for ticket in TICKETS]
    assert field(guarded.phone().look()) == ""


def test_the_second_phone_is_told_what_to_do_and_keeps_what_it_filled_in(guarded: Hall) -> None:
    for phone, status in ((guarded.phone(), 200), (guarded.phone(), 409)):
        phone.look(f"?t={TICKETS[0]}")
        phone.send("/checkin", status, ticket=TICKETS[0], **SAID)
    assert "already let somebody in. Please ask the facilitator for another one." in phone.page
    assert 'value="this_ks" checked' in phone.page
    phone.send("/checkin", ticket=TICKETS[1], **SAID)
    assert people(guarded) == 2


def test_without_a_ticket_the_field_says_so(guarded: Hall) -> None:
    phone = guarded.phone()
    phone.look()
    assert "You need a ticket to join." in phone.send("/checkin", 422, **SAID)
    assert people(guarded) == 0


def test_each_person_on_a_shared_phone_needs_a_ticket(guarded: Hall) -> None:
    phone = guarded.phone()
    phone.look(f"?t={TICKETS[0]}")
    phone.send("/checkin", ticket=TICKETS[0], **SAID)
    phone.send("/another")
    phone.send("/checkin", 409, ticket=TICKETS[0], **SAID)
    phone.send("/checkin", ticket=TICKETS[1], **SAID)
    assert people(guarded) == 2


def test_changing_the_language_keeps_the_ticket(guarded: Hall) -> None:
    phone = guarded.phone()
    page = phone.look(f"?t={TICKETS[0]}")
    back = re.search(r'name="back" value="([^"]+)"', page)
    assert back and back[1].endswith(f"?t={spelled_out(TICKETS[0])}")
    phone.address = ""
    assert field(phone.look(back[1])) == spelled_out(TICKETS[0])


@pytest.mark.parametrize("sent", ["%22%3E%3Cscript%3E", "x" * 400, "%00", "", "ČŠŽČŠŽČŠŽČ", "../../etc/p"])
def test_an_address_without_a_real_ticket_shows_the_empty_field(guarded: Hall, sent: str) -> None:
    assert field(guarded.phone().look(f"?t={sent}")) == ""


def test_guessing_tickets_spends_the_budget_of_the_address_and_a_right_one_still_opens(
    make_hall: Callable[..., Hall],
) -> None:
    hall = with_tickets(make_hall, Limits(guess_burst=5, guess_rate=0.001))
    phone = hall.phone()
    phone.look()
    statuses = []
    for guess in new_tickets(8, Random(1)):
        answer = phone.client.post(f"{hall.address}/checkin", data=phone.hidden("/checkin") | SAID | {"ticket": guess})
        statuses.append(answer.status_code)
    assert statuses == [404] * 5 + [429] * 3
    phone.send("/checkin", ticket=TICKETS[0], **SAID)
    assert people(hall) == 1


def test_after_closing_a_newcomer_is_shown_the_open_house_and_its_last_day(hall: Hall) -> None:
    now = datetime.now(UTC)
    house = hall.open_house()
    last = joining.local_day(now) + timedelta(days=3)
    hall.store.write(joining.set_period, house.id, None, last, now)
    hall.store.write(joining.set_joining, hall.workshop.id, False, now)
    page = hall.phone().look(status=410)
    assert f'href="/w/{house.code}"' in page and f"Open until: {last.day} " in page


def test_an_open_house_outside_its_days_is_told_in_words_and_is_offered_nowhere(hall: Hall) -> None:
    now = datetime.now(UTC)
    house, far = hall.open_house(), date(2031, 5, 4)
    hall.store.write(joining.set_joining, hall.workshop.id, False, now)
    hall.store.write(joining.set_period, house.id, far, None, now)
    newcomer = Phone(hall.phone().client, f"/w/{house.code}")
    early = newcomer.look(status=410)
    assert "Not open yet" in early and "It opens: 4 May 2031." in early
    assert house.code not in hall.phone().look(status=410)
    newcomer.address = ""
    assert house.code not in newcomer.look("/")
    hall.store.write(joining.set_period, house.id, None, date(2026, 1, 31), now)
    late = Phone(hall.phone("sl").client, f"/w/{house.code}").look(status=410)
    assert "31. januar 2026" in late


def test_a_script_at_the_door_is_flagged_and_a_person_is_not(hall: Hall) -> None:
    clock = [1000.0]
    hall.app.state.reception.watch.clock = lambda: clock[0]
    person = hall.phone()
    person.look()
    clock[0] += 30
    person.send("/checkin", **SAID)
    for _ in range(3):
        hall.phone().check_in()
    found = hall.store.read(flags.flagged, hall.workshop.id)
    assert [one.rule for one in found] == [HASTE] * 3
    assert not any(one.excluded for one in found) and people(hall) == 4


def test_nothing_about_addresses_or_times_is_stored_with_a_flag(hall: Hall) -> None:
    hall.phone().check_in()
    with hall.store.engine.connect() as connection:
        kept = connection.exec_driver_sql("SELECT * FROM slip").mappings().all()
    assert [row["flag"] for row in kept] == [HASTE]
    assert not any("testclient" in str(value) for row in kept for value in row.values())
    assert not {"address", "at", "sent", "agent"} & set(kept[0])
