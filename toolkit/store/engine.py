"""Engines and pragmas: how SQLite and PostgreSQL are opened so that what is acknowledged is on the disk."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine, create_engine, event, inspect, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from carousel.refusal import Refusal
from toolkit.store.backup import copy_checked
from toolkit.store.backups import name_of

MIGRATIONS = Path(__file__).with_name("migrations")
NONE = "none"
PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "busy_timeout=5000",
    "foreign_keys=ON",
    "trusted_schema=OFF",
    "secure_delete=ON",
)
POSTGRESQL = {"connect_timeout": 5, "options": "-c synchronous_commit=on"}  # whatever its own file of settings says


def writing_engine(url: str) -> Engine:
    """The one connection that writes. SQLite takes its lock at BEGIN, so nothing read there can go stale."""
    return _engine(url, begin="BEGIN IMMEDIATE", size=1)


def reading_engine(url: str) -> Engine:
    """Connections that only read, each transaction a consistent picture."""
    return _engine(url, begin="BEGIN", size=6, extra=("query_only=ON",))


def _engine(url: str, *, begin: str, size: int, extra: tuple[str, ...] = ()) -> Engine:
    if not url.startswith("sqlite"):
        address = url.replace("postgresql://", "postgresql+psycopg://", 1)
        return create_engine(
            address, pool_size=size, pool_pre_ping=True, connect_args=POSTGRESQL, hide_parameters=True
        )
    alone = {"check_same_thread": False}
    engine = create_engine(url, pool_size=size, max_overflow=0, connect_args=alone, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def prepare(connection: DBAPIConnection, entry: ConnectionPoolEntry) -> None:
        # The driver's own BEGIN is switched off; ours below decides when the lock is taken.
        connection.isolation_level = None
        for pragma in PRAGMAS + extra:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def take_lock(connection: object) -> None:
        connection.exec_driver_sql(begin)  # type: ignore[attr-defined]

    return engine


def wait_for_lock(engine: Engine, milliseconds: int) -> None:
    """How long this engine's one connection to SQLite waits for a lock that another program holds."""
    if engine.dialect.name != "sqlite":
        return
    with closing(engine.raw_connection()) as connection:
        connection.cursor().execute(f"PRAGMA busy_timeout={milliseconds}")


def migrate(engine: Engine) -> None:
    """Bring the database to this program's schema; a database of a newer program is refused with status 503.

    An SQLite store is copied to its backups first. Both databases change their tables in one transaction: what fails
    half-way leaves everything as it was.
    """
    known = {path.stem.partition("_")[0] for path in (MIGRATIONS / "versions").glob("[0-9]*.py")}
    current = schema(engine)
    if current == max(known):
        return
    if current not in known | {NONE}:
        raise Refusal("This data was made by a newer Vrtiljak. Update the program, then start again.", status=503)
    if current != NONE and engine.dialect.name == "sqlite":
        _copy_first(engine, max(known))
    _upgrade(engine)


def _copy_first(engine: Engine, revision: str) -> None:
    """A checked copy beside the store, named after the schema that comes."""
    store = Path(str(engine.url.database)).resolve()
    folder = store.parent / "backups"
    folder.mkdir(exist_ok=True)
    name = name_of(datetime.now(UTC), store.stem, f"before-{revision}")
    copy_checked(engine.url.render_as_string(hide_password=False), folder / name)


def _upgrade(engine: Engine) -> None:
    from alembic import command  # takes long to import, and hardly any start needs it
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def schema(engine: Engine) -> str:
    """The revision of the schema, as /health reports it."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return NONE
        return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or NONE)
