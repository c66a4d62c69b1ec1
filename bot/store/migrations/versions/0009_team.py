"""What the environment says of each member: it is followed once, then the team has its way."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("membership", sa.Column("settings_role", sa.String(), nullable=True))
    op.execute("update membership set settings_role = role where from_settings")
