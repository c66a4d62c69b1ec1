"""False alarms count neither as calmed nor as abuse: their days are to be counted anew."""

from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        "insert into stale_day (shop_id, day, trouble_id) select shop_id, day, id from trouble"
        " where coalesce(chosen = 'false_alarm', dismissed)"
        " and (peak = 3 or (calmed_at is not null and flared_at is null))"
        " on conflict do nothing"
    )
