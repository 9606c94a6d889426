"""Roles by programme, the trail of staff acts, passes and tickets, and what deletion and release must remember."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None
MOMENT = sa.DateTime(timezone=True)


def flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), server_default=sa.false(), nullable=False)


def word(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), server_default='', nullable=False)


ADDED: dict[str, list[sa.Column[Any]]] = {
    'workshop': [
        sa.Column('closed', MOMENT), sa.Column('opens', sa.Date()), sa.Column('closes', sa.Date()), flag('tickets'),
    ],
    'slip': [flag('admitted'), word('flag'), flag('excluded')],
    'contact': [sa.Column('last_contact', sa.Date()), flag('done')],
    'staff': [sa.Column('subject', sa.String())],
    'staff_session': [sa.Column('programme_id', sa.Integer()), sa.Column('opened', MOMENT)],
    'link': [sa.Column('programme_id', sa.Integer()), word('person')],
}  # fmt: skip


def upgrade() -> None:
    for table, columns in ADDED.items():
        for column in columns:
            op.add_column(table, column)
    op.create_index(op.f('ix_staff_subject'), 'staff', ['subject'], unique=True)
    _access()
    _memory()
    # Whoever was a mentor could invite and set up until now, and goes on doing so.
    op.execute(
        "INSERT INTO member (staff_id, programme_id, role) SELECT staff.id, programme.id, "
        "CASE staff.role WHEN 'mentor' THEN 'owner' ELSE staff.role END FROM staff, programme"
    )
    op.execute("UPDATE staff_session SET role = 'owner' WHERE role = 'mentor'")
    op.execute("UPDATE link SET role = 'owner' WHERE role = 'mentor'")
    # Not as a batch: that makes the table anew, and SQLite refuses to drop one that sessions refer to.
    op.drop_column('staff', 'role')
    _unordered()


def _access() -> None:
    op.create_table('member',
    sa.Column('staff_id', sa.Integer(), nullable=False),
    sa.Column('programme_id', sa.Integer(), nullable=False),
    sa.Column('role', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['programme_id'], ['programme.id'], ),
    sa.ForeignKeyConstraint(['staff_id'], ['staff.id'], ),
    sa.PrimaryKeyConstraint('staff_id', 'programme_id')
    )
    op.create_table('pass',
    sa.Column('id', sa.String(), nullable=False),
    sa.Column('workshop_id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('station', sa.Integer(), nullable=True),
    sa.Column('revoked', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['workshop_id'], ['workshop.id'], ),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_index(op.f('ix_pass_workshop_id'), 'pass', ['workshop_id'])
    op.create_table('trail',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('at', MOMENT, nullable=False),
    sa.Column('programme_id', sa.Integer(), nullable=True),
    sa.Column('workshop_id', sa.Integer(), nullable=True),
    sa.Column('who', sa.String(), nullable=False),
    sa.Column('role', sa.String(), nullable=False),
    sa.Column('act', sa.String(), nullable=False),
    sa.Column('about', sa.String(), nullable=False),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_index(op.f('ix_trail_programme_id'), 'trail', ['programme_id'])


def _memory() -> None:
    op.create_table('admission',
    sa.Column('hash', sa.String(), nullable=False),
    sa.Column('workshop_id', sa.Integer(), nullable=False),
    sa.Column('used', sa.String(), nullable=True),
    sa.ForeignKeyConstraint(['workshop_id'], ['workshop.id'], ),
    sa.PrimaryKeyConstraint('hash')
    )
    op.create_index(op.f('ix_admission_workshop_id'), 'admission', ['workshop_id'])
    op.create_table('released',
    sa.Column('workshop_id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('value', sa.JSON(), server_default='null', nullable=False),
    sa.ForeignKeyConstraint(['workshop_id'], ['workshop.id'], ),
    sa.PrimaryKeyConstraint('workshop_id', 'kind')
    )
    op.create_table('tombstone',
    sa.Column('hash', sa.String(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.PrimaryKeyConstraint('hash')
    )
    op.create_table('gesture',
    sa.Column('workshop_id', sa.Integer(), nullable=False),
    sa.Column('client', sa.String(), nullable=False),
    sa.Column('last', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['workshop_id'], ['workshop.id'], ),
    sa.PrimaryKeyConstraint('workshop_id', 'client')
    )


def _unordered() -> None:
    """SQLite numbers rows as they come, which would tell which slip and which contact belong together.

    Written by hand: rebuilding by reflection takes ten times as long, at every first start.
    """
    connection = op.get_bind()
    if connection.dialect.name != 'sqlite':
        return
    for table in ('admission', 'answer', 'ballot', 'contact', 'tick', 'ticket', 'tombstone'):
        found = "SELECT type, sql FROM sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL ORDER BY type DESC"
        (_kind, made), *indexes = connection.exec_driver_sql(found, (table,)).fetchall()
        connection.exec_driver_sql(f'ALTER TABLE {table} RENAME TO before_{table}')
        connection.exec_driver_sql(f'{made} WITHOUT ROWID')
        connection.exec_driver_sql(f'INSERT INTO {table} SELECT * FROM before_{table}')  # noqa: S608  names from above
        connection.exec_driver_sql(f'DROP TABLE before_{table}')
        for _kind, index in indexes:
            connection.exec_driver_sql(index)
    op.execute('UPDATE slip SET rowid = random()')
