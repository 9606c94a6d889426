"""The file written anew in the order of random keys: where a row lies in it tells nobody when it came.

Inside a page SQLite lays rows as they come, and the journal holds the last commits one after another. PostgreSQL shows
place and transaction of each row (`ctid`, `xmin`) to whoever administers it; hiding them would mean to rewrite a whole
country's tables under a lock, so there it is left to who may administer.
"""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from zlib import crc32

from sqlalchemy import Engine

MOST = 100_000_000  # bytes: a larger file is written anew when the program stops only
_CAME = "SELECT id FROM contact ORDER BY id"
_MIXED = "SELECT value FROM choice WHERE name = 'mixed'"
_FORGET, _NOTE = "DELETE FROM choice WHERE name = 'mixed'", "INSERT INTO choice (name, value) VALUES ('mixed', {mark})"


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
    if _is_mixed(came, connection.execute(_MIXED).fetchone()):
        return False
    pages, size = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    if most is not None and pages * size > most:
        return False
    connection.execute(_FORGET)
    connection.execute(_NOTE.format(mark=_mark(came)))
    connection.execute("VACUUM")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return True


def _has_contacts(connection: sqlite3.Connection) -> bool:
    found = connection.execute("SELECT count(*) FROM sqlite_master WHERE name IN ('contact', 'choice')").fetchone()
    return bool(found[0] == 2)


def _is_mixed(came: list[str], kept: Sequence[object] | None) -> bool:
    """Whether nobody came or went since; a store without contacts has nothing to hide."""
    return not came if kept is None else str(kept[0]) == str(_mark(came))


def _mark(ids: list[str]) -> int:
    return crc32(",".join(ids).encode())
