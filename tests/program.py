"""A running program for tests and benches: started as a facilitator would, ended whatever happens."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent


@dataclass(slots=True)
class Server:
    """A running program: its address, what it printed, and its process."""

    url: str
    lines: list[str]
    data: Path
    process: "subprocess.Popen[str]"

    @property
    def sign_in(self) -> str:
        """The one-time link it printed."""
        return next(line.rpartition(" ")[2] for line in self.lines if line.startswith("sign in"))

    @property
    def codes(self) -> list[str]:
        """Codes of the open workshops it printed."""
        return [line.partition("/w/")[2].split()[0] for line in self.lines if line.startswith("residents:")]

    def kill(self) -> None:
        """As a power cut would."""
        self.process.kill()
        self.process.wait()
        if self.process.stdout:
            self.process.stdout.close()

    def stop(self) -> int:
        """As Ctrl+C would; the exit status."""
        self.process.send_signal(signal.SIGINT)
        try:
            return self.process.wait(timeout=120)
        except subprocess.TimeoutExpired:
            self.kill()
            raise


def start(data: Path, *arguments: str, port: int = 0, cores: Sequence[int] = ()) -> Server:
    """Start the program on this folder, on these cores alone if given, and wait for its last line."""
    command = [sys.executable, "-m", "toolkit.cli", "serve", "--data", str(data), "--host", "127.0.0.1"]
    command += ["--port", str(port), "--no-browser", *arguments]
    process = subprocess.Popen(command, cwd=HERE, stdout=subprocess.PIPE, text=True)
    if cores and hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(process.pid, cores)
    lines: list[str] = []
    for line in process.stdout or ():
        lines.append(line.rstrip())
        if line.startswith("Stop with"):
            url = next(line for line in lines if line.startswith("ready: ")).removeprefix("ready: ")
            return Server(url, lines, data, process)
    if process.stdout:
        process.stdout.close()
    raise AssertionError(f"the program ended with {process.wait()} after {lines}")


@contextmanager
def serving(data: Path, *arguments: str, port: int = 0, cores: Sequence[int] = ()) -> Iterator[Server]:
    """A running program, ended at the end whatever happens."""
    server = start(data, *arguments, port=port, cores=cores)
    try:
        yield server
    finally:
        if server.process.poll() is None:
            server.kill()
        elif server.process.stdout:
            server.process.stdout.close()
