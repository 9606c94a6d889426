"""What this computer tells of itself: memory, power, sleep, firewall, browser. None where it does not tell."""

import os
import re
import shutil
import subprocess  # the systems' own tools, with fixed arguments
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from toolkit.acts import machine_windows

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "firefox", "firefox-esr", "msedge", "x-www-browser")
SUPPLIES = Path("/sys/class/power_supply")


@dataclass(frozen=True, slots=True)
class Power:
    """Whether the computer is plugged in, and its battery in percent; None: it has none, or it does not tell."""

    plugged: bool | None = None
    battery: int | None = None


def asked(*command: str) -> str:
    """What one of the system's own tools says; empty when it is not there or does not answer."""
    tool = shutil.which(command[0])
    if tool is None:
        return ""
    with suppress(OSError, subprocess.TimeoutExpired):
        return subprocess.run(  # noqa: S603  fixed commands of ours
            [tool, *command[1:]], capture_output=True, text=True, timeout=5, stdin=subprocess.DEVNULL, check=False
        ).stdout
    return ""


def free_memory() -> int | None:
    """Bytes that programs can still have."""
    if sys.platform == "win32":
        return machine_windows.free_memory()
    with suppress(OSError):
        for line in Path("/proc/meminfo").read_text("ascii").splitlines():
            if line.startswith("MemAvailable:"):
                return int(line.split()[1]) * 1024
    pages = re.findall(r"Pages (?:free|inactive|purgeable):\s+(\d+)", asked("vm_stat"))
    return sum(map(int, pages)) * os.sysconf("SC_PAGE_SIZE") if pages else None


def power(supplies: Path = SUPPLIES) -> Power:
    """Mains and battery."""
    if sys.platform == "win32":
        return Power(*machine_windows.power())
    if sys.platform == "darwin":
        said = asked("pmset", "-g", "batt")
        left = re.search(r"(\d+)%", said)
        return Power("AC Power" in said if said else None, int(left[1]) if left else None)
    kinds = {path: _read(path / "type") for path in supplies.glob("*")}
    online = [_read(path / "online") == "1" for path, kind in kinds.items() if kind in ("Mains", "USB")]
    charges = [_read(path / "capacity") for path, kind in kinds.items() if kind == "Battery"]
    left = next((int(one) for one in charges if one.isdecimal()), None)
    return Power(any(online) if online else None, left)


def sleeps() -> bool | None:
    """Whether the computer goes to sleep by itself though it is plugged in."""
    if sys.platform == "win32":
        said = asked("powercfg", "/query", "SCHEME_CURRENT", "SUB_SLEEP", "STANDBYIDLE")
        seconds = re.findall(r"0x([0-9a-fA-F]{8})", said)  # the last two: plugged in, on battery
        return int(seconds[-2], 16) > 0 if len(seconds) > 1 else None
    if sys.platform == "darwin":
        minutes = re.search(r"^\s*sleep\s+(\d+)", asked("pmset", "-g"), re.MULTILINE)
        return int(minutes[1]) > 0 if minutes else None
    said = asked("gsettings", "get", "org.gnome.settings-daemon.plugins.power", "sleep-inactive-ac-type")
    return "nothing" not in said if said else None


def firewall() -> str | None:
    """The firewall that may stand between phones and the program: ufw, firewalld or the system's own."""
    if sys.platform in ("win32", "darwin"):
        return "system"
    if re.search(r"^ENABLED=yes", _read(Path("/etc/ufw/ufw.conf")), re.MULTILINE):
        return "ufw"
    return "firewalld" if Path("/run/firewalld").exists() else None


def browser() -> bool:
    """Whether there is a browser for the desk and the projector."""
    return sys.platform in ("win32", "darwin") or any(map(shutil.which, BROWSERS))


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8").strip()
    except OSError:
        return ""
