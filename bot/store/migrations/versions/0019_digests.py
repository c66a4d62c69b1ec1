"""Managers' digests: when each wants theirs, which is next, and which days are done."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "digest_wish",
        *_whose(),
        sa.Column("minute", sa.Integer(), nullable=False),
        sa.Column("weekdays", sa.String(), nullable=False),
        sa.Column("is_on", sa.Boolean(), nullable=False),
        sa.Column("on_empty", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("shop_id", "person_id"),
    )
    op.create_table(
        "digest_plan",
        *_whose(),
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("due_at", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("shop_id", "person_id"),
    )
    op.create_table(
        "digest",
        *_whose(),
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("claimed_until", sa.Float(), nullable=False),
        sa.Column("done_at", sa.Float(), nullable=True),
        sa.Column("told", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("shop_id", "person_id", "day"),
    )


def _whose() -> tuple[sa.Column[int], sa.Column[int]]:
    return (
        sa.Column("shop_id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False, autoincrement=False),
    )
