"""The file written anew in the order of random keys: where a row lies in it tells nobody when it came.

Inside a page SQLite lays rows as they come, and the journal holds the last commits one after another. PostgreSQL shows
place and transaction of each row (`ctid`, `xmin`) to whoever administers it; hiding them would mean to rewrite a whole
country's tables under a lock, so there it is left to who may administer.
"""

import sqlite3
from contextlib import closing
from zlib import crc32

from sqlalchemy import Engine

MOST = 100_000_000  # bytes: a larger file is written anew when the program stops only
_CAME = "SELECT id FROM contact ORDER BY id"


def mix(engine: Engine, most: int | None = None) -> bool:
    """Write the database anew if contacts have come or gone since the last time; whether that was done.

    `most` is the largest file (bytes) for which those who write may be kept waiting. Nobody else may be writing.
    """
    if engine.dialect.name != "sqlite":
        return False
    with closing(engine.raw_connection()) as borrowed:
        return mix_file(borrowed.driver_connection, most)


def mix_file(connection: sqlite3.Connection | None, most: int | None = None) -> bool:
    """The same for a connection to an SQLite file that stands in no transaction."""
    if connection is None or not _has_contacts(connection):
        return False
    came = [id for (id,) in connection.execute(_CAME)]
    pages, size, mixed = (
        connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size", "user_version")
    )
    if mixed == _mark(came):
        return False
    if most is not None and pages * size > most:
        return False
    connection.execute("VACUUM")
    connection.execute(f"PRAGMA user_version = {_mark(came)}")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return True


def _has_contacts(connection: sqlite3.Connection) -> bool:
    return bool(connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'contact'").fetchone()[0])


def _mark(ids: list[str]) -> int:
    """A number of 31 bits for these contacts, kept as the `user_version` that SQLite leaves to programs; 0 for none."""
    return crc32(",".join(ids).encode()) >> 1
