"""Hand-overs: who was asked, what came of it, and how long a manager has to answer.

A brief that waits in the outbox in the older form quotes the customer and cannot be read any more:
its words are kept no longer.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "handover",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("shop_id", sa.Integer(), nullable=False),
        sa.Column("conversation_id", sa.Integer(), nullable=False),
        sa.Column("card_id", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("brief_id", sa.Integer(), nullable=False),
        sa.Column("wanted", sa.String(), nullable=True),
        sa.Column("amount", sa.BigInteger(), nullable=True),
        sa.Column("unanswered", sa.Boolean(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=True),
        sa.Column("begun_at", sa.Float(), nullable=False),
        sa.Column("changed_at", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["card_id"], ["card.id"]),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversation.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("handover_of_conversation", "handover", ["conversation_id", "stage"])
    op.create_table(
        "brief",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("handover_id", sa.Integer(), nullable=False),
        sa.Column("manager_id", sa.BigInteger(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("asked_at", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["handover_id"], ["handover.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_brief_handover_id", "brief", ["handover_id"])
    op.create_index("brief_on_screen", "brief", ["manager_id", "message_id"])
    minutes = sa.Column("handover_minutes", sa.Integer(), nullable=False, server_default="10")
    op.add_column("shop", minutes)
    op.execute(
        "update letter set body = '', state = 'given_up', trouble = 'unreadable' "
        "where state <> 'sent' and body like '%\"last_words\"%'"
    )
