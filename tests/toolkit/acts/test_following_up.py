"""Contacts are sealed, voluntary, and lead to nobody's answers."""

from random import Random

import pytest

from carousel.refusal import Refusal
from tests.evening_hall import Hall, new_hall
from tests.toolkit.acts.interested import PHRASE, SHEET, leave, lock, read
from toolkit.acts import following_up, sealing
from toolkit.store import Store, contacts


@pytest.fixture
def hall(store: Store, lock: dict[str, str]) -> Hall:
    store.write(sealing.set_lock, lock)
    return new_hall(store)


def test_a_contact_is_ciphertext_until_the_passphrase_opens_it(hall: Hall) -> None:
    leave(hall, SHEET)
    [kept] = hall.store.read(contacts.contacts)
    assert b"zgled" not in kept.sealed and kept.levels == ("user", "supported_initiative")
    [clear] = read(hall)
    assert clear.said["email"] == "zgled@example.org" and clear.allows("c_next") and not clear.allows("c_core")
    assert clear.language == "sl" and clear.community == "Golnik"


@pytest.mark.parametrize("without", ["email", "c_next", "levels", "name"])
def test_nothing_is_stored_without_contact_consent_level_and_name(hall: Hall, without: str) -> None:
    with pytest.raises(Refusal):
        leave(hall, {name: value for name, value in SHEET.items() if name != without})
    assert hall.store.read(contacts.contacts) == ()


def test_the_withdrawal_code_removes_the_contact(hall: Hall) -> None:
    code = leave(hall, SHEET)
    hall.store.write(following_up.withdraw_interest, code.lower(), hall.tick())
    assert hall.store.read(contacts.contacts) == ()
    with pytest.raises(Refusal):
        hall.store.write(following_up.withdraw_interest, code, hall.tick())


def test_a_page_left_open_does_not_bring_a_withdrawn_contact_back(hall: Hall) -> None:
    code = leave(hall, SHEET)
    hall.store.write(following_up.withdraw_interest, code, hall.tick())
    with pytest.raises(Refusal) as refused:
        leave(hall, SHEET)
    assert refused.value.status == 410
    leave(hall, SHEET, key="a fresh form")
    assert len(hall.store.read(contacts.contacts)) == 1


def test_the_same_sending_twice_is_one_contact(hall: Hall) -> None:
    assert leave(hall, SHEET) == leave(hall, SHEET)
    assert len(hall.store.read(contacts.contacts)) == 1


def test_without_a_passphrase_no_contact_is_taken(store: Store) -> None:
    with pytest.raises(Refusal) as refused:
        leave(new_hall(store), SHEET)
    assert refused.value.status == 503


def test_times_that_suit_are_kept_with_the_contact(hall: Hall) -> None:
    leave(hall, {**SHEET, "availability": ["mon_fri.morning", "weekend.evening"]})
    [clear] = read(hall)
    assert clear.said["availability"] == ["mon_fri.morning", "weekend.evening"]


def test_another_programme_reads_none_of_these_contacts(hall: Hall) -> None:
    leave(hall, SHEET)
    box = sealing.unlock(lock(hall.store), PHRASE)
    assert len(hall.store.read(following_up.read_contacts, box, programme=1)) == 1
    assert hall.store.read(following_up.read_contacts, box, programme=2) == ()


def test_contacts_lie_in_an_order_that_says_nothing_of_when_they_came(hall: Hall) -> None:
    for number in range(6):
        leave(hall, {**SHEET, "name": [f"Oseba {number}"]}, key=f"form {number}", rng=Random(number))
    with hall.store.engine.connect() as connection:
        made = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE name = 'contact'").scalar_one()
        lying = connection.exec_driver_sql("SELECT id FROM contact").scalars().all()
    assert "WITHOUT ROWID" in made and list(lying) == sorted(lying)
