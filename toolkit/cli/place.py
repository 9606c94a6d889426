"""Which folder a command works on."""

import os
from pathlib import Path

from toolkit.settings import Settings, settings
from toolkit.store import Store, opened


def at(data: Path | None, backup: Path | None = None) -> Settings:
    """The settings with this folder, and this second place for backups; told to everything that reads the environment
    later."""
    if backup is not None:
        os.environ["VRTILJAK_BACKUP"] = str(backup.expanduser().resolve())
    if data is not None:
        os.environ["VRTILJAK_DATA"] = str(data.resolve())
    return settings()


def store(place: Settings) -> Store:
    """The store in that folder, made when it isn't there."""
    return opened(place)
