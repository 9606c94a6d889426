"""Stores as released programs left them: an evening played with each of those programs, and an open second one."""

import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import JSON, Boolean, Date, DateTime, Engine, LargeBinary, MetaData, create_engine

from toolkit.store.engine import MIGRATIONS

RELEASED = Path(__file__).with_name("released")
REVISIONS = tuple(sorted(path.stem for path in RELEASED.glob("*.sql")))


def released(revision: str, path: Path) -> dict[str, int]:
    """The store of that release in this file; its rows by table."""
    with closing(sqlite3.connect(path)) as store:
        store.executescript((RELEASED / f"{revision}.sql").read_text("utf-8"))
    return rows(path)


def rows(path: Path) -> dict[str, int]:
    with closing(sqlite3.connect(path)) as store:
        names = [name for (name,) in store.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: store.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}


def contents(path: Path) -> dict[str, list[dict[str, Any]]]:
    """Every row of every table, in any order."""
    with closing(sqlite3.connect(path)) as store:
        store.row_factory = sqlite3.Row
        names = [name for (name,) in store.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: [dict(row) for row in store.execute(f'SELECT * FROM "{name}"')] for name in names}


def released_on_postgresql(revision: str, address: str, sqlite: Path) -> None:
    """The same rows in a PostgreSQL of that release's schema."""
    engine = create_engine(address.replace("postgresql://", "postgresql+psycopg://", 1))
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    _fill(engine, contents(sqlite))
    engine.dispose()


def _fill(engine: Engine, kept: Mapping[str, list[dict[str, Any]]]) -> None:
    schema = MetaData()
    schema.reflect(engine)
    with engine.begin() as connection:
        for table in schema.sorted_tables:
            for row in kept.get(table.name, ()) if table.name != "alembic_version" else ():
                typed = {name: _typed(table.columns[name].type, value) for name, value in row.items()}
                connection.execute(table.insert().values(typed))


def _typed(kind: object, value: Any) -> Any:
    """SQLite's text as PostgreSQL's driver wants it."""
    if value is None:
        return None
    if isinstance(kind, JSON):
        return json.loads(value) if isinstance(value, str) else value
    if isinstance(kind, DateTime):
        return datetime.fromisoformat(f"{value}+00:00")
    if isinstance(kind, Date):
        return date.fromisoformat(value)
    if isinstance(kind, Boolean):
        return bool(value)
    return bytes(value) if isinstance(kind, LargeBinary) else value
