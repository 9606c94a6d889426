"""A program that is killed and started again on the same folder and port, and what its database holds afterwards."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.hall import HERE, PACE, cores, stay_on
from tests.bench.references import free_port
from tests.program import Server, start


@dataclass(slots=True)
class House:
    """One folder and one port; `server` is the process that answers there now."""

    folder: Path
    port: int = field(default_factory=free_port)
    running: Server | None = None

    @property
    def server(self) -> Server:
        """The running program."""
        if self.running is None:
            raise RuntimeError("the program was not started")
        return self.running

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def database(self) -> Path:
        return self.folder / "vrtiljak.sqlite"

    def start(self, *arguments: str) -> Server:
        """Start it, on the first core alone, and wait until it has said where it answers."""
        self.running = start(self.folder, *arguments, port=self.port, cores=cores()[0])
        return self.running


@contextmanager
def house(folder: Path | None = None, **environment: str) -> Iterator[House]:
    """A program with the demo, in a folder of its own or in the one given; ended at the end whatever happens."""
    before = dict(os.environ)
    os.environ.update({"VRTILJAK_PACE": PACE} | environment)
    pinned = os.sched_getaffinity(0) if cores()[1] else set()
    with tempfile.TemporaryDirectory() as made:
        kept = House(folder or Path(made))
        with_learned(kept.folder)
        try:
            kept.start("--demo")
            stay_on(cores()[1])
            yield kept
        finally:
            if kept.running and kept.running.process.poll() is None:
                kept.running.kill()
            if pinned:
                os.sched_setaffinity(0, pinned)
            os.environ.clear()
            os.environ.update(before)


def with_learned(folder: Path) -> None:
    """What was learned already is not learned anew."""
    known = HERE / "var" / "learned"
    if known.is_dir():
        shutil.copytree(known, folder / "learned", dirs_exist_ok=True)


@dataclass(frozen=True, slots=True)
class Found:
    """What is wrong after the faults: acknowledged notes that are not there (or not as sent), texts that stand there
    twice, and what SQLite's own check says."""

    lost: int
    twice: int
    integrity: str


def found(database: Path, acknowledged: Mapping[str, str]) -> Found:
    """Look for what was acknowledged (text by key) in the database itself, while it is in use or not."""
    with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as rows:
        there = dict(rows.execute("SELECT key, text FROM note").fetchall())
        integrity = str(rows.execute("PRAGMA integrity_check").fetchone()[0])
    return judged(there, acknowledged, integrity)


def judged(there: Mapping[str, str], acknowledged: Mapping[str, str], integrity: str) -> Found:
    """Compare; every text of a crowd is sent once only, under one key."""
    known = set(acknowledged.values())
    sent = [text for text in there.values() if text in known]
    lost = sum(there.get(key) != text for key, text in acknowledged.items())
    return Found(lost, len(sent) - len(set(sent)), integrity)
