"""What the shop teaches: lessons, the inquiries they are given below, and when they change.

Turns get an index by their first words, with which those asked about are found.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "lesson",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("alarm", sa.Boolean(), nullable=False),
        sa.Column("situations", sa.String(), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("turn_id", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.Float(), nullable=False),
        sa.Column("withdrawn_at", sa.Float(), nullable=True),
        sa.Column("withdrawn_by", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["turn_id"], ["turn.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_lesson_person_id", "lesson", ["person_id"])
    op.create_index("ix_lesson_turn_id", "lesson", ["turn_id"])

    op.create_table(
        "inquiry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("opinion", sa.Text(), nullable=False),
        sa.Column("opinion_there", sa.Text(), nullable=True),
        sa.Column("turn_id", sa.Integer(), nullable=True),
        sa.Column("lesson_id", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["turn_id"], ["turn.id"]),
        sa.ForeignKeyConstraint(["lesson_id"], ["lesson.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_inquiry_created_at", "inquiry", ["created_at"])
    op.create_index("ix_inquiry_turn_id", "inquiry", ["turn_id"])
    op.create_index("ix_inquiry_lesson_id", "inquiry", ["lesson_id"])

    revisions = op.create_table(
        "revision",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.bulk_insert(revisions, [{"name": "lessons", "number": 0}])

    # PostgreSQL indexes only what is stored, SQLite adds only what is not
    stored = op.get_bind().dialect.name == "postgresql"
    start = sa.Computed("substr(text, 1, 64)", persisted=stored)
    op.add_column("turn", sa.Column("start", sa.Text(), start))
    op.create_index("turn_start", "turn", ["start", "id"])


def downgrade() -> None:
    op.drop_index("turn_start", "turn")
    op.drop_column("turn", "start")
    for table in ("revision", "inquiry", "lesson"):
        op.drop_table(table)
