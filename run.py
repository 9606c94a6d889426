#!/usr/bin/env python3
"""Start Vrtiljak with nothing but Python: make `.venv`, install what is pinned there, hand over to the program.

python3 run.py                 serve, with the demo in an empty store, and open the browser
python3 run.py test [ARGS]     every test and contract; with ARGS only pytest with those
python3 run.py COMMAND …       serve, demo, import, group, export, rehearse, bench, backup, restore, check
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import platform
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
OLDEST = (3, 11)
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
CONTRACTS = {
    "ruff": ("-m", "ruff", "check", "."),
    "mypy": ("-m", "mypy", "--strict"),
    "import-linter": ("-c", "from importlinter.cli import lint_imports_command as c; c()", "--no-logo"),
}


def say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


def stop(sentence: str) -> None:
    say(sentence)
    raise SystemExit(1)


def fingerprint(requirements: str) -> str:
    """A hash of everything that decides what `requirements` installs, this Python included."""
    files = ["requirements.txt", "constraints.txt", requirements]
    digest = hashlib.sha256(platform.python_version().encode())
    for name in sorted(set(files)):
        digest.update((HERE / name).read_bytes())
    return digest.hexdigest()


def stamp(requirements: str) -> Path:
    return VENV / f"{requirements}.sha256"


def installed(requirements: str) -> bool:
    mark = stamp(requirements)
    return PYTHON.exists() and mark.exists() and mark.read_text() == fingerprint(requirements)


def root_on_debian() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install_debian(*packages: str) -> bool:
    """Install Debian packages; False when that is not possible here."""
    if not root_on_debian():
        return False
    say(f"Installing Debian packages: {' '.join(packages)} …")
    quiet = {"stdin": subprocess.DEVNULL, "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}}
    for command in (["update", "-q"], ["install", "-y", "-q", "--no-install-recommends", *packages]):
        if subprocess.run(["apt-get", *command], stdout=subprocess.DEVNULL, **quiet).returncode:  # type: ignore[call-overload]
            return False
    importlib.invalidate_caches()
    return True


def has_ensurepip() -> bool:
    return importlib.util.find_spec("ensurepip") is not None


def make_venv() -> None:
    """A fresh `.venv`, also over one that was left half made or whose Python is gone."""
    if not has_ensurepip() and not install_debian("python3-venv"):
        stop(
            "This Python cannot make a virtual environment. Install the missing part and start again:\n"
            "  Debian, Ubuntu:  sudo apt install python3-venv\n"
            "  others:          install Python from https://www.python.org/downloads/"
        )
    say("Making .venv …")
    made = subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], capture_output=True, text=True)
    if made.returncode:
        stop(f"Making .venv failed. Delete the folder {VENV} and start again.\n{made.stdout}{made.stderr}")


def usable() -> bool:
    """Whether `.venv` holds a Python that starts, has pip and is new enough."""
    if not PYTHON.exists():
        return False
    ask = f"import sys, pip; sys.exit(sys.version_info < {OLDEST})"
    return subprocess.run([str(PYTHON), "-c", ask], capture_output=True).returncode == 0


def watch(process: subprocess.Popen[str], tail: list[str]) -> None:
    """Show phases, packages and seconds while pip works; keep its last lines in `tail` for a failure."""
    began, phase, packages = time.monotonic(), "Fetching", 0

    def read() -> None:
        nonlocal phase, packages
        for line in process.stdout or ():
            tail.append(line.rstrip())
            del tail[:-15]
            packages += line.startswith("Collecting ")
            if line.startswith("Installing collected"):
                phase = "Unpacking"

    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    live, shown = sys.stderr.isatty(), -10.0
    while reader.is_alive():
        reader.join(0.5)
        seconds = time.monotonic() - began
        if live or seconds - shown >= 10:
            shown = seconds
            text = f"  {phase}: {packages} packages, {seconds:.0f} s"
            print(f"\r{text}   " if live else text, end="" if live else "\n", file=sys.stderr, flush=True)
    if live:
        print(file=sys.stderr)


def install(requirements: str) -> None:
    """Bring `.venv` up to `requirements`; nothing is fetched when it already is."""
    if installed(requirements):
        return
    if not usable():
        make_venv()
    say(f"Installing {requirements} (once; needs the internet) …")
    command = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--progress-bar", "off"]
    command += ["--no-input", "-r", str(HERE / requirements)]
    tail: list[str] = []
    with subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=HERE
    ) as process:
        watch(process, tail)
    if process.returncode:
        say("\n".join(tail))
        stop("Installing failed; the reason stands above. Check the internet connection and free space, start again.")
    stamp(requirements).write_text(fingerprint(requirements))
    say("Installed.")
    learn()


def learn() -> None:
    """Learn the themes of notes from the shipped examples, so that nobody waits for it in the hall."""
    say("Learning the themes (once, some seconds) …")
    subprocess.run([str(PYTHON), "-c", "from toolkit.cli.learning import learn; learn()"], cwd=HERE)


def hand_over(*arguments: str) -> int:
    """Run the program's own Python: in this process's place, or on Windows as a child that gets the signals."""
    command = [str(PYTHON), *arguments]
    os.chdir(HERE)
    sys.stdout.flush()
    if not WINDOWS:
        os.execv(command[0], command)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches the child by the console itself
    return subprocess.run(command).returncode


def playwrights_own() -> str | None:
    ask = "from playwright.sync_api import sync_playwright as s\nwith s() as p: print(p.chromium.executable_path)"
    answer = subprocess.run([str(PYTHON), "-c", ask], capture_output=True, text=True).stdout.strip()
    return answer if answer and Path(answer).exists() else None


def find_browser() -> str | None:
    named = os.environ.get("VRTILJAK_CHROMIUM")
    if named and Path(named).exists():
        return named
    return next(filter(None, map(shutil.which, BROWSERS)), None) or playwrights_own()


def get_browser() -> str:
    """A Chromium for the browser tests, installed when there is none."""
    found = find_browser()
    if found:
        return found
    say("No Chromium found; installing one for the browser tests …")
    if not install_debian("chromium", "fonts-dejavu-core"):
        subprocess.run([str(PYTHON), "-m", "playwright", "install", "chromium"], stdin=subprocess.DEVNULL)
    found = find_browser()
    if not found:
        stop("The browser tests need Chromium. Install it, or name one in VRTILJAK_CHROMIUM, and start again.")
    return str(found)


def check_contracts() -> list[str]:
    """Names of the contracts that do not hold."""
    broken = []
    for name, arguments in CONTRACTS.items():
        print(f"== {name}", flush=True)
        if subprocess.run([str(PYTHON), *arguments], stdin=subprocess.DEVNULL, cwd=HERE).returncode:
            broken.append(name)
    return broken


def test(arguments: list[str]) -> int:
    """Contracts, then pytest, whose closing line stays last; not 0 when anything failed."""
    install("requirements-test.txt")
    os.environ["VRTILJAK_CHROMIUM"] = get_browser()
    learn()
    broken = [] if arguments else check_contracts()
    if broken:
        print(f"Do not hold: {', '.join(broken)}", flush=True)
    # in the order of tests/conftest.py: files of one long test each would come last otherwise
    arguments = arguments or ["-n", "2", "--dist", "loadfile", "--no-loadscope-reorder"]
    tested = subprocess.run([str(PYTHON), "-m", "pytest", *arguments], stdin=subprocess.DEVNULL, cwd=HERE).returncode
    return tested or int(bool(broken))


def main(arguments: list[str]) -> int:
    if sys.version_info < OLDEST:
        stop(f"Vrtiljak needs Python 3.11 or newer; this is {platform.python_version()}. See https://www.python.org/")
    if arguments[:1] == ["test"]:
        return test(arguments[1:])
    if not installed("requirements-test.txt"):
        install("requirements.txt")
    return hand_over("-m", "toolkit.cli", *(arguments or ["serve", "--demo"]))


if __name__ == "__main__":
    try:
        raise SystemExit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        raise SystemExit(130) from None
