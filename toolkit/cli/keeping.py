"""`backup`: a copy made by the database itself, opened and counted before it is called a backup."""

from datetime import UTC, datetime
from pathlib import Path

from toolkit.settings import Settings
from toolkit.store.backup import Copy, copy_checked, database_of, told
from toolkit.store.backups import mark_of, name_of


def back_up(own: Settings, out: Path | None) -> tuple[Copy, ...]:
    """Checked copies in `out` alone, or in the data folder's backups and in the second place that the program was
    started with."""
    database_of(own.url)
    folders = [out] if out else [own.data / "backups", *filter(None, [own.backup])]
    made: list[Copy] = []
    for folder in folders:
        with told(folder):
            folder.mkdir(parents=folder != own.backup, exist_ok=True)
        source = f"sqlite:///{made[0].path.as_posix()}" if made else own.url
        made.append(copy_checked(source, folder / name_of(datetime.now(UTC), mark_of(own.secret))))
    return tuple(made)
