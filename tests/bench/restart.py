"""`bench restart`: from kill -9 to the first answered request."""

import subprocess
from pathlib import Path

from tests.bench.figures import Row, tell
from tests.bench.hall import HERE
from tests.bench.opening import ask, command, timed, until_served

SIZES = (0, 1000, 4000)


def killed(port: int, folder: Path, code: str) -> float:
    """Serve, kill, start again and ask."""
    with subprocess.Popen(command(port, folder), cwd=HERE, stdout=subprocess.DEVNULL) as process:
        ask(port, code)
        process.kill()
    return until_served(command(port, folder), port, code, kill=True)


def main(as_json: bool, sizes: tuple[int, ...]) -> None:
    """Print a row per number of notes in the store."""
    rows: list[Row] = [{"notes in store": notes, "s": timed(notes, killed)} for notes in sizes or SIZES]
    tell("restart", rows, as_json, "goal: at most 3 s from kill -9 to the first answered request")
