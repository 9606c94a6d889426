"""`backup`: a copy made by the database itself, opened and counted before it is called a backup."""

from datetime import UTC, datetime
from pathlib import Path

from toolkit.settings import Settings
from toolkit.store.backup import copy_checked


def back_up(place: Settings, out: Path | None) -> Path:
    """The path of a checked copy in `out`, or in the data folder's backups."""
    folder = out or place.data / "backups"
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"vrtiljak-{datetime.now(UTC):%Y%m%d-%H%M%S}.sqlite"
    copy_checked(place.url, target)
    return target
