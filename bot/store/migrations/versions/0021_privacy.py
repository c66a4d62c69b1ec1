"""How long words are kept, whether they are masked, and by what the same words are found again."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from bot.store.sealing import plain_likeness

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

HAS_WORDS = sa.text("(text <> '' or likeness is not null)")


def upgrade() -> None:
    op.add_column(
        "shop", sa.Column("words_days", sa.Integer(), nullable=False, server_default="30")
    )
    op.add_column(
        "shop", sa.Column("masks_words", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.add_column("conversation", sa.Column("handle", sa.String(), nullable=True))
    op.create_index("ix_conversation_handle", "conversation", ["handle"])
    op.create_table(
        "seal",
        sa.Column("id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("proof", sa.Text(), nullable=False),
        sa.Column("is_whole", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.drop_index("turn_start", "turn")
    op.drop_column("turn", "start")
    op.add_column("turn", sa.Column("likeness", sa.String(), nullable=True))
    _fill_likeness(op.get_bind())
    op.create_index("turn_likeness", "turn", ["likeness", "id"])
    op.create_index(
        "turn_with_words", "turn", ["at"], sqlite_where=HAS_WORDS, postgresql_where=HAS_WORDS
    )


def _fill_likeness(connection: sa.Connection) -> None:
    """The digest of `bot.store.sealing.plain_likeness`, computed by the database itself."""
    if connection.dialect.name == "postgresql":
        digest = "substr(encode(sha256(convert_to(text, 'UTF8')), 'hex'), 1, 32)"
    else:
        raw: Any = connection.connection.driver_connection
        raw.create_function("plain_likeness", 1, plain_likeness, deterministic=True)
        digest = "plain_likeness(text)"
    connection.execute(sa.text(f"update turn set likeness = {digest} where text <> ''"))  # noqa: S608
