"""`bench`: the measurements live beside the tests."""

import importlib
import sys

from carousel.refusal import Refusal
from toolkit.settings import HERE

NAMES = (
    "page", "join", "answers", "turn", "projector", "start", "restart", "memory", "group", "sense", "paper", "compare",
    "malformed", "leaving", "advisories", "erasing", "backup", "kills", "keys", "full_disk", "locked", "next_pairs",
    "sleeping", "pg_restarts", "stuffing", "offline", "accessibility", "privacy",
)  # fmt: skip


def measure(name: str, as_json: bool, sizes: str) -> None:
    """Run one bench and print its table or its JSON line."""
    if name not in NAMES:
        raise Refusal("There is no bench {name}. There are: {names}.", name=name, names=", ".join(NAMES))
    if not (HERE / "tests" / "bench").is_dir():
        raise Refusal("The benches are not part of this copy. Get the whole program with git.")
    sys.path.insert(0, str(HERE))
    bench = importlib.import_module(f"tests.bench.{name}")
    bench.main(as_json, tuple(int(size) for size in sizes.split(",") if size))
