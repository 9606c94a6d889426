"""Empty stores for tests: one is made, the others are copies, because bringing a new file up to date takes long."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from toolkit.store import Store


def lay_out(path: Path) -> str:
    """Put an empty database there; its URL."""
    path.write_bytes(_empty())
    return _address(path)


def empty_store(path: Path) -> Store:
    """An open store on an empty database there."""
    return Store(lay_out(path))


def _address(path: Path) -> str:
    return f"sqlite:///{path.as_posix()}"


@cache
def _empty() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder, "empty.sqlite")
        Store(_address(path)).close()
        return path.read_bytes()
