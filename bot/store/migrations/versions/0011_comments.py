"""Negative words in public, in outline, by which like ones find each other; own addresses."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "comment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("shop_id", sa.Integer(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.Column("author_id", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.Column("sketch", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("shop_id", "chat_id", "message_id"),
    )
    op.create_index("comment_of_shop", "comment", ["shop_id", "at"])
    op.create_table(
        "comment_mark",
        sa.Column("comment_id", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("mark", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.ForeignKeyConstraint(["comment_id"], ["comment.id"]),
        sa.PrimaryKeyConstraint("comment_id", "mark"),
    )
    op.create_index("comment_by_mark", "comment_mark", ["mark"])
    op.create_table(
        "own_address",
        sa.Column("shop_id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("shop_id", "address"),
    )
