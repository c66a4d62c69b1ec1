"""Silences and the nudges they brought, a shop's patience, and kind words to sellers."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "silence",
        sa.Column("conversation_id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("card_id", sa.Integer(), nullable=False),
        sa.Column("since", sa.Float(), nullable=False),
        sa.Column("seller_at", sa.Float(), nullable=True),
        sa.Column("manager_at", sa.Float(), nullable=True),
        sa.Column("closing_at", sa.Float(), nullable=True),
        sa.Column("taken_on_at", sa.Float(), nullable=True),
        sa.Column("again_at", sa.Float(), nullable=True),
        sa.PrimaryKeyConstraint("conversation_id"),
    )
    op.create_table(
        "patience",
        sa.Column("shop_id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("seller", sa.Integer(), nullable=False),
        sa.Column("manager", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("shop_id"),
    )
    op.create_table(
        "care",
        sa.Column("shop_id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("seller_id", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.Column("told_at", sa.Float(), nullable=True),
        sa.PrimaryKeyConstraint("shop_id", "seller_id"),
    )
    op.create_table(
        "no_care",
        sa.Column("person_id", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("since", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("person_id"),
    )
