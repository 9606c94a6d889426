"""Whether this computer is ready for tonight: each finding is one sentence, and what to do."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from toolkit.acts import machine
from toolkit.i18n import ZONE, Translator, _
from toolkit.settings import HERE, Settings
from toolkit.store.backup import SQLITE
from toolkit.store.backups_place import Place, elsewhere
from toolkit.store.condition import condition, keeping_time

LEAST, GOOD = 300e6, 2e9  # bytes of disk
FEW, ENOUGH = 300e6, 1e9  # bytes of memory
SLOW, TOO_SLOW = 0.1, 1.0  # seconds to keep one note
LOW = 50  # percent of a battery: an evening lasts three hours
WRITTEN = datetime(2026, 11, 1, tzinfo=UTC)  # no clock that is right shows an earlier time
STATES = {"ok": _("ok"), "look": _("look"), "must": _("must")}


class State(StrEnum):
    """How a finding is: good, worth a look, or to be done before people come."""

    OK = "ok"
    LOOK = "look"
    MUST = "must"


@dataclass(frozen=True, slots=True)
class Finding:
    """English sentences, the keys of their translations; `todo` is empty where all is well."""

    state: State
    sentence: str
    todo: str = ""
    data: Mapping[str, object] = field(default_factory=dict)

    def said(self, words: Translator) -> str:
        """The whole finding in a language."""
        data = {name: words.number(one) if isinstance(one, float) else one for name, one in self.data.items()}
        return " ".join(words(one, **data) for one in (self.sentence, self.todo) if one)


@dataclass(frozen=True, slots=True)
class Evening:
    """What is asked about: the data, the second place for copies, the address phones reach, the port if it should be
    free, and the time."""

    own: Settings
    second: Place | None
    address: str | None
    port: int | None
    now: datetime


def findings(tonight: Evening) -> Iterator[Finding]:
    """Each as soon as it is known; a look that fails says so itself and does not stop the others."""
    looks: tuple[Callable[[Evening], Finding], ...] = (
        disk, backup_place, clock, time_zone, power, sleep, memory, network, port, firewall, store, keeping, database,
        fonts, browser,
    )  # fmt: skip
    for look in looks:
        try:
            yield look(tonight)
        except OSError as problem:
            said = _("This could not be looked at: {what}.")
            yield Finding(State.LOOK, said, _("Look yourself."), {"what": problem.strerror or str(problem)})


def disk(tonight: Evening) -> Finding:
    """An evening needs little; its backups need more."""
    tonight.own.data.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(tonight.own.data).free
    said = {"free": free / 1e9}
    if free >= GOOD:
        return Finding(State.OK, _("Disk: {free} GB are free."), data=said)
    state = State.LOOK if free >= LEAST else State.MUST
    return Finding(state, _("Disk: only {free} GB are free."), _("Delete or move large files; 2 GB are enough."), said)


def backup_place(tonight: Evening) -> Finding:
    """A second disk, because a broken one takes the store and its copies along."""
    place = tonight.second
    if place is None:
        todo = _("Plug in a USB stick and choose it on the page Settings.")
        return Finding(State.LOOK, _("Backups: only this disk has copies."), todo)
    said: dict[str, object] = {"path": str(place.folder)}
    if not place.folder.parent.is_dir() or (place.apart and not elsewhere(place.folder, tonight.own.data)):
        todo = _("Plug in the stick, or choose another place on the page Settings.")
        return Finding(State.MUST, _("Backups: the place {path} is not there."), todo, said)
    there = place.folder if place.folder.is_dir() else place.folder.parent
    free = shutil.disk_usage(there).free
    if free < LEAST:
        said["free"] = free / 1e9
        todo = _("Delete something on it, or choose another one.")
        return Finding(State.MUST, _("Backups: only {free} GB are free in {path}."), todo, said)
    if not elsewhere(there, tonight.own.data):
        todo = _("A broken disk takes both: choose a USB stick on the page Settings.")
        return Finding(State.LOOK, _("Backups: {path} is on the same disk as the data."), todo, said)
    return Finding(State.OK, _("Backups: also to {path}."), data=said)


def clock(tonight: Evening) -> Finding:
    """A laptop with a flat battery wakes up in the past; files that were written before it know better."""
    latest = max((_written(path) for path in (*tonight.own.data.glob("*"), HERE / "run.py")), default=WRITTEN)
    said = {"when": f"{tonight.now.astimezone(ZONE):%d. %m. %Y %H:%M}"}
    if tonight.now < WRITTEN or tonight.now + timedelta(hours=2) < latest:
        return Finding(State.MUST, _("Clock: {when} cannot be right."), _("Set date and time."), said)
    return Finding(State.OK, _("Clock: {when}."), data=said)


def time_zone(tonight: Evening) -> Finding:
    """Times are shown as in Ljubljana, whatever the computer's own zone."""
    if tonight.now.astimezone().utcoffset() == tonight.now.astimezone(ZONE).utcoffset():
        return Finding(State.OK, _("Time zone: the same as in Ljubljana."))
    said = _("Time zone: this computer has another one; the program shows the time of Ljubljana.")
    return Finding(State.LOOK, said, _("Compare the clock above with your watch."))


def power(_tonight: Evening) -> Finding:
    """On mains, or with a battery for an evening."""
    found = machine.power()
    said = {"left": found.battery}
    if found.plugged or found == machine.Power():
        return Finding(State.OK, _("Power: plugged in, or no battery."))
    if found.battery is not None and found.battery < LOW:
        return Finding(State.MUST, _("Power: on battery, {left} % left."), _("Plug in the charger."), said)
    return Finding(State.LOOK, _("Power: on battery."), _("Plug in the charger for the evening."))


def sleep(_tonight: Evening) -> Finding:
    """A laptop that sleeps takes the evening with it."""
    asleep = machine.sleeps()
    if asleep is False or (asleep is None and machine.power() == machine.Power()):
        return Finding(State.OK, _("Sleep: the computer stays awake while plugged in."))
    todo = _("In the power settings choose: never sleep while plugged in. Leave the lid open.")
    if asleep:
        return Finding(State.LOOK, _("Sleep: the computer falls asleep by itself."), todo)
    return Finding(State.LOOK, _("Sleep: the setting could not be read."), todo)


def memory(_tonight: Evening) -> Finding:
    """What other programs leave."""
    free = machine.free_memory()
    if free is None:
        return Finding(State.OK, _("Memory: the computer does not tell."))
    said = {"free": free / 1e9}
    if free >= ENOUGH:
        return Finding(State.OK, _("Memory: {free} GB are free."), data=said)
    state = State.LOOK if free >= FEW else State.MUST
    return Finding(state, _("Memory: only {free} GB are free."), _("Close other programs."), said)


def network(tonight: Evening) -> Finding:
    """The address that residents would type."""
    if tonight.address:
        said = {"address": tonight.address}
        return Finding(State.OK, _("Network: phones reach this computer at {address}."), data=said)
    if tonight.port is None:
        todo = _("Turn on the Wi-Fi or the hotspot, then start the program again.")
        return Finding(State.MUST, _("Network: phones cannot reach this computer."), todo)
    return Finding(State.MUST, _("Network: none."), _("Turn on the Wi-Fi or the hotspot, then look again."))


def port(tonight: Evening) -> Finding:
    """Whether the program can answer where it should."""
    if tonight.port is None:
        return Finding(State.OK, _("Port: the program is running."))
    import socket

    said = {"port": tonight.port}
    with socket.socket() as probe:
        taken = probe.connect_ex(("127.0.0.1", tonight.port)) == 0
    if not taken:
        return Finding(State.OK, _("Port {port}: free."), data=said)
    todo = _("If it is not Vrtiljak, close it, or start with --port 8600.")
    return Finding(State.LOOK, _("Port {port}: a program is running there already."), todo, said)


def firewall(tonight: Evening) -> Finding:
    """Whether something may keep phones out."""
    said = {"port": tonight.port or 8501}
    todo = {
        "ufw": _("Let phones in: sudo ufw allow {port}/tcp"),
        "firewalld": _("Let phones in: sudo firewall-cmd --add-port={port}/tcp"),
        "system": _("If the system asks, allow private networks. Then open the address on a phone."),
    }
    found = machine.firewall()
    if found is None:
        return Finding(State.OK, _("Firewall: none was found."))
    return Finding(State.LOOK, _("Firewall: one is on."), todo[found], said)


def store(tonight: Evening) -> Finding:
    """Whether what is kept already is sound and of this program's age."""
    if not tonight.own.url.startswith("sqlite:///"):
        return Finding(State.OK, _("Data: in PostgreSQL, which looks after itself."))
    found = condition(Path(tonight.own.url.removeprefix("sqlite:///")))
    if found is None:
        return Finding(State.OK, _("Data: none yet."))
    if not found.sound:
        todo = _("Go back to a backup: python3 run.py restore FILE")
        return Finding(State.MUST, _("Data: damaged."), todo)
    if found.newer:
        return Finding(State.MUST, _("Data: made by a newer Vrtiljak."), _("Update the program."))
    if found.older:
        return Finding(State.OK, _("Data: sound; the next start brings it up to date, after a backup."))
    return Finding(State.OK, _("Data: sound."))


def keeping(tonight: Evening) -> Finding:
    """A text is written, brought to the disk and read back."""
    took = keeping_time(tonight.own.data)
    if took is None:
        todo = _("Don't use this disk: choose another folder with --data.")
        return Finding(State.MUST, _("Writing: a test note did not come back."), todo)
    said = {"took": round(took * 1000)}
    if took < SLOW:
        return Finding(State.OK, _("Writing: a test note was on the disk after {took} ms."), data=said)
    state = State.LOOK if took < TOO_SLOW else State.MUST
    todo = _("Close other programs; keep the data on the computer's own disk.")
    return Finding(state, _("Writing: a test note needed {took} ms to reach the disk."), todo, said)


def database(_tonight: Evening) -> Finding:
    """What the store needs; before 3.51.3 two programs that write to one store can damage it."""
    said = {"version": ".".join(map(str, SQLITE))}
    if SQLITE < (3, 35):
        todo = _("Install a newer Python from python.org.")
        return Finding(State.MUST, _("SQLite {version} is too old."), todo, said)
    if SQLITE < (3, 51, 3):
        todo = _("Don't start the program twice on the same data.")
        return Finding(State.OK, _("SQLite {version} does."), todo, said)
    return Finding(State.OK, _("SQLite {version} does."), data=said)


def fonts(_tonight: Evening) -> Finding:
    """What paper is set in."""
    if any((HERE / "data").rglob("*.ttf")):
        return Finding(State.OK, _("Fonts for paper: there."))
    return Finding(State.MUST, _("Fonts for paper: missing."), _("Get the whole program again."))


def browser(_tonight: Evening) -> Finding:
    """For the desk and the projector."""
    if machine.browser():
        return Finding(State.OK, _("Browser: there."))
    return Finding(State.MUST, _("Browser: none was found."), _("Install Firefox or Chromium."))


def _written(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)
