"""Contacts are sealed, voluntary, and lead to nobody's answers."""

from random import Random

import pytest

from carousel.refusal import Refusal
from tests.evening_hall import Hall, new_hall
from toolkit.acts import following_up, sealing
from toolkit.store import Store, contacts

SHEET = {
    "levels": ["user", "supported_initiative"],
    "name": ["Ime za zgled"],
    "email": ["zgled@example.org"],
    "adult": ["yes_"],
    "c_next": ["on"],
}


@pytest.fixture(scope="module")
def lock() -> dict[str, str]:
    return sealing.new_lock("trije mali zajci")


@pytest.fixture
def hall(store: Store, lock: dict[str, str]) -> Hall:
    store.write(sealing.set_lock, lock)
    return new_hall(store)


def leave(hall: Hall, given: dict[str, list[str]], key: str = "k") -> str:
    return hall.store.write(
        following_up.leave_interest, hall.workshop.code, given, "sl", key, hall.tick(), Random(3)
    )


def test_a_contact_is_ciphertext_until_the_passphrase_opens_it(hall: Hall) -> None:
    leave(hall, SHEET)
    [kept] = hall.store.read(contacts.contacts)
    assert b"zgled" not in kept.sealed and kept.levels == ("user", "supported_initiative")
    with pytest.raises(Refusal):
        hall.store.read(following_up.read_contacts, "some other phrase")
    [clear] = hall.store.read(following_up.read_contacts, "trije mali zajci")
    assert clear["email"] == "zgled@example.org" and clear["consents"] == ["c_next"]


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


def test_the_same_sending_twice_is_one_contact(hall: Hall) -> None:
    assert leave(hall, SHEET) == leave(hall, SHEET)
    assert len(hall.store.read(contacts.contacts)) == 1


def test_without_a_passphrase_no_contact_is_taken(store: Store) -> None:
    with pytest.raises(Refusal) as refused:
        leave(new_hall(store), SHEET)
    assert refused.value.status == 503


def test_times_that_suit_are_kept_with_the_contact(hall: Hall) -> None:
    leave(hall, {**SHEET, "availability": ["mon_fri.morning", "weekend.evening"]})
    [clear] = hall.store.read(following_up.read_contacts, "trije mali zajci")
    assert clear["availability"] == ["mon_fri.morning", "weekend.evening"]
