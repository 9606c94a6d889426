"""How long until somebody is served: shared by `start` and `restart`."""

import asyncio
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.bench.hall import HERE
from tests.bench.references import free_port
from tests.bench.wire import Wire
from tests.program import serving

FOUND = b'name="csrf"'


def filled_store(folder: Path, notes: int) -> str:
    """A store with the demo and so many imported answers; the code of its open workshop."""
    with serving(folder, "--demo") as server:
        code = server.codes[0]
        server.stop()
    if notes:
        table = folder / "answers.csv"
        rows = "".join(f"Klop številka {n} pri poti\n" for n in range(notes))
        table.write_text("besedilo\n" + rows, encoding="utf-8")
        bring = [sys.executable, "-m", "toolkit.cli", "import", str(table), "--community", "Bench"]
        subprocess.run([*bring, "--data", str(folder)], cwd=HERE, check=True, stdout=subprocess.DEVNULL)
    return code


def until_served(command: list[str], port: int, code: str, kill: bool) -> float:
    """Seconds from starting the command to a resident's whole page; then it is ended."""
    began = time.perf_counter()
    with subprocess.Popen(command, cwd=HERE, stdout=subprocess.DEVNULL) as process:
        try:
            ask(port, code)
            return time.perf_counter() - began
        finally:
            process.send_signal(signal.SIGKILL if kill else signal.SIGINT)


def ask(port: int, code: str) -> None:
    """Ask until a page with a form comes back."""
    async def once() -> bool:
        async with Wire(f"http://127.0.0.1:{port}") as wire:
            return FOUND in (await wire.get(f"/w/{code}")).body

    end = time.perf_counter() + 60
    while time.perf_counter() < end:
        try:
            if asyncio.run(once()):
                return
        except OSError:
            time.sleep(0.02)
    raise RuntimeError("nobody was served within a minute")


def command(port: int, folder: Path) -> list[str]:
    """What a facilitator types, without the browser."""
    where = ["--port", str(port), "--host", "127.0.0.1", "--data", str(folder), "--no-browser"]
    return [sys.executable, str(HERE / "run.py"), "serve", *where]


def timed(notes: int, run: Callable[[int, Path, str], float]) -> float:
    """The middle of three runs on a store with so many notes."""
    with tempfile.TemporaryDirectory() as folder:
        code = filled_store(Path(folder), notes)
        return sorted(run(free_port(), Path(folder), code) for _ in range(3))[1]
