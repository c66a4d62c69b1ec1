"""Which updates of which bot have been dealt with: none is dealt with twice."""

from sqlalchemy import delete, literal, select
from sqlmodel import col

from bot.store.page import Page
from bot.store.statements import new_row_if_unknown
from bot.store.tables import UpdateRow, table_of


class Updates(Page):
    """The updates that were dealt with, in one transaction."""

    def first_time(self, update_id: int, bot_id: int = 0) -> bool:
        """Whether this update of a bot has not been dealt with before; from now on it has."""
        made = new_row_if_unknown(UpdateRow, self._database.dialect.name)
        values = {"bot_id": bot_id, "id": update_id, "at": self.now}
        return self._database.execute(made, values).first() is not None

    def adopt_updates(self, bot_id: int) -> None:
        """Those that were dealt with before bots were told apart are this one's."""
        seen = table_of(UpdateRow)
        known = select(literal(bot_id), seen.c.id, seen.c.at).where(seen.c.bot_id == 0)
        made = new_row_if_unknown(UpdateRow, self._database.dialect.name)
        self._database.execute(made.from_select(["bot_id", "id", "at"], known))
        self._database.execute(delete(seen).where(seen.c.bot_id == 0))

    def forget_updates(self, before: float) -> None:
        """Forget which updates were dealt with before a time; Telegram redelivers none so old."""
        self._database.execute(delete(table_of(UpdateRow)).where(col(UpdateRow.at) < before))
