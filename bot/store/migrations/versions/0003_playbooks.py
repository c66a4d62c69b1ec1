"""Playbooks as managers change them: versions, proposals, what was told of broken files.

Sellers' words get a memory, and a card the playbook that it shows.
"""

import json

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "playbook_version",
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
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index("playbook_version_of_file", "playbook_version", ["file", "number"])

    op.create_table(
        "playbook_proposal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("is_on", sa.Boolean(), nullable=False),
        sa.Column("deed", sa.String(), nullable=False),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("base", sa.Integer(), nullable=True),
        sa.Column("person_id", sa.BigInteger(), nullable=True),
        sa.Column("person_name", sa.String(), nullable=True),
        sa.Column("at", sa.Float(), nullable=False),
        sa.Column("published", sa.Integer(), nullable=True),
        sa.Column("dropped", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "playbook_trouble",
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("trouble", sa.String(), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("file", "trouble"),
    )
    op.create_table(
        "words_sent",
        sa.Column("seller_id", sa.BigInteger(), nullable=False),
        sa.Column("draft", sa.String(), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("seller_id", "draft"),
    )
    op.execute("insert into revision (name, number) values ('playbooks', 0)")

    op.add_column("card", sa.Column("playbook", sa.String(), nullable=True))
    _name_playbooks_of_cards()


def _name_playbooks_of_cards() -> None:
    """A calmed card shows the words for calm: which playbook led there was not kept."""
    card = sa.table("card", sa.column("id"), sa.column("face"), sa.column("playbook"))
    found = sa.select(card.c.id, card.c.face).where(sa.column("state") != "calmed")
    for row in op.get_bind().execute(found).all():
        advice = json.loads(row.face).get("advice")
        if advice:
            named = sa.update(card).where(card.c.id == row.id)
            op.execute(named.values(playbook=advice["playbook"]))


def downgrade() -> None:
    op.drop_column("card", "playbook")
    op.execute("delete from revision where name = 'playbooks'")
    for table in ("words_sent", "playbook_trouble", "playbook_proposal", "playbook_version"):
        op.drop_table(table)
