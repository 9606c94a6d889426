"""Putting a copy in the store's place: nobody else may have it open, and nothing is half done if the power goes."""

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from sqlmodel import update

from carousel.refusal import Refusal
from toolkit.i18n import _
from toolkit.store.backup import NO_STORE
from toolkit.store.store import Transaction
from toolkit.store.tables_staff import LinkRow, SessionRow

IN_USE = _("The store is in use. Stop the program with Ctrl+C, then try again.")
JOURNALS = ("-wal", "-shm", "-journal")


def close_journal(path: Path) -> bool:
    """Bring everything into the one file. False when it is damaged; refuses with 409 while anybody has it open."""
    try:
        with closing(sqlite3.connect(path, timeout=0.5, isolation_level=None)) as store:
            store.execute("PRAGMA journal_mode=DELETE")
            return True
    except sqlite3.OperationalError as problem:
        if "locked" in str(problem):
            raise Refusal(IN_USE, status=409) from None
        return False
    except sqlite3.DatabaseError:
        return False


def put_in_place(copy: Path, store: Path) -> None:
    """The copy becomes the store, in one move of the file system."""
    if not close_journal(copy):
        raise Refusal(NO_STORE)
    for journal in JOURNALS:
        store.with_name(store.name + journal).unlink(missing_ok=True)
    os.replace(copy, store)


def set_aside(store: Path, aside: Path) -> None:
    """A damaged store is kept as it is, with what lies beside it."""
    os.replace(store, aside)
    for journal in JOURNALS:
        with suppress(FileNotFoundError):
            os.replace(store.with_name(store.name + journal), aside.with_name(aside.name + journal))


def end_sessions(tx: Transaction) -> None:
    """Sessions and links of that time hold no more: some had been ended since."""
    tx.exec(update(SessionRow).values(revoked=True))
    tx.exec(update(LinkRow).values(used=True))
