"""What was deleted must not stay behind in SQLite's journal: its pages go into the database, overwritten, at once."""

import sqlite3
from contextlib import closing

from sqlalchemy import Engine

MOMENT = 250  # milliseconds to wait for readers; whoever writes waits as long


def scrubbed(engine: Engine) -> bool:
    """Empty the journal beside the database; False when a reader still needs it, then it is tried after the next
    commit. `secure_delete` has overwritten the pages with noughts; until now the journal held what stood there before.
    """
    if engine.dialect.name != "sqlite" or not engine.url.database:
        return True  # PostgreSQL cleans up by itself
    try:
        with closing(sqlite3.connect(engine.url.database, timeout=MOMENT / 1000)) as connection:
            busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    except sqlite3.Error:
        return False
    return not busy
