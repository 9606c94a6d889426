"""Columns that SQLModel has no type of its own for: a moment with its zone, and JSON."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, Column, DateTime, TypeDecorator
from sqlalchemy.engine import Dialect
from sqlmodel import Field


class Moment(TypeDecorator[datetime]):
    """A point in time, kept in UTC and handed back with its zone, also by SQLite."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value.replace(tzinfo=UTC) if value and value.tzinfo is None else value


def json_column(default: str = "null") -> Any:
    """A JSON column; mypy sees the annotated type."""
    return Field(sa_column=Column(JSON, nullable=False, server_default=default))


UNORDERED = {"sqlite_with_rowid": False}
"""Rows lie in the order of their keys, so that none tells when it came."""
