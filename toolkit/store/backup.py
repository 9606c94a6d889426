"""A copy of the store made by SQLite itself while it is in use; the live file is never copied as a file."""

import errno
import os
import shutil
import sqlite3
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import make_url

from carousel.refusal import Refusal
from toolkit.i18n import _
from toolkit.store.mixing import mix_file

SQLITE = sqlite3.sqlite_version_info
KEPT_DAYS = 14  # a copy older than this is deleted, and with it what was deleted in the store meanwhile
PIECE = 256  # pages copied at a time: 1 MB
ROOM = 20_000_000  # bytes that stay free, so that backups never take the evening's own place
BROKEN = ("malformed", "not a database")
OTHER = _("PostgreSQL makes its own backups. Use this command: pg_dump -Fc DATABASE > vrtiljak.dump")
NOTHING = _("There is no store at {path} yet.")
DAMAGED = _("The copy is damaged and was removed. Check the disk, then try again.")
FULL = _("There is no room in {path}. Delete something there, or choose another place.")
GONE = _("The place {path} is not there. Plug in the stick, or choose another place.")
CLOSED = _("The place {path} cannot be written. Choose another place.")
NO_STORE = _("This file is not a backup of Vrtiljak, or it is damaged. Choose another one.")


@dataclass(frozen=True, slots=True)
class Copy:
    """A sound copy: its file, the revision of its schema, its rows by table, its bytes and the seconds it took."""

    path: Path
    schema: str
    rows: Mapping[str, int]
    bytes: int
    seconds: float = 0.0

    @property
    def total(self) -> int:
        """All rows of all tables."""
        return sum(self.rows.values())


def database_of(url: str) -> Path:
    """The file of an SQLite address; refuses other databases and a file that is not there."""
    address = make_url(url)
    if address.get_backend_name() != "sqlite" or not address.database:
        raise Refusal(OTHER)
    if not Path(address.database).exists():
        raise Refusal(NOTHING, path=address.database)
    return Path(address.database)


def copy_checked(url: str, target: Path) -> Copy:
    """Copy to `target`, open the copy, check and count it; only then it gets its name.

    A copy that isn't sound is removed and refused; so is one for which there is no room. Nobody who writes waits: the
    copy is a picture of one moment, taken in pieces of 1 MB with a breath after each.
    """
    began, source = time.monotonic(), database_of(url)
    draft = target.with_name(target.name + ".part")
    with told(target.parent):
        _room_for(source, target.parent)
        try:
            _copy(source, draft)
            _settle(draft)
            made = inspected(draft)
            if made is None:
                raise Refusal(DAMAGED, status=503)
            os.replace(draft, target)
            _settle_folder(target.parent)
        finally:
            draft.unlink(missing_ok=True)
    return Copy(target, made.schema, made.rows, made.bytes, time.monotonic() - began)


def inspected(path: Path) -> Copy | None:
    """What a copy that nobody writes to holds; None when it is damaged or something else than a store."""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as copy:
            if not check(copy):
                return None
            schema = copy.execute("SELECT version_num FROM alembic_version").fetchone()
            return Copy(path, str(schema[0]), counts(copy), path.stat().st_size)
    except (sqlite3.DatabaseError, TypeError):
        return None


def check(connection: sqlite3.Connection) -> bool:
    """SQLite's own integrity check, and that no row refers to one that is not there."""
    sound = connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    return bool(sound and connection.execute("PRAGMA foreign_key_check").fetchone() is None)


def counts(connection: sqlite3.Connection) -> dict[str, int]:
    """Rows by table."""
    names = connection.execute("SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite_%'")
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608  names from the schema
        for (name,) in names.fetchall()
    }


def reading(path: Path, *, any_thread: bool = False) -> sqlite3.Connection:
    """A connection that can neither write nor move the log into the file."""
    address = f"{path.resolve().as_uri()}?mode=ro"
    return sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=not any_thread)


def _copy(source: Path, draft: Path) -> None:
    """SQLite's backup in pieces. The reading transaction keeps its picture, so that writing does not begin it anew."""
    draft.unlink(missing_ok=True)
    with closing(reading(source)) as live, closing(sqlite3.connect(draft, isolation_level=None)) as copy:
        live.execute("BEGIN")
        live.execute("SELECT count(*) FROM sqlite_master").fetchone()
        copy.execute("PRAGMA synchronous=OFF")  # each piece is brought to the disk below
        with draft.open("rb+") as file:
            began = time.monotonic()

            def breathe(status: int, remaining: int, total: int) -> None:
                nonlocal began
                os.fsync(file.fileno())  # little by little: one large flush would hold up the writer's own
                if remaining:
                    time.sleep(min(time.monotonic() - began, 0.2))
                began = time.monotonic()

            live.backup(copy, pages=PIECE, progress=breathe)
        mix_file(copy)
        copy.execute("PRAGMA journal_mode=DELETE")  # one file, that also opens where nothing can be written


def _settle(path: Path) -> None:
    """On the disk, and out of memory where the system allows, so that the check reads what the disk has."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())
        if sys.platform == "linux":
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _settle_folder(folder: Path) -> None:
    """A new name, too, is on the disk only when its folder is; Windows does it by itself."""
    with suppress(PermissionError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _room_for(source: Path, folder: Path) -> None:
    size = sum(path.stat().st_size for path in (source, source.with_name(source.name + "-wal")) if path.exists())
    if shutil.disk_usage(folder).free < size + ROOM:
        raise Refusal(FULL, status=503, path=str(folder))


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """What a disk or a stick can do to a copy, as one sentence."""
    try:
        yield
    except FileNotFoundError:
        raise Refusal(GONE, status=503, path=str(folder)) from None
    except PermissionError:
        raise Refusal(CLOSED, status=503, path=str(folder)) from None
    except (OSError, sqlite3.Error) as problem:
        if isinstance(problem, sqlite3.DatabaseError) and any(word in str(problem) for word in BROKEN):
            raise Refusal(DAMAGED, status=503) from None
        full = "full" in str(problem) or getattr(problem, "errno", 0) == errno.ENOSPC
        sentence = FULL if full else CLOSED if folder.exists() else GONE
        raise Refusal(sentence, status=503, path=str(folder)) from None
