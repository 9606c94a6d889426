"""A copy of the store made by SQLite itself while it is in use; the live file is never copied as a file."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import make_url

from carousel.refusal import Refusal
from toolkit.i18n import _

SQLITE = sqlite3.sqlite_version_info
OTHER = _("Backups of this kind are for SQLite. Use pg_dump for PostgreSQL.")
NOTHING = _("There is no store at {path} yet.")
DAMAGED = _("The copy is damaged and was removed. Check the disk, then try again.")


def copy_checked(url: str, target: Path) -> Path:
    """Copy to `target`, open the copy, check and count it; a copy that isn't sound is removed and refused."""
    source = make_url(url)
    if source.get_backend_name() != "sqlite" or not source.database:
        raise Refusal(OTHER)
    if not Path(source.database).exists():
        raise Refusal(NOTHING, path=source.database)
    draft = target.with_suffix(".part")
    with closing(_reading(source.database)) as live, closing(sqlite3.connect(draft)) as copy:
        live.backup(copy)
        sound = check(copy) and counts(copy).keys() == counts(live).keys()
    if not sound:
        draft.unlink()
        raise Refusal(DAMAGED, status=503)
    os.replace(draft, target)
    return target


def _reading(path: str) -> sqlite3.Connection:
    return sqlite3.connect(f"{Path(path).resolve().as_uri()}?mode=ro", uri=True)


def check(connection: sqlite3.Connection) -> bool:
    """SQLite's own integrity check."""
    return bool(connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok")


def counts(connection: sqlite3.Connection) -> dict[str, int]:
    """Rows by table."""
    names = connection.execute("SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite_%'")
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608  names from the schema
        for (name,) in names.fetchall()
    }
