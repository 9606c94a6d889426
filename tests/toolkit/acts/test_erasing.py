"""What was erased stays erased: in the file, after a restore, and when a late phone comes."""

import sqlite3
from pathlib import Path

import pytest

from carousel.refusal import Refusal
from carousel.stage import Stage
from tests.evening_hall import Hall, new_hall
from tests.toolkit.acts.interested import SHEET, leave
from toolkit.acts import answering, consenting, following_up, sealing
from toolkit.acts.erasing import erase_again
from toolkit.store import Store, contacts
from toolkit.store.tombstones import tombstones

SECRET = "Zelena lopa za potokom"


@pytest.fixture
def hall(store: Store, lock: dict[str, str]) -> Hall:
    store.write(sealing.set_lock, lock)
    hall = new_hall(store)
    hall.press()
    return hall


def copied(store: Store, target: Path) -> Store:
    """A store as a backup made at this moment has it."""
    source = sqlite3.connect(store.url.removeprefix("sqlite:///"))
    copy = sqlite3.connect(target)
    source.backup(copy)
    source.close()
    copy.close()
    return Store(f"sqlite:///{target.as_posix()}")


def bytes_of(store: Store) -> bytes:
    """The database and the journal beside it, as a thief of the laptop reads them."""
    path = store.url.removeprefix("sqlite:///")
    return b"".join(part.read_bytes() for part in map(Path, (path, f"{path}-wal")) if part.exists())


def writer(hall: Hall) -> answering.CheckedIn:
    hall.arrive(6)
    hall.go_to(Stage.ROUND, 0)
    hall.write(hall.people[0], SECRET, key="from the phone")
    return hall.people[0]


def test_an_erased_text_is_in_no_file(hall: Hall) -> None:
    person = writer(hall)
    assert SECRET.encode() in bytes_of(hall.store)
    hall.store.write(answering.erase, hall.workshop.code, person.erasure_code, hall.tick())
    assert SECRET.encode() not in bytes_of(hall.store)


def test_a_withdrawn_contact_leaves_no_byte(hall: Hall) -> None:
    code = leave(hall, SHEET)
    [kept] = hall.store.read(contacts.contacts)
    assert kept.sealed[:40] in bytes_of(hall.store)
    hall.store.write(following_up.withdraw_interest, code, hall.tick())
    left = bytes_of(hall.store)
    assert kept.sealed[:40] not in left and kept.id.encode() not in left


def test_a_restored_copy_erases_again(hall: Hall, tmp_path: Path) -> None:
    person, code, other = writer(hall), leave(hall, SHEET), leave(hall, {**SHEET, "c_core": ["on"]}, key="other")
    older = copied(hall.store, tmp_path / "copy.sqlite")
    hall.store.write(answering.erase, hall.workshop.code, person.erasure_code, hall.tick())
    hall.store.write(following_up.withdraw_interest, code, hall.tick())
    hall.store.write(consenting.withdraw_consent, other, "c_core", hall.tick())
    known = hall.store.read(tombstones)
    assert sorted(one.kind for one in known) == ["consent", "contact", "slip"]
    assert older.write(erase_again, known) == 3
    restored = Hall(older, hall.workshop)
    assert SECRET not in [note.text for note in restored.notes]
    [left] = older.read(contacts.contacts)
    assert not left.allows("c_core") and left.allows("c_next")
    assert older.read(tombstones) == known
    assert older.write(erase_again, known) == 0
    older.close()
    assert SECRET.encode() not in (tmp_path / "copy.sqlite").read_bytes()


def test_a_late_phone_does_not_bring_it_back(hall: Hall, tmp_path: Path) -> None:
    """The copy is from before the check-in, so that it knows neither the slip nor the contact."""
    before = copied(hall.store, tmp_path / "copy.sqlite")
    person, code = hall.check_in("late phone"), leave(hall, SHEET)
    hall.store.write(answering.erase, hall.workshop.code, person.erasure_code, hall.tick())
    hall.store.write(following_up.withdraw_interest, code, hall.tick())
    assert before.write(erase_again, hall.store.read(tombstones)) == 0
    restored = Hall(before, hall.workshop)
    for come in (lambda: restored.check_in("late phone"), lambda: restored.write(person, SECRET, question="S2_potrebe"),
                 lambda: leave(restored, SHEET)):  # fmt: skip
        with pytest.raises(Refusal) as refused:
            come()
        assert refused.value.status == 410
    before.close()


def test_a_tombstone_says_nothing_of_whose_it_was(hall: Hall) -> None:
    person = writer(hall)
    hall.store.write(answering.erase, hall.workshop.code, person.erasure_code, hall.tick())
    [one] = hall.store.read(tombstones)
    assert one.kind == "slip" and len(one.hash) == 64
    assert not {person.slip, person.code, person.erasure_code} & {one.hash}
