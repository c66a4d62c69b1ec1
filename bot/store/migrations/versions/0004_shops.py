"""Several shops in one database, each with its people; what they do is kept for the owner.

All that was there belongs to the first shop.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_OF_A_SHOP = ("conversation", "lesson", "inquiry", "letter", "playbook_proposal")


def upgrade() -> None:
    _add_shops_and_their_people()
    for table in _OF_A_SHOP:
        op.add_column(table, sa.Column("shop_id", sa.Integer(), nullable=False, server_default="1"))
    op.add_column("connection", sa.Column("shop_id", sa.Integer(), nullable=True))
    op.execute("update connection set shop_id = 1")
    op.create_index("ix_conversation_shop_id", "conversation", ["shop_id"])
    op.create_index("ix_lesson_shop_id", "lesson", ["shop_id"])
    op.add_column("person", sa.Column("shop_id", sa.Integer(), nullable=True))
    revision = sa.table("revision", sa.column("name"))
    op.execute(sa.update(revision).values(name=revision.c.name.concat("/1")))
    op.execute("insert into revision (name, number) values ('shops', 0)")
    op.execute("update conversation set key = replace(key, 'chat:', 'chat:1:')")
    op.execute("update conversation set key = replace(key, 'group:', 'group:1:')")
    _number_playbooks_by_shop()


def _add_shops_and_their_people() -> None:
    op.create_table(
        "shop",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("locale", sa.String(), nullable=False),
        sa.Column("refund_limit", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    shop = sa.table("shop", *map(sa.column, ("id", "locale", "refund_limit", "created_at")))
    op.execute(sa.insert(shop).values(id=1, locale="fa", refund_limit=0, created_at=0))
    if op.get_bind().dialect.name == "postgresql":  # the row above did not draw from the sequence
        op.execute("select setval(pg_get_serial_sequence('shop', 'id'), 1)")
    op.create_table(
        "membership",
        sa.Column("shop_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("since", sa.Float(), nullable=False),
        sa.Column("from_settings", sa.Boolean(), nullable=False),
        sa.Column("ended_at", sa.Float(), nullable=True),
        sa.Column("ended_by", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["shop_id"], ["shop.id"]),
        sa.PrimaryKeyConstraint("shop_id", "person_id"),
    )
    op.create_index("ix_membership_person_id", "membership", ["person_id"])
    op.create_table(
        "invitation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("shop_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("made_by", sa.BigInteger(), nullable=True),
        sa.Column("made_at", sa.Float(), nullable=False),
        sa.Column("expires_at", sa.Float(), nullable=False),
        sa.Column("used_by", sa.BigInteger(), nullable=True),
        sa.Column("used_at", sa.Float(), nullable=True),
        sa.Column("revoked_at", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(["shop_id"], ["shop.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_invitation_shop_id", "invitation", ["shop_id"])
    op.create_table(
        "deed",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("shop_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["shop_id"], ["shop.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("deed_of_shop", "deed", ["shop_id", "id"])


def _number_playbooks_by_shop() -> None:
    """A primary key cannot be widened everywhere: the tables are made anew."""
    op.rename_table("playbook_version", "old_version")
    op.drop_index("playbook_version_of_file", "old_version")
    columns: tuple[sa.Column[Any], ...] = (
        sa.Column("number", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("is_on", sa.Boolean(), nullable=False),
        sa.Column("deed", sa.String(), nullable=False),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=True),
        sa.Column("person_name", sa.String(), nullable=True),
        sa.Column("before", sa.Integer(), nullable=True),
        sa.Column("in_folder", sa.Boolean(), nullable=False),
    )
    op.create_table(
        "playbook_version",
        sa.Column("shop_id", sa.Integer(), nullable=False, autoincrement=False),
        *columns,
        sa.PrimaryKeyConstraint("shop_id", "number", name="playbook_version_of_shop"),
    )
    op.create_index("playbook_version_of_file", "playbook_version", ["shop_id", "file", "number"])
    names = ", ".join(f'"{column.name}"' for column in columns)
    op.execute(
        f"insert into playbook_version (shop_id, {names}) select 1, {names} from old_version"  # noqa: S608 - names of ours
    )
    op.drop_table("old_version")
    op.drop_table("playbook_trouble")  # managers are told once more
    op.create_table(
        "playbook_trouble",
        sa.Column("shop_id", sa.Integer(), nullable=False),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("trouble", sa.String(), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("shop_id", "file", "trouble"),
    )
