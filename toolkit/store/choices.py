"""Programme-wide settings by name."""

from typing import Any

from sqlalchemy import bindparam
from sqlalchemy import select as pick
from sqlmodel import SQLModel

from toolkit.store.store import Transaction
from toolkit.store.tables import ChoiceRow

CHOICE = SQLModel.metadata.tables[ChoiceRow.__tablename__]
_VALUE = pick(CHOICE.c.value).where(CHOICE.c.name == bindparam("name"))  # made once: it runs at every check-in


def choice(tx: Transaction, name: str, default: Any = None) -> Any:
    """The value of a setting; `default` when it was never set. Names: organiser, contact, wifi, public_key …"""
    row = tx.execute(_VALUE, {"name": name}).first()
    return default if row is None else row.value


def set_choice(tx: Transaction, name: str, value: Any) -> None:
    """Set a setting to a JSON value."""
    row = tx.get(ChoiceRow, name) or ChoiceRow(name=name)
    row.value = value
    tx.add(row)
