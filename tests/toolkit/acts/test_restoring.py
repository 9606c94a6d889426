"""Going back to a copy of a busy store: all of it comes back, nothing that was deleted on request does."""

import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from carousel.refusal import Refusal
from carousel.stage import Stage
from tests.evening_hall import BEGIN, Hall, new_hall
from tests.toolkit.store.releases import REVISIONS, released
from toolkit.acts import answering, entering
from toolkit.acts.restoring import drilled, restored
from toolkit.settings import Settings
from toolkit.store import Store
from toolkit.store.backup import copy_checked
from toolkit.store.backups import kept
from toolkit.store.backups_contents import contents

NOW = BEGIN + timedelta(hours=2)


@pytest.fixture
def hall(store: Store) -> Hall:
    """A round with notes of twelve people."""
    hall = new_hall(store)
    hall.press()
    hall.arrive(12)
    hall.go_to(Stage.ROUND, 0)
    hall.everybody_writes()
    return hall


def copied(hall: Hall, place: Settings, name: str = "copy.sqlite") -> Path:
    return copy_checked(hall.store.url, place.data / name).path


def opened_again(place: Settings, hall: Hall) -> Hall:
    return Hall(Store(place.url), hall.workshop, people=hall.people)


def test_everything_comes_back_and_what_came_later_is_told_and_kept_aside(hall: Hall, place: Settings) -> None:
    file = copied(hall, place)
    before = [note.text for note in hall.notes]
    for person in hall.people[:3]:
        hall.write(person, "Prišlo pozneje", key=f"later {person.slip}")
    hall.store.close()
    done = restored(place, file, NOW)
    again = opened_again(place, hall)
    assert [note.text for note in again.notes] == before and again.where.step.stage is Stage.ROUND
    again.store.close()
    assert done.before is not None and done.now.missing(done.before) == (0, 3, 0)
    assert done.now.notes == len(before) and done.now.until is not None
    aside = contents(done.aside) if done.aside else None
    assert aside is not None and aside.notes == len(before) + 3
    assert not (place.data / "restoring").exists()


def test_whoever_was_erased_after_the_copy_stays_erased(hall: Hall, place: Settings) -> None:
    file = copied(hall, place)
    gone, stays = hall.people[:2]
    hall.store.write(answering.erase, hall.workshop.code, gone.erasure_code, hall.tick())
    hall.store.close()
    done = restored(place, file, NOW)
    again = opened_again(place, hall)
    texts = [note.text for note in again.notes]
    assert done.deleted == 1 and "Rada bi prostor za druženje 0" not in texts
    assert "Rada bi prostor za druženje 1" in texts
    with pytest.raises(Refusal):
        again.write(gone, "Pozen telefon", key="late")
    assert again.write(stays, "Še ena misel", key="more").status == "published"
    again.store.close()


def test_an_erasure_that_only_a_newer_copy_knows_holds_as_well(hall: Hall, place: Settings) -> None:
    """The laptop's store is lost; two copies are left, and the older one is restored."""
    (place.data / "backups").mkdir()
    old = copied(hall, place)
    hall.store.write(answering.erase, hall.workshop.code, hall.people[0].erasure_code, hall.tick())
    copied(hall, place, "backups/vrtiljak-abcd-20261126-190000.sqlite")
    hall.store.close()
    Path(place.url.removeprefix("sqlite:///")).unlink()
    assert restored(place, old, NOW).deleted == 1


def test_sign_ins_of_that_time_hold_no_more(hall: Hall, place: Settings) -> None:
    link = hall.store.write(entering.make_link, "owner", BEGIN)
    session = hall.store.write(entering.enter_by_link, hall.store.write(entering.make_link, "owner", BEGIN), BEGIN)
    file = copied(hall, place)
    hall.store.close()
    restored(place, file, BEGIN)
    again = opened_again(place, hall)
    assert again.store.read(entering.who, session, BEGIN) is None
    with pytest.raises(Refusal):
        again.store.write(entering.enter_by_link, link, BEGIN)
    again.store.close()


def test_a_store_in_use_is_left_alone(hall: Hall, place: Settings) -> None:
    file = copied(hall, place)
    with pytest.raises(Refusal, match="Stop the program"):
        restored(place, file, NOW)
    assert len(hall.notes) == 12


def test_a_damaged_store_is_put_aside_as_it_is(hall: Hall, place: Settings) -> None:
    file = copied(hall, place)
    hall.store.close()
    store = Path(place.url.removeprefix("sqlite:///"))
    with store.open("rb+") as broken:
        broken.seek(4096)
        broken.write(b"\xff" * 20_000)
    done = restored(place, file, NOW)
    assert done.now.notes == 12 and done.aside is not None and done.aside.name.startswith("damaged-")
    assert b"\xff" * 4096 in done.aside.read_bytes()


@pytest.mark.parametrize("revision", REVISIONS)
def test_a_copy_of_an_older_release_is_brought_up_to_date(place: Settings, tmp_path: Path, revision: str) -> None:
    file = tmp_path / "old" / "copy.sqlite"
    file.parent.mkdir()
    rows = released(revision, file)
    done = restored(place, file, NOW)
    assert done.schema == revision and done.now.workshops == rows["workshop"] and done.aside is None
    Store(place.url).close()
    assert not kept(tmp_path / "old")


def test_a_drill_reads_every_evening_and_leaves_nothing_behind(
    hall: Hall, place: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, drills = copied(hall, place), tmp_path / "drills"
    drills.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(drills))
    done = drilled(file)
    assert (done.now.workshops, done.now.people, done.now.notes) == (1, 12, 12)
    assert not list(drills.iterdir()) and len(hall.notes) == 12


@pytest.mark.parametrize("spoil", ["cut", "other", "missing", "newer", "itself"])
def test_what_is_no_copy_is_refused_and_nothing_changes(place: Settings, spoil: str) -> None:
    store = Path(place.url.removeprefix("sqlite:///"))
    released(REVISIONS[-1], store)
    file = copy_checked(place.url, place.data / "copy.sqlite").path
    before = shutil.copy(store, place.data / "before")
    if spoil == "cut":
        file.write_bytes(file.read_bytes()[:20_000])
    elif spoil == "other":
        file.write_bytes(b"a holiday picture")
    elif spoil == "missing":
        file.unlink()
    elif spoil == "newer":
        with closing(sqlite3.connect(file)) as copy, copy:
            copy.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(Refusal):
        restored(place, store if spoil == "itself" else file, NOW)
    assert contents(store) == contents(Path(before))
    assert not (place.data / "restoring").exists()
