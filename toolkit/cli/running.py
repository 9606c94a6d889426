"""Whether the program runs on a folder: a lock that ends with its process, however that ends."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

NAME = "running"
BEYOND = 1 << 20  # Windows locks bytes, and whoever asks must be able to read those before


@contextmanager
def said_to_run(data: Path, port: int) -> Iterator[None]:
    """While this lasts, the folder says that a program works on it, under this number and port."""
    data.mkdir(parents=True, exist_ok=True)
    with (data / NAME).open("a+", encoding="ascii") as file:
        _locked(file, shared=True)
        file.truncate(0)
        file.write(f"{os.getpid()} {port}\n")
        file.flush()
        yield


def who_runs(data: Path) -> tuple[int, int] | None:
    """Process and port of a program that works on this folder; None when none does."""
    with suppress(FileNotFoundError), (data / NAME).open("r+", encoding="ascii") as file:
        if not _locked(file, shared=False):
            process, _, port = file.read().partition(" ")
            return int(process or 0), int(port or 0)
    return None


def _locked(file: IO[str], *, shared: bool) -> bool:
    """Take the lock for as long as the file is open; False when somebody else has it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(BEYOND)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            file.seek(0)
        else:
            import fcntl

            fcntl.flock(file, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except OSError:
        file.seek(0)
        return False
    return True
