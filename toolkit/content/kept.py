"""What takes seconds to work out from `data/`, kept in `var/learned/` so that the next start has it at once."""

import hashlib
import logging
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from toolkit.settings import HERE

T = TypeVar("T")
FOLDER = HERE / "var" / "learned"


def mark(files: Iterable[Path], *versions: str) -> str:
    """A short name for the contents of these files and these versions: another content has another mark."""
    digest = hashlib.sha256("\n".join(versions).encode())
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def kept(name: str, of: str, make: Callable[[], T]) -> T:
    """What was made under this name from what bears the mark `of`; made, and kept for next time, when it is not there.

    The folder is as trusted as the program beside it. One that cannot be written costs only the time to make it again.
    """
    import joblib  # comes with scikit-learn, whose objects it stores

    file = FOLDER / f"{name}-{of}.joblib"
    try:
        found: T = joblib.load(file, mmap_mode="r")  # of the arrays only what is asked for comes into memory
    except FileNotFoundError:
        found = make()
        _keep(file, name, found)
    except Exception as damaged:  # half written, another library: any fault means making it again
        logging.getLogger("vrtiljak").warning("%s could not be read and is made again: %s", file.name, damaged)
        found = make()
        _keep(file, name, found)
    return found


def _keep(file: Path, name: str, what: object) -> None:
    import joblib

    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh = file.with_suffix(f".{os.getpid()}")  # two programs may start at once
        joblib.dump(what, fresh)
        fresh.replace(file)
        for old in file.parent.glob(f"{name}-*.joblib"):
            if old != file:
                old.unlink(missing_ok=True)
    except OSError as problem:
        logging.getLogger("vrtiljak").warning("%s could not be kept: %s", file.name, problem)
