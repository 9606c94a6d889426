"""`bench start`: from `python3 run.py` on an installed environment to the first resident's page."""

import subprocess
import sys
import time
from pathlib import Path

from tests.bench.figures import Row, tell
from tests.bench.opening import command, timed, until_served

SIZES = (0, 1000, 4000)


def cold(port: int, folder: Path, code: str) -> float:
    """Start and ask."""
    return until_served(command(port, folder), port, code, kill=False)


def importing() -> float:
    """The reference: seconds that importing Streamlit's and Starlette's servers takes by itself."""
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", "import streamlit, starlette.applications, uvicorn"], check=True)
    return time.perf_counter() - began


def main(as_json: bool, sizes: tuple[int, ...]) -> None:
    """Print a row per number of notes already in the store."""
    reference = sorted(importing() for _ in range(3))[1]
    rows: list[Row] = [
        {"notes in store": notes, "s": timed(notes, cold), "imports alone s": reference} for notes in sizes or SIZES
    ]
    tell("start", rows, as_json, "goal: at most 4 s, without a network")
