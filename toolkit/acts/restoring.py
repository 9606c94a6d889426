"""Going back to a copy of the store, and trying whether one could."""

import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from carousel.refusal import Refusal
from toolkit.acts.erasing import day_of, erase_again
from toolkit.i18n import _
from toolkit.settings import Settings
from toolkit.store import Store, backups_restore
from toolkit.store.backup import DAMAGED, NO_STORE, OTHER, copy_checked, inspected
from toolkit.store.backups import kept, mark_of, name_of
from toolkit.store.backups_contents import Contents, contents, deleted
from toolkit.store.evening import evening
from toolkit.store.programme import workshops
from toolkit.store.tombstones import Tombstone

ITSELF = _("This is the store itself. Choose a copy from the folder backups.")
NO_FILE = _("There is no file {path}.")
UNREADABLE = _("The backup was restored for a try, but it does not hold what it should. Choose another one.")


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back, of which schema, in how many seconds; what was there before, where that is kept, and how much
    was deleted again."""

    now: Contents
    schema: str
    seconds: float
    before: Contents | None = None
    aside: Path | None = None
    deleted: int = 0


def drilled(file: Path) -> Restored:
    """Restore into a folder of its own, open it with the program, read every evening, count, and delete it."""
    began, schema = time.monotonic(), _looked_at(file)
    with tempfile.TemporaryDirectory(prefix="vrtiljak-drill-") as folder, _opened(file, Path(folder)) as store:
        evenings = [store.read(evening, one.workshop.id) for one in store.read(workshops)]
        held = contents(Path(folder) / "vrtiljak.sqlite")
    if held is None or held != contents(file) or len(evenings) != held.workshops:
        raise Refusal(UNREADABLE, status=503)
    return Restored(held, schema, time.monotonic() - began)


def restored(own: Settings, file: Path, now: datetime) -> Restored:
    """Put a copy in the store's place. What is there now is kept aside first; what anybody had deleted on request, as
    the store or any copy knows it, is deleted again. Refuses with 409 while anybody uses the store."""
    began, live = time.monotonic(), _store_of(own)
    if file.resolve() == live.resolve():
        raise Refusal(ITSELF)
    schema, work = _looked_at(file), own.data / "restoring"
    sound = not live.exists() or backups_restore.close_journal(live)
    before = contents(live) if live.exists() and sound else None
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    try:
        with _opened(file, work) as store:
            gone = store.write(erase_again, tuple(_asked_for((live, *_copies(own, file)), now)))
            store.write(backups_restore.end_sessions)
        aside = _kept_aside(own, live, now) if live.exists() else None
        backups_restore.put_in_place(work / "vrtiljak.sqlite", live)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    held = contents(live)
    if held is None:
        raise Refusal(DAMAGED, status=503)
    return Restored(held, schema, time.monotonic() - began, before, aside, gone)


def _store_of(own: Settings) -> Path:
    if not own.url.startswith("sqlite:///"):
        raise Refusal(OTHER)
    return Path(own.url.removeprefix("sqlite:///"))


def _looked_at(file: Path) -> str:
    """The schema of a sound copy."""
    if not file.is_file():
        raise Refusal(NO_FILE, path=str(file))
    found = inspected(file)
    if found is None:
        raise Refusal(NO_STORE)
    return found.schema


@contextmanager
def _opened(file: Path, folder: Path) -> Iterator[Store]:
    """A copy of the copy in this folder, migrated and opened as the program does."""
    copy = copy_checked(f"sqlite:///{file.resolve().as_posix()}", folder / "vrtiljak.sqlite").path
    store = Store(f"sqlite:///{copy.as_posix()}")
    try:
        yield store
    finally:
        store.close()


def _copies(own: Settings, file: Path) -> Iterator[Path]:
    """Every copy of this store that is at hand."""
    for folder in {own.data / "backups", file.resolve().parent, *filter(None, [own.backup])}:
        for one in kept(folder):
            if folder == own.data / "backups" or one.mark == mark_of(own.secret):
                yield one.path


def _asked_for(files: Iterable[Path], now: datetime) -> set[Tombstone]:
    known = {(one.hash, one.kind): one for file in files for one in deleted(file, day_of(now))}
    return set(known.values())


def _kept_aside(own: Settings, live: Path, now: datetime) -> Path:
    """A checked copy of the present store; the damaged file itself where no sound copy can be made."""
    folder = own.data / "backups"
    folder.mkdir(exist_ok=True)
    aside = folder / name_of(now, mark_of(own.secret), "before-restore")
    try:
        return copy_checked(own.url, aside).path
    except Refusal as refusal:
        if refusal.sentence != DAMAGED:
            raise
    damaged = folder / name_of(now, mark_of(own.secret), "damaged")
    backups_restore.set_aside(live, damaged)
    return damaged
