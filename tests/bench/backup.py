"""`bench backup`: what a copy of so many workshops costs, and how long whoever writes waits meanwhile."""

import sqlite3
import tempfile
import threading
import time
from contextlib import closing
from pathlib import Path

from tests.bench.figures import Row, percentile, tell
from tests.bench.many_workshops import fill
from toolkit.store import Store
from toolkit.store.backup import check, copy_checked, reading
from toolkit.store.choices import set_choice

SIZES = (1, 100, 1000)
QUIET = 5.0  # seconds of writing without a copy, to compare with
GOOD_PACE = 0.02  # seconds between two acts: as many as a busy hall sends


def writing(store: Store, until: threading.Event) -> list[float]:
    """Seconds that each of many acts took from its sending to the disk."""
    took: list[float] = []
    while not until.is_set():
        began = time.perf_counter()
        store.write(set_choice, "bench", len(took))
        took.append(time.perf_counter() - began)
        time.sleep(GOOD_PACE)
    return took


def beside(store: Store, work: "threading.Thread | None") -> list[float]:
    """What writers wait while the work goes on; for a few seconds without any."""
    done, took = threading.Event(), list[float]()
    writer = threading.Thread(target=lambda: took.extend(writing(store, done)))
    writer.start()
    if work is None:
        done.wait(QUIET)
    else:
        work.start()
        work.join()
    done.set()
    writer.join()
    return took


def measured(workshops: int) -> Row:
    """One row of the table; times in milliseconds for acts, in seconds for copies."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store(f"sqlite:///{(Path(folder) / 'vrtiljak.sqlite').as_posix()}")
        try:
            fill(store, workshops)
            alone, spans = beside(store, None), list[float]()

            def copy() -> None:
                for number in range(3):
                    spans.append(copy_checked(store.url, Path(folder) / f"copy {number % 2}.sqlite").seconds)

            during = beside(store, threading.Thread(target=copy))
            size = (Path(folder) / "copy 0.sqlite").stat().st_size
            with closing(reading(Path(folder) / "copy 0.sqlite")) as made:
                began = time.perf_counter()
                sound = check(made)
                checking = time.perf_counter() - began
                notes = counted(made)
        finally:
            store.close()
    assert sound
    return {
        "workshops": workshops, "notes": notes, "MB": size / 1e6, "copy s": sorted(spans)[1], "of it check s": checking,
        "acts": len(during), **waits("alone", alone), **waits("beside", during),
    }  # fmt: skip


def counted(store: sqlite3.Connection) -> int:
    return int(store.execute("SELECT count(*) FROM note").fetchone()[0])


def waits(name: str, took: list[float]) -> Row:
    """Middle, 99th percentile and longest, in milliseconds."""
    return {f"{name} p50 ms": percentile(took, 0.5) * 1000, f"{name} p99 ms": percentile(took, 0.99) * 1000,
            f"{name} max ms": max(took) * 1000}  # fmt: skip


def main(as_json: bool, sizes: tuple[int, ...]) -> None:
    """Print a row per number of workshops of 200 notes by 40 people."""
    rows = [measured(size) for size in sizes or SIZES]
    tell("backup", rows, as_json, "a copy is made, opened, checked and counted; three copies in a row while one writes")
