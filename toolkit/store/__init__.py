"""The only place that knows SQL."""

from toolkit.store.store import Announcement, Store, Transaction, opened

__all__ = ["Announcement", "Store", "Transaction", "opened"]
