"""Notes that were parted, pairs that a person decided on, a moderation log that may be published."""

import sqlalchemy as sa
from alembic import op

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('workshop', sa.Column('log_shared', sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column('note', sa.Column('part_of', sa.Integer(), nullable=True))
    op.create_index(op.f('ix_note_part_of'), 'note', ['part_of'])
    op.create_table('pair',
    sa.Column('one', sa.Integer(), nullable=False),
    sa.Column('other', sa.Integer(), nullable=False),
    sa.Column('workshop_id', sa.Integer(), nullable=False),
    sa.Column('verdict', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['one'], ['note.id'], ),
    sa.ForeignKeyConstraint(['workshop_id'], ['workshop.id'], ),
    sa.PrimaryKeyConstraint('one', 'other')
    )
    op.create_index(op.f('ix_pair_workshop_id'), 'pair', ['workshop_id'])
