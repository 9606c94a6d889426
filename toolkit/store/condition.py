"""Whether a store's file is sound and of which schema, and how fast this disk keeps: looked at without changing it."""

import json
import sqlite3
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from toolkit.store.backup import check, reading
from toolkit.store.choices import choice, set_choice
from toolkit.store.engine import MIGRATIONS
from toolkit.store.store import Store

TRIES = 15


@dataclass(frozen=True, slots=True)
class Condition:
    """`sound` by SQLite's own check; `newer` when a later program made it, `older` when it will be brought up."""

    sound: bool
    newer: bool = False
    older: bool = False


def condition(path: Path) -> Condition | None:
    """How the store in this file is; None when there is none yet."""
    if not path.exists():
        return None
    known = sorted(one.stem.partition("_")[0] for one in (MIGRATIONS / "versions").glob("[0-9]*.py"))
    try:
        with closing(reading(path)) as store:
            if not check(store):
                return Condition(False)
            schema = str(store.execute("SELECT version_num FROM alembic_version").fetchone()[0])
    except (sqlite3.Error, TypeError):
        return Condition(False)
    return Condition(True, newer=schema not in known, older=schema in known[:-1])


def choice_in(path: Path, name: str) -> Any:
    """A setting as a store's file has it; None without one, or without a store."""
    try:
        with closing(reading(path)) as store:
            found = store.execute("SELECT value FROM choice WHERE name = ?", (name,)).fetchone()
    except sqlite3.Error:
        return None
    return json.loads(found[0]) if found else None


def keeping_time(folder: Path) -> float | None:
    """Seconds from a text to its being on the disk, the middle of several tries in a throwaway store in this folder;
    None when what was read back was not what was written."""
    with tempfile.TemporaryDirectory(prefix="check-", dir=folder) as place:
        store = Store(f"sqlite:///{(Path(place) / 'vrtiljak.sqlite').as_posix()}")
        try:
            took = []
            for number in range(TRIES):
                began = time.perf_counter()
                store.write(set_choice, f"n{number}", f"Poskus {number}")
                took.append(time.perf_counter() - began)
            kept = [store.read(choice, f"n{number}") for number in range(TRIES)]
        finally:
            store.close()
    return median(took) if kept == [f"Poskus {number}" for number in range(TRIES)] else None
