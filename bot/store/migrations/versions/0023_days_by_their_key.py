"""Counts by day lie in the order of their key, and an index holds all that is summed of talks."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

SUMMED = ["shop_id", "day", "conversation_id", "customer_turns", "seller_turns", "seconds"]


def upgrade() -> None:
    op.drop_index("talk_day_of_shop", "talk_day")
    if op.get_bind().dialect.name == "sqlite":
        for name in ("talk_day", "figure_day", "step_day"):
            _lay_anew(name)
    op.create_index("talk_day_of_shop", "talk_day", SUMMED)


def _lay_anew(name: str) -> None:
    """The same columns and key; SQLite changes nothing else of a table that is there."""
    before = sa.Table(name, sa.MetaData(), autoload_with=op.get_bind())
    columns = [
        sa.Column(each.name, each.type, nullable=each.nullable, autoincrement=False)
        for each in before.columns
    ]
    names = [each.name for each in before.primary_key]
    op.rename_table(name, f"{name}_before")
    op.create_table(name, *columns, sa.PrimaryKeyConstraint(*names), sqlite_with_rowid=False)
    rows = f"select * from {name}_before order by {', '.join(names)}"  # noqa: S608 - names are ours
    op.execute(f"insert into {name} {rows}")
    op.drop_table(f"{name}_before")
