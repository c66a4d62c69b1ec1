"""What sellers hand over is gathered until it is read; an inquiry may be about a whole talk."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("inquiry", sa.Column("handed", sa.Text(), nullable=True))
    op.create_table(
        "pile",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("shop_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("pieces", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("letter", sa.Integer(), nullable=True),
        sa.Column("inquiry", sa.Integer(), nullable=True),
        sa.Column("begun_at", sa.Float(), nullable=False),
        sa.Column("read_at", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(["inquiry"], ["inquiry.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    for column in ("person_id", "inquiry", "begun_at"):
        op.create_index(f"ix_pile_{column}", "pile", [column])
