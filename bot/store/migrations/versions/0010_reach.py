"""Whom Aram reaches, and when: the times at which someone rests, and what waits for them."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    zone = sa.Column("timezone", sa.String(), nullable=False, server_default="Asia/Tehran")
    op.add_column("shop", zone)
    op.create_table(
        "rest",
        sa.Column("person_id", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("rest", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("person_id"),
    )
    op.create_table(
        "spell",
        sa.Column("shop_id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("since", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("shop_id", "person_id", "kind"),
    )
    op.create_table(
        "stand_in",
        sa.Column("card_id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("card_id"),
    )
