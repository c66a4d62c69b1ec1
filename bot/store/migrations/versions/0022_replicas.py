"""Who brings whose letters, and updates told apart by their bot, for several processes."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

DUE = sa.text("state = 'due'")


def upgrade() -> None:
    op.create_table(
        "letter_reader",
        sa.Column("to", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("holder", sa.String(), nullable=False),
        sa.Column("held_until", sa.Float(), nullable=False),
        sa.Column("shut_until", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("to"),
    )
    op.create_index(
        "letter_turn",
        "letter",
        ["urgency", "id", "due_at", "to"],
        sqlite_where=DUE,
        postgresql_where=DUE,
    )
    if op.get_bind().dialect.name == "postgresql":
        op.add_column("seen_update", _bot_id())
        op.drop_constraint("seen_update_pkey", "seen_update", type_="primary")
        op.create_primary_key("seen_update_pkey", "seen_update", ["bot_id", "id"])
    else:
        _lay_anew()


def _lay_anew() -> None:
    """SQLite changes no primary key; few rows are there, those of two days."""
    op.drop_index("ix_seen_update_at", "seen_update")
    op.rename_table("seen_update", "seen_update_before")
    op.create_table(
        "seen_update",
        _bot_id(),
        sa.Column("id", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("bot_id", "id"),
    )
    op.execute("insert into seen_update (id, at) select id, at from seen_update_before")
    op.drop_table("seen_update_before")
    op.create_index("ix_seen_update_at", "seen_update", ["at"])


def _bot_id() -> sa.Column[int]:
    """An Aram of before, which runs while this one begins, goes on writing: of bot 0."""
    return sa.Column(
        "bot_id", sa.BigInteger(), nullable=False, autoincrement=False, server_default="0"
    )
