"""Alembic's door: run with the connection that the store hands in."""

from alembic import context
from sqlmodel import SQLModel

from toolkit.store import tables, tables_once, tables_staff  # noqa: F401  the imports fill the metadata

context.configure(
    connection=context.config.attributes["connection"], target_metadata=SQLModel.metadata, render_as_batch=True
)
with context.begin_transaction():
    context.run_migrations()
