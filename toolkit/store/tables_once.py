"""Tables of what happens once: tickets that were used, figures that are out, what was deleted, gestures."""

from datetime import date
from typing import Any

from sqlmodel import Field, SQLModel

from toolkit.store.columns import UNORDERED, json_column


class AdmissionRow(SQLModel, table=True):
    """A printed ticket that lets one phone in, as a hash; `used` is the hashed key of the check-in that used it."""

    __tablename__ = "admission"
    __table_args__ = UNORDERED
    hash: str = Field(primary_key=True)
    workshop_id: int = Field(foreign_key="workshop.id", index=True)
    used: str | None = None


class ReleasedRow(SQLModel, table=True):
    """Which version of the figures phones may see is out; the next one must differ by enough people."""

    __tablename__ = "released"
    workshop_id: int = Field(primary_key=True, foreign_key="workshop.id")
    kind: str = Field(primary_key=True)
    value: Any = json_column()


class TombstoneRow(SQLModel, table=True):
    """What was deleted on request, as a hash, so that a restored copy deletes it again."""

    __tablename__ = "tombstone"
    __table_args__ = UNORDERED
    hash: str = Field(primary_key=True)
    kind: str
    day: date


class GestureRow(SQLModel, table=True):
    """The last numbered gesture of a browser that was carried out: sent again after a crash, none is done twice."""

    __tablename__ = "gesture"
    workshop_id: int = Field(primary_key=True, foreign_key="workshop.id")
    client: str = Field(primary_key=True)
    last: int
