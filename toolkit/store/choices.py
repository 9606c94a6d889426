"""Programme-wide settings by name."""

from typing import Any

from toolkit.store.store import Transaction
from toolkit.store.tables import ChoiceRow


def choice(tx: Transaction, name: str, default: Any = None) -> Any:
    """The value of a setting; `default` when it was never set. Names: organiser, contact, wifi, public_key …"""
    row = tx.get(ChoiceRow, name)
    return default if row is None else row.value


def set_choice(tx: Transaction, name: str, value: Any) -> None:
    """Set a setting to a JSON value."""
    row = tx.get(ChoiceRow, name) or ChoiceRow(name=name)
    row.value = value
    tx.add(row)
