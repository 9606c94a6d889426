"""The lock of the contacts: its passphrase can change, what it sealed stays."""

from datetime import UTC, datetime

import pytest

from carousel.refusal import Refusal
from tests.evening_hall import new_hall
from tests.toolkit.acts.interested import PHRASE, SHEET, leave
from toolkit.acts import following_up, sealing
from toolkit.acts.sealing import new_lock, relocked, unlock
from toolkit.store import Store, contacts

NOW = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)
NEW = "štiri velike lisice"


def test_a_wrong_passphrase_opens_nothing(lock: dict[str, str]) -> None:
    with pytest.raises(Refusal) as refused:
        unlock(lock, "some other phrase")
    assert refused.value.status == 403


def test_another_passphrase_opens_what_was_sealed_before_and_the_old_one_no_longer(
    store: Store, lock: dict[str, str]
) -> None:
    store.write(sealing.set_lock, lock)
    leave(new_hall(store), SHEET)
    [before] = store.read(contacts.contacts)
    store.write(sealing.change_lock, relocked(lock, PHRASE, NEW), NOW)
    current = store.read(sealing.lock_of) or {}
    [clear] = store.read(following_up.read_contacts, unlock(current, NEW))
    [after] = store.read(contacts.contacts)
    assert clear.said["name"] == "Ime za zgled" and after.sealed == before.sealed
    with pytest.raises(Refusal):
        unlock(current, PHRASE)


def test_the_passphrase_changes_only_with_the_old_one(lock: dict[str, str]) -> None:
    with pytest.raises(Refusal) as refused:
        relocked(lock, "some other phrase", NEW)
    assert refused.value.status == 403
    with pytest.raises(Refusal) as short:
        relocked(lock, PHRASE, "kratko")
    assert short.value.data["field"] == "passphrase"


def test_a_lock_of_another_key_cannot_take_the_place_of_the_one_that_sealed(
    store: Store, lock: dict[str, str]
) -> None:
    store.write(sealing.set_lock, lock)
    other = new_lock(NEW)
    with pytest.raises(Refusal) as second:
        store.write(sealing.set_lock, other)
    with pytest.raises(Refusal) as changed:
        store.write(sealing.change_lock, other, NOW)
    assert second.value.status == changed.value.status == 409


def test_the_private_key_is_nowhere_in_clear(store: Store, lock: dict[str, str]) -> None:
    store.write(sealing.set_lock, lock)
    private = unlock(lock, PHRASE)._private_key
    assert private and set(lock) == {"public", "salt", "locked"}
    assert not any(private in part.encode() for part in lock.values())
