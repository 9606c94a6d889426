"""What has been kept long enough is found, named and deleted; nothing else is."""

from datetime import date

import pytest

from carousel.refusal import Refusal
from tests.evening_hall import Hall, new_hall
from tests.toolkit.acts.interested import SHEET, leave, read
from toolkit.acts import mentoring, purging, sealing
from toolkit.cli.purging import purge
from toolkit.store import Store, contacts, tickets
from toolkit.store.tombstones import tombstones

EVENING = date(2026, 11, 26)


@pytest.fixture
def hall(store: Store, lock: dict[str, str]) -> Hall:
    store.write(sealing.set_lock, lock)
    hall = new_hall(store)
    hall.press()
    return hall


def note(hall: Hall, day: date, *, programme: int = 1) -> None:
    hall.now = hall.now.replace(year=2027)
    chosen = [one.id for one in read(hall)]
    hall.store.write(purging.note_contact, chosen, day, hall.tick(), programme=programme)


def test_a_contact_is_due_twelve_months_after_the_form(hall: Hall) -> None:
    leave(hall, SHEET)
    assert not hall.store.read(purging.due, date(2027, 11, 25))
    [one] = hall.store.read(purging.due, date(2027, 11, 26)).contacts
    assert one.until == date(2027, 11, 26) and one.community == "Golnik" and not one.done


def test_a_later_contact_moves_the_day_and_an_earlier_one_does_not(hall: Hall) -> None:
    leave(hall, SHEET)
    note(hall, date(2027, 3, 31))
    note(hall, date(2027, 1, 5))
    assert read(hall)[0].until == date(2028, 3, 28)
    assert not hall.store.read(purging.due, date(2027, 12, 1))


def test_a_contact_of_tomorrow_or_of_another_programme_is_refused(hall: Hall) -> None:
    leave(hall, SHEET)
    for day, programme in ((date(2027, 11, 27), 1), (date(2027, 2, 2), 2)):
        with pytest.raises(Refusal):
            note(hall, day, programme=programme)
    assert read(hall)[0].last == EVENING


def test_a_finished_follow_up_is_due_at_once_and_can_be_taken_back(hall: Hall) -> None:
    leave(hall, SHEET)
    [one] = read(hall)
    for done in (True, False, True):
        hall.store.write(purging.set_done, [one.id], done, hall.tick(), programme=1)
        assert bool(hall.store.read(purging.due, EVENING)) == done
    assert hall.store.write(purging.purge_due, hall.tick(), programme=1).contacts[0].done
    assert read(hall) == () and [one.kind for one in hall.store.read(tombstones)] == ["contact"]


def test_raffle_tickets_go_thirty_days_after_the_evening(hall: Hall) -> None:
    hall.arrive(3)
    assert not hall.store.write(purging.purge, date(2026, 12, 25))
    found = hall.store.write(purging.purge, date(2026, 12, 26))
    assert found.tickets == 3 and found.raffles[0].evening == EVENING
    assert hall.store.read(tickets.tickets, hall.workshop.id) == () and not hall.store.read(purging.due, date.max)


def test_invented_people_of_the_demo_are_never_due(store: Store, lock: dict[str, str]) -> None:
    store.write(sealing.set_lock, lock)
    community = store.write(mentoring.found_community, "Vzorčno (demo)", demo=True)
    hall = new_hall(store)
    assert community and not store.read(purging.due, date.max)
    leave(hall, SHEET)
    assert store.read(purging.due, date(2030, 1, 1))


def test_another_programme_purges_nothing_here(hall: Hall) -> None:
    leave(hall, SHEET)
    assert not hall.store.write(purging.purge, date(2030, 1, 1), programme=2)
    assert len(hall.store.read(contacts.contacts)) == 1


def test_the_command_says_in_words_what_it_deletes_and_a_dry_run_deletes_nothing(hall: Hall) -> None:
    leave(hall, SHEET)
    hall.arrive(2)
    told = purge(hall.store, date(2028, 1, 1), dry=True)
    assert told[0] == "This would be deleted:" and len(hall.store.read(contacts.contacts)) == 1
    done = purge(hall.store, date(2028, 1, 1), dry=False)
    assert done[1:3] == [
        "  a contact, Golnik: its time was over on 2027-11-26",
        "  2 raffle tickets, Golnik: 30 days over on 2026-12-26",
    ]
    assert "zgled" not in " ".join(done) and hall.store.read(contacts.contacts) == ()
    assert purge(hall.store, date(2028, 1, 1), dry=False) == ["Nothing is due for deletion."]
