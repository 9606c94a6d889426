"""`bench malformed`: thousands of requests that no client would send, against a real server on this machine."""

import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.bench.figures import Row, tell
from tests.bench.requests_broken import Seed, broken
from tests.sockets import Reply, exchange, request

HERE = Path(__file__).resolve().parent.parent.parent
SIZES = (10_000,)
AT_ONCE, PATIENCE = 6, 1.5  # threads; seconds an answer may take
WARM = 500  # requests before memory is measured
STEADY, APART, LONGEST = 2.0, 3.0, 60.0  # MB that memory may still move, in so many seconds; seconds to wait for that
MOST = 420  # seconds; what is left then is not sent
TELLING = re.compile(rb"Traceback|File \"|\.py\"?, line|sqlalchemy|sqlite3\.|psycopg|starlette\.|site-packages")
FAILED = re.compile(r"Traceback|a request failed|Exception in ASGI|thread failed")
MEGABYTE = 1024


@dataclass
class Seen:
    """What came back of all that was sent."""

    sent: int = 0
    statuses: Counter[int] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def take(self, kind: str, sent: bytes, reply: Reply) -> None:
        """Count an answer; what must not be is kept with what brought it about."""
        self.sent += 1
        self.statuses[reply.status] += 1
        self.kinds[kind] += 1
        later = reply.status == 503 and "retry-after" in reply.headers
        if (reply.status >= 500 and not later) or TELLING.search(reply.body):
            self.faults.append(f"{reply.status} for {kind} {sent[:300]!r}: {reply.body[:300]!r}")


@contextmanager
def served(folder: Path) -> Iterator[tuple["subprocess.Popen[str]", str, str, Path]]:
    """The program with its demo: process, address, code of the open workshop, and where its errors go."""
    said = folder / "stderr.txt"
    command = [sys.executable, "-m", "toolkit.cli", "serve", "--data", str(folder), "--host", "127.0.0.1"]
    command += ["--port", "0", "--no-browser", "--demo"]
    with said.open("wb") as errors, subprocess.Popen(
        command, cwd=HERE, stdout=subprocess.PIPE, stderr=errors, text=True,
        env={**os.environ, "VRTILJAK_PACE": "1000"},  # it is the input that counts here, not its pace
    ) as process:  # fmt: skip
        try:
            url, code = _announced(process)
            if not url:
                raise AssertionError(said.read_text("utf-8"))
            yield process, url, code, said
        finally:
            process.kill()


def _announced(process: "subprocess.Popen[str]") -> tuple[str, str]:
    url = code = ""
    for line in process.stdout or ():
        url = line.removeprefix("ready: ").strip() if line.startswith("ready: ") else url
        code = line.partition("/w/")[2].split()[0] if line.startswith("residents:") else code
        if line.startswith("Stop with"):
            return url, code
    return url, code


def memory(process: "subprocess.Popen[str]") -> float:
    """Resident memory in MB."""
    told = subprocess.run(["ps", "-o", "rss=", "-p", str(process.pid)], capture_output=True, text=True, check=True)
    return int(told.stdout) / MEGABYTE


def hammer(url: str, seed: Seed, numbers: range, seen: Seen, until: float) -> None:
    """Send the requests of these numbers, several at once; the same numbers make the same requests."""
    lock, left = threading.Lock(), iter(numbers)

    def send() -> None:
        while time.monotonic() < until:
            with lock:
                number = next(left, None)
            if number is None:
                return
            kind, sent, patience = broken(Random(number), seed)
            reply = exchange(url, sent, patience or PATIENCE)
            with lock:
                seen.take(kind, sent, reply)

    crew = [threading.Thread(target=send) for _ in range(AT_ONCE)]
    for one in crew:
        one.start()
    for one in crew:
        one.join()


def cookie_of(url: str, code: str, host: str) -> tuple[str, str]:
    """A resident's cookie and a form's token: what a stranger with the QR code has."""
    page = exchange(url, request("GET", f"/w/{code}", host))
    token = re.search(rb'name="csrf" value="([^"]+)"', page.body)
    return page.headers.get("set-cookie", "").partition(";")[0], token[1].decode() if token else ""


def settled(process: "subprocess.Popen[str]", url: str, folder: Path) -> float:
    """Memory once everything is loaded that is loaded only once, as figures and themes are."""
    with sqlite3.connect(folder / "vrtiljak.sqlite") as store:
        codes = [code for (code,) in store.execute("SELECT code FROM workshop")]
    for code in codes:
        exchange(url, request("GET", f"/w/{code}/results", url.removeprefix("http://")), patience=60)
    found, until = memory(process), time.monotonic() + LONGEST
    while time.monotonic() < until:
        time.sleep(APART)
        before, found = found, memory(process)
        if abs(found - before) < STEADY:
            break
    return found


def measured(size: int) -> Row:
    """One run: so many requests, then what the server says, weighs and still answers."""
    with tempfile.TemporaryDirectory() as kept, served(Path(kept)) as (process, url, code, said):
        host = url.removeprefix("http://")
        cookie, token = cookie_of(url, code, host)
        seed, seen, began = Seed(host, code, cookie, token), Seen(), time.monotonic()
        until = began + MOST
        hammer(url, seed, range(WARM), seen, until)
        before = settled(process, url, Path(kept))
        hammer(url, seed, range(WARM, size), seen, until)
        after, errors = memory(process), said.read_text("utf-8", errors="replace")
        alive = exchange(url, request("GET", "/health", host)).status == 200 and process.poll() is None
        for fault in seen.faults[:20]:
            print(fault, file=sys.stderr)
        for line in dict.fromkeys(line[24:] for line in errors.splitlines()):
            print(line, file=sys.stderr)
        return {
            "requests": seen.sent,
            "s": round(time.monotonic() - began, 1),
            "5xx or telling": len(seen.faults),
            "failures in the log": len(FAILED.findall(errors)),
            "MB more": round(after - before, 1),
            "kinds": len(seen.kinds),
            "no answer": seen.statuses[0],
            "answered after": int(alive),
        }


def main(as_json: bool, sizes: tuple[int, ...]) -> None:
    """Print a row per number of requests."""
    rows = [measured(size) for size in sizes or SIZES]
    tell("malformed", rows, as_json, "goal: 10,000 requests, no 5xx, nothing told, under 50 MB more, still answering")
