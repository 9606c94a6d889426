"""Slips that a facilitator left out of the count: whoever counts asks here."""

from typing import Any

from sqlalchemy import ColumnElement, or_
from sqlalchemy import select as pick
from sqlmodel import SQLModel

from toolkit.store.tables import SlipRow

_SLIP = SQLModel.metadata.tables[str(SlipRow.__tablename__)]


def counts(slip: Any, workshop_id: Any) -> ColumnElement[bool]:
    """That what hangs on this slip counts; `slip` is a column, empty for notes from paper, `workshop_id` a number or
    a parameter."""
    left_out = pick(_SLIP.c.id).where(_SLIP.c.workshop_id == workshop_id, _SLIP.c.excluded.is_(True))
    return or_(slip.is_(None), slip.not_in(left_out))
