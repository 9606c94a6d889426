"""Backups as staff know them: the second place that they choose, and the keeper that makes the copies."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import Any

from carousel.refusal import Refusal
from toolkit.i18n import _
from toolkit.settings import Settings, settings
from toolkit.store import Store, Transaction
from toolkit.store.backups import mark_of
from toolkit.store.backups_keeper import Keeper
from toolkit.store.backups_place import Place, chosen
from toolkit.store.choices import choice, set_choice

PLACE = "backup_place"
FIXED = _("Whoever started the program has chosen the place. Ask them to change it.")
_keepers: dict[str, Keeper] = {}
_beginning = Lock()


def set_place(tx: Transaction, path: str, now: datetime) -> None:
    """Keep backups in this folder, too; an empty text forgets it. Refuses a folder that is not there at the field."""
    own = settings()
    if own.backup or own.https:
        raise Refusal(FIXED, status=409, field="place")
    place = chosen(path, own.data) if path.strip() else None
    set_choice(tx, PLACE, {"path": str(place.folder), "apart": place.apart} if place else None)


def second_place(store: Store, own: Settings) -> Place | None:
    """The folder beside the data's own backups: as the program was started, else as chosen on Settings."""
    return place_of(own, None if own.backup or own.https else store.read(choice, PLACE))


def place_of(own: Settings, kept: Mapping[str, Any] | None) -> Place | None:
    """The same from what the store keeps under PLACE."""
    if own.backup:
        return Place(own.backup)
    return Place(Path(kept["path"]), bool(kept["apart"])) if kept else None


def begin(store: Store, own: Settings) -> Keeper | None:
    """The process's keeper for this store, started at the first call; None for PostgreSQL, which has its own ways."""
    if not store.url.startswith("sqlite"):
        return None
    with _beginning:
        if store.url not in _keepers:
            keeper = Keeper(store, own.data, mark_of(own.secret), lambda: second_place(store, own))
            keeper.start()
            _keepers[store.url] = keeper
        return _keepers[store.url]


def end(store: Store) -> None:
    """A last copy, then no more."""
    with _beginning:
        keeper = _keepers.pop(store.url, None)
    if keeper is not None:
        keeper.stop()


def keeper_of(store: Store) -> Keeper | None:
    """The keeper that runs for this store, if one does."""
    return _keepers.get(store.url)
