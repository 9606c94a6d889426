"""The copies in a folder: how they are called, which there are, and which are no longer needed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from toolkit.store.backup import KEPT_DAYS

MINUTES, HOURS = 60, 24  # the newest copies, then one an hour
AT_ONCE = 2  # copies deleted at a time: when the clock was wrong for a moment, little is lost
STAMP = "%Y%m%d-%H%M%S"


@dataclass(frozen=True, slots=True)
class Kept:
    """A copy by its name: why it was made ("vrtiljak", "before-0004", "before-restore"), of which store, when (UTC)."""

    path: Path
    kind: str
    mark: str
    made: datetime


def mark_of(secret: str) -> str:
    """Four hexadecimal digits that tell the stores of several laptops apart on one stick."""
    return sha256(f"backup:{secret}".encode()).hexdigest()[:4]


def name_of(now: datetime, mark: str, kind: str = "vrtiljak") -> str:
    """The file's name: kind, store, date and time in UTC."""
    return f"{kind}-{mark}-{now.astimezone(UTC):{STAMP}}.sqlite"


def kept(folder: Path, mark: str = "") -> tuple[Kept, ...]:
    """The copies in a folder, of this store if a mark is given, the newest first; other files are not looked at."""
    found = (_read(path) for path in folder.glob("*.sqlite")) if folder.is_dir() else ()
    own = (one for one in found if one is not None and mark in ("", one.mark))
    return tuple(sorted(own, key=lambda one: (one.made, one.path.name), reverse=True))


def _read(path: Path) -> Kept | None:
    kind, _, rest = path.stem[: -len("-00000000-000000")].rpartition("-")
    try:
        made = datetime.strptime(path.stem[-15:], STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Kept(path, kind, rest, made) if kind else None


def spare(copies: Sequence[Kept], now: datetime) -> tuple[Kept, ...]:
    """Which of one store's copies can go, the oldest first; never the newest of all.

    Kept are the newest 60, one an hour for a day, one a day, none beyond KEPT_DAYS. Copies from later than `now` were
    made while the clock was wrong; they count as new.
    """
    made = sorted(copies, key=lambda one: one.made, reverse=True)
    usual = [one for one in made if one.kind == "vrtiljak"]
    days = {one for one in made if now - one.made <= timedelta(days=KEPT_DAYS)}
    hours = [one for one in usual if now - one.made <= timedelta(hours=HOURS)]
    needed = {
        *made[:1],
        *(one for one in usual[:MINUTES] if one in days),
        *_first_of(hours, "%Y%m%d%H"),
        *_first_of((one for one in usual if one in days), "%Y%m%d"),
        *(one for one in days if one.kind != "vrtiljak"),
    }
    return tuple(one for one in reversed(made) if one not in needed)


def _first_of(copies: Iterable[Kept], unit: str) -> Iterator[Kept]:
    """The newest of each hour or day."""
    seen: set[str] = set()
    for one in copies:
        if (named := f"{one.made:{unit}}") not in seen:
            seen.add(named)
            yield one


def tidy(folder: Path, mark: str, now: datetime) -> int:
    """Delete what is spare and drafts that were left an hour ago; how many copies were deleted."""
    for draft in folder.glob(f"*-{mark or '*'}-*.sqlite.part"):
        if now.timestamp() - draft.stat().st_mtime > timedelta(hours=1).total_seconds():
            draft.unlink(missing_ok=True)
    gone = spare(kept(folder, mark), now)[:AT_ONCE]
    for one in gone:
        one.path.unlink(missing_ok=True)
    return len(gone)
