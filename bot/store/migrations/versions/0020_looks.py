"""How people like their pictures; a digest on its way to Telegram is known as such."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "person",
        sa.Column("dark_pictures", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    op.add_column("digest", sa.Column("sending_at", sa.Float(), nullable=True))
