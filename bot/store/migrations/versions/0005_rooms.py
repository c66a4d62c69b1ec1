"""Groups belong to shops; sellers are on duty; a group's card may be on several screens."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "room",
        sa.Column("chat_id", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("shop_id", sa.Integer(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("channel_id", sa.BigInteger(), nullable=True),
        sa.Column("added_by", sa.BigInteger(), nullable=True),
        sa.Column("since", sa.Float(), nullable=False),
        sa.Column("left_at", sa.Float(), nullable=True),
        sa.PrimaryKeyConstraint("chat_id"),
    )
    op.create_index("ix_room_shop_id", "room", ["shop_id"])
    op.create_table(
        "duty",
        sa.Column("shop_id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("since", sa.Float(), nullable=True),
        sa.Column("in_room", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("shop_id", "person_id"),
    )
    op.create_table(
        "card_copy",
        sa.Column("card_id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("shown_at", sa.Float(), nullable=True),
        sa.Column("missed_at", sa.Float(), nullable=True),
        sa.PrimaryKeyConstraint("card_id", "person_id"),
    )
    op.add_column("conversation", sa.Column("answered_by", sa.BigInteger(), nullable=True))
    op.add_column("conversation", sa.Column("answered_at", sa.Float(), nullable=True))
