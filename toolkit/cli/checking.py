"""`check`: whether this machine is ready for an evening, in words."""

import os
import platform
import shutil
import socket
from collections.abc import Callable
from datetime import UTC, datetime

from toolkit.cli.network import lan_address
from toolkit.settings import HERE, Settings
from toolkit.store.backup import SQLITE

Finding = tuple[bool, str]
OLDEST_CLOCK = datetime(2025, 1, 1, tzinfo=UTC)
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "firefox", "safari", "msedge", "x-www-browser", "open")


def disk(place: Settings) -> Finding:
    """An evening needs little, its backups more: 500 MB."""
    place.data.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(place.data).free // 2**20
    writable = os.access(place.data, os.W_OK)
    if not writable:
        return False, f"The folder {place.data} cannot be written. Choose another with --data."
    return free >= 500, f"Disk: {free} MB free in {place.data}." + ("" if free >= 500 else " Make room: 500 MB.")


def clock(now: datetime) -> Finding:
    """A laptop with a flat battery wakes up in the past."""
    good = now >= OLDEST_CLOCK
    return good, f"Clock: {now:%Y-%m-%d %H:%M} UTC." + ("" if good else " Set the date before the evening.")


def network() -> Finding:
    """The address residents would type."""
    address = lan_address()
    return bool(address), f"Network: phones reach this machine at {address}." if address else (
        "Network: none. Turn on the Wi-Fi or the hotspot, then check again."
    )


def port(number: int) -> Finding:
    """Whether the port is free."""
    with socket.socket() as probe:
        taken = probe.connect_ex(("127.0.0.1", number)) == 0
    return not taken, f"Port {number}: " + ("in use; the program may already be running." if taken else "free.")


def database() -> Finding:
    """SQLite 3.35 has everything the store uses."""
    return SQLITE >= (3, 35), f"SQLite: {'.'.join(map(str, SQLITE))}."


def fonts() -> Finding:
    """The fonts that paper is set in."""
    found = [path for kind in ("*.ttf", "*.otf") for path in (HERE / "data").rglob(kind)]
    return bool(found), f"Fonts for paper: {len(found)}." if found else "Fonts for paper are missing from data/."


def browser() -> Finding:
    """A browser for the desk and the projector."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None) or platform.system() in ("Windows", "Darwin")
    return bool(found), "Browser: found." if found else "Browser: none found. Install Firefox or Chromium."


def check(place: Settings, number: int) -> int:
    """Print every finding; the exit status is 1 when something must be done."""
    looks: tuple[Callable[[], Finding], ...] = (
        lambda: disk(place), lambda: clock(datetime.now(UTC)), network, lambda: port(number), database, fonts, browser,
    )  # fmt: skip
    findings = [look() for look in looks]
    for good, sentence in findings:
        print(f"{'ok ' if good else '!! '} {sentence}")
    return 0 if all(good for good, _ in findings) else 1
