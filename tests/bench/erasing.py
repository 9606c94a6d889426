"""`bench erasing`: everybody is forgotten, one after another; what is left in the files, and again after a restore."""

import os
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from carousel.stage import Stage
from tests.bench.figures import Row, percentile, tell
from tests.evening_hall import Hall, new_hall
from toolkit.acts import answering, following_up, harvesting, sealing
from toolkit.acts.erasing import erase_again
from toolkit.store import Store
from toolkit.store.backup import copy_checked
from toolkit.store.tombstones import tombstones

SIZES = (50, 150)
NOTES = 3


def words(person: int, note: int) -> str:
    """A text that stands nowhere else."""
    return f"Beseda{person:04d}x{note} za preizkus izbrisa in nič drugega"


def files(store: Store) -> bytes:
    """The database and the journals beside it."""
    path = Path(store.url.removeprefix("sqlite:///"))
    return b"".join(part.read_bytes() for part in path.parent.glob(f"{path.name}*"))


def found(store: Store, people: int) -> int:
    """How many of the texts can still be read in the files."""
    left = files(store)
    return sum(words(person, note)[:12].encode() in left for person in range(people) for note in range(NOTES))


def filled(folder: Path, people: int) -> tuple[Hall, list[str]]:
    """A hall in which everybody wrote, some notes were merged, and everybody left a contact; the withdrawal codes."""
    store = Store(f"sqlite:///{(folder / 'vrtiljak.sqlite').as_posix()}")
    store.write(sealing.set_lock, sealing.new_lock("trije mali zajci"))
    hall = new_hall(store)
    hall.press()
    hall.arrive(people)
    hall.go_to(Stage.ROUND, 0)
    kept = [
        hall.write(person, words(number, note), key=f"{number} {note}").note
        for number, person in enumerate(hall.people)
        for note in range(NOTES)
    ]
    for one, other in zip(kept[::7], kept[3::7], strict=False):
        store.write(harvesting.merge, hall.workshop.id, one, [other], hall.tick())
    return hall, [_interest(hall, number) for number in range(people)]


def _interest(hall: Hall, number: int) -> str:
    given = {"levels": ["user"], "name": [f"Oseba {number}"], "phone": ["041 000 000"], "adult": ["yes_"],
             "c_next": ["on"]}  # fmt: skip
    return hall.store.write(
        following_up.leave_interest, hall.workshop.code, given, "sl", f"i{number}", hall.tick(), Random(number)
    )


def measured(people: int) -> Row:
    """One hall: filled, copied, forgotten in random order; then the copy, with the tombstones."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["VRTILJAK_DATA"] = name
        hall, codes = filled(folder, people)
        before = found(hall.store, people)
        copy_checked(hall.store.url, folder / "copy.sqlite")
        times, jobs = [], [(person.erasure_code, True) for person in hall.people] + [(code, False) for code in codes]
        Random(1).shuffle(jobs)
        for code, slip in jobs:
            began = time.perf_counter()
            if slip:
                hall.store.write(answering.erase, hall.workshop.code, code, hall.tick())
            else:
                hall.store.write(following_up.withdraw_interest, code, hall.tick())
            times.append(time.perf_counter() - began)
        left, known = found(hall.store, people), hall.store.read(tombstones)
        hall.store.close()
        restored = Store(f"sqlite:///{(folder / 'copy.sqlite').as_posix()}")
        again = restored.write(erase_again, known)
        row: Row = {
            "people": people, "texts": before, "left": left, "ms median": percentile(times, 0.5) * 1000,
            "ms 95 %": percentile(times, 0.95) * 1000, "tombstones": len(known), "erased again": again,
            "left in the copy": found(restored, people),
        }  # fmt: skip
        restored.close()
        return row


def main(as_json: bool, sizes: tuple[int, ...]) -> None:
    """Print a row per number of people."""
    began = datetime.now(UTC)
    rows = [measured(people) for people in sizes or SIZES]
    took = timedelta(seconds=round((datetime.now(UTC) - began).total_seconds()))
    tell("erasing", rows, as_json, f"goal: nothing left, every tombstone carried out again; took {took}")
