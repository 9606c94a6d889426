"""Places for backups: whether a stick is still the stick, and how a person would call it."""

import os
import string
import sys
from dataclasses import dataclass
from pathlib import Path

from carousel.refusal import Refusal
from toolkit.i18n import _
from toolkit.store.backup import CLOSED, GONE

MOUNTS = ("/media/*/*", "/run/media/*/*", "/Volumes/*")  # where Linux and macOS put sticks
RELATIVE = _("Please write the whole path of the folder, such as {example}.")
EXAMPLE = "E:\\" if sys.platform == "win32" else "/media/usb"
REMOVABLE = 2  # what Windows calls a stick


@dataclass(frozen=True, slots=True)
class Place:
    """A folder for copies. `apart`: it is known to be on another disk than the data."""

    folder: Path
    apart: bool = False
    own: bool = False

    @property
    def name(self) -> str:
        """What the stick is called; the folder's name on the laptop's own disk."""
        mount = self.folder
        while not os.path.ismount(mount) and mount != mount.parent:
            mount = mount.parent
        return (mount if mount != mount.parent else self.folder).name or str(self.folder)


def sticks() -> tuple[Path, ...]:
    """Removable disks that are plugged in."""
    if sys.platform == "win32":
        import ctypes

        drives = (Path(f"{letter}:\\") for letter in string.ascii_uppercase)
        return tuple(one for one in drives if ctypes.windll.kernel32.GetDriveTypeW(str(one)) == REMOVABLE)
    found = sorted(path for pattern in MOUNTS for path in Path("/").glob(pattern[1:]))
    return tuple(path for path in found if os.path.ismount(path) and os.access(path, os.W_OK))


def elsewhere(folder: Path, data: Path) -> bool:
    """Whether a folder is on another disk than the data."""
    return folder.exists() and folder.stat().st_dev != data.stat().st_dev


def chosen(path: str, data: Path) -> Place:
    """The place that a person wrote; refuses what is not there or cannot be written."""
    folder = Path(path.strip()).expanduser()
    if not folder.is_absolute():
        raise Refusal(RELATIVE, field="place", example=EXAMPLE)
    if not folder.is_dir():
        raise Refusal(GONE, field="place", path=str(folder))
    if not os.access(folder, os.W_OK):
        raise Refusal(CLOSED, field="place", path=str(folder))
    return Place(folder.resolve(), elsewhere(folder, data))


def ready(place: Place, data: Path) -> None:
    """Make the place's last folder if its parent is there; refuses a stick that is gone, whose folder may be left."""
    if not place.folder.parent.is_dir():
        raise Refusal(GONE, status=503, path=str(place.folder))
    place.folder.mkdir(exist_ok=True)
    if place.apart and not elsewhere(place.folder, data):
        raise Refusal(GONE, status=503, path=str(place.folder))
