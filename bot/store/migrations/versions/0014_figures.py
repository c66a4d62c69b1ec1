"""Troubles, the steps used in them, and counts by day; when a conversation was last added to."""

import sqlalchemy as sa
from alembic import op

from bot.store.migrations import older_figures

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

COUNTED = (
    "troubles",
    "abusive",
    "answered",
    "calmed",
    "calm_turns",
    "offered",
    "allowed",
    "called",
    "ended_open",
    "ended_calmed",
    "ended_refunded",
    "ended_parted",
    "ended_left",
    "ended_handed_over",
    "ended_false_alarm",
)
FLAGS = (
    "offered",
    "promised",
    "refunded",
    "allowed",
    "parted",
    "called",
    "taken_over",
    "dismissed",
)


def upgrade() -> None:
    op.add_column("conversation", sa.Column("last_at", sa.Float(), nullable=True))
    op.add_column("conversation", sa.Column("trouble_id", sa.Integer(), nullable=True))
    op.create_table(
        "trouble",
        sa.Column("id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("shop_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("conversation_id", sa.Integer(), nullable=False),
        sa.Column("seller_id", sa.BigInteger(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("opened_at", sa.Float(), nullable=False),
        sa.Column("playbook", sa.String(), nullable=True),
        sa.Column("about", sa.String(), nullable=True),
        sa.Column("peak", sa.Integer(), nullable=False),
        sa.Column("heard_before", sa.Integer(), nullable=False),
        sa.Column("turns", sa.Integer(), nullable=False, server_default="1"),
        sa.Column("answered_at", sa.Float(), nullable=True),
        sa.Column("calmed_at", sa.Float(), nullable=True),
        sa.Column("calm_turns", sa.Integer(), nullable=True),
        sa.Column("flared_at", sa.Float(), nullable=True),
        sa.Column("leave_before", sa.BigInteger(), nullable=True),
        sa.Column("leaving_at", sa.Float(), nullable=True),
        *(
            sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false())
            for name in FLAGS
        ),
        sa.Column("chosen", sa.String(), nullable=True),
        sa.Column("chosen_by", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("trouble_of_day", "trouble", ["shop_id", "day"])
    op.create_index("trouble_of_conversation", "trouble", ["conversation_id"])
    op.create_table(
        "step_use",
        sa.Column("trouble_id", sa.Integer(), nullable=False, autoincrement=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("playbook", "step", "draft")),
        sa.Column("shown_at", sa.Float(), nullable=False),
        sa.Column("sent_at", sa.Float(), nullable=True),
        sa.Column("helped_at", sa.Float(), nullable=True),
        sa.PrimaryKeyConstraint("trouble_id", "playbook", "step", "draft"),
    )
    op.create_table(
        "talk_day",
        sa.Column("conversation_id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("shop_id", sa.Integer(), nullable=False),
        sa.Column("customer_turns", sa.Integer(), nullable=False),
        sa.Column("seller_turns", sa.Integer(), nullable=False),
        sa.Column("seconds", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("conversation_id", "day"),
    )
    op.create_index("talk_day_of_shop", "talk_day", ["shop_id", "day", "conversation_id"])
    op.create_table(
        "figure_day",
        sa.Column("shop_id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("seller_id", sa.BigInteger(), nullable=False, autoincrement=False),
        *(
            sa.Column(name, sa.String(), nullable=False)
            for name in ("channel", "playbook", "about")
        ),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in COUNTED),
        sa.PrimaryKeyConstraint("shop_id", "day", "seller_id", "channel", "playbook", "about"),
    )
    op.create_table(
        "step_day",
        sa.Column("shop_id", sa.Integer(), nullable=False, autoincrement=False),
        *(
            sa.Column(name, sa.String(), nullable=False)
            for name in ("day", "playbook", "step", "draft")
        ),
        *(
            sa.Column(name, sa.Integer(), nullable=False)
            for name in ("shown", "sent", "helped", "calmed")
        ),
        sa.PrimaryKeyConstraint("shop_id", "day", "playbook", "step", "draft"),
    )
    op.create_table(
        "stale_day",
        sa.Column("shop_id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("trouble_id", sa.Integer(), nullable=False, autoincrement=False),
        sa.PrimaryKeyConstraint("shop_id", "day", "trouble_id"),
    )
    older_figures.fill(op.get_bind())
