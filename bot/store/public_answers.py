"""Public answers as kept, from the question to the receipt."""

from typing import Any

from sqlalchemy import Row, select, update
from sqlmodel import col

from bot.core.public_answer import PublicAnswer, Stage
from bot.store.page import Page
from bot.store.statements import new_numbered_row
from bot.store.tables import PublicAnswerRow, TurnRow, table_of


class PublicAnswers(Page):
    """The public answers of one shop, inside one transaction."""

    def ask(self, card_id: int, *, by: int, reply_to: int, text: str) -> PublicAnswer:
        """Keep the words that a manager is shown."""
        values = {
            "shop_id": self._shop.id,
            "card_id": card_id,
            "person_id": by,
            "reply_to": reply_to,
            "text": text,
            "stage": Stage.ASKED.value,
            "at": self.now,
        }
        number = self._database.execute(new_numbered_row(PublicAnswerRow), values).scalar_one()
        return PublicAnswer(number, card_id, by, reply_to, text)

    def find(self, number: int) -> PublicAnswer | None:
        """One of this shop."""
        found = (
            select(table_of(PublicAnswerRow))
            .where(col(PublicAnswerRow.id) == number)
            .where(col(PublicAnswerRow.shop_id) == self._shop.id)
        )
        row = self._database.execute(found).one_or_none()
        return _answer(row) if row is not None else None

    def on_their_way(self, before: float) -> tuple[PublicAnswer, ...]:
        """Those confirmed before a time, of which nothing has been heard since."""
        rows = table_of(PublicAnswerRow)
        found = (
            select(rows)
            .where(rows.c.shop_id == self._shop.id, rows.c.stage == Stage.SENDING.value)
            .where(rows.c.at <= before)
            .order_by(rows.c.id)
        )
        return tuple(map(_answer, self._database.execute(found)))

    def move(self, number: int, before: Stage, after: Stage) -> bool:
        """Keep where one stands from now on; False where it was not there before."""
        moved = (
            update(table_of(PublicAnswerRow))
            .where(col(PublicAnswerRow.id) == number)
            .where(col(PublicAnswerRow.shop_id) == self._shop.id)
            .where(col(PublicAnswerRow.stage) == before.value)
            .values(stage=after.value, at=self.now)
        )
        return self._database.execute(moved).rowcount == 1

    def is_said(self, answer: PublicAnswer) -> bool:
        """Whether the words stand, or may stand, below the same message through another press."""
        rows = table_of(PublicAnswerRow)
        said = (Stage.SENDING.value, Stage.SENT.value, Stage.UNSURE.value)
        found = (
            select(rows.c.text)
            .where(rows.c.shop_id == self._shop.id, rows.c.card_id == answer.card_id)
            .where(rows.c.reply_to == answer.reply_to)
            .where(rows.c.stage.in_(said), rows.c.id != answer.id)
        )
        return answer.text in self._database.execute(found).scalars()

    def message_of_turn(self, turn_id: int, conversation_id: int) -> int | None:
        """The number in its group of the message that a card is about."""
        found = (
            select(col(TurnRow.message_id))
            .where(col(TurnRow.id) == turn_id)
            .where(col(TurnRow.conversation_id) == conversation_id)
            .where(col(TurnRow.deleted_at).is_(None))
        )
        return self._database.execute(found).scalar_one_or_none()


def _answer(row: Row[Any]) -> PublicAnswer:
    stage = Stage(row.stage)
    return PublicAnswer(row.id, row.card_id, row.person_id, row.reply_to, row.text, stage)
