"""The seller's own words as kept: texts that may go as them, and the gentle words they were told.

Implements `bot.core.weighing.OwnWordsBook` and `bot.core.breath.BreathBook`.
"""

from sqlalchemy import func, select, update
from sqlmodel import col

from bot.core.breath import LastBreaths
from bot.core.card import CardState
from bot.store.codec import texts_from_json, texts_to_json
from bot.store.page import Page
from bot.store.statements import new_numbered_row
from bot.store.tables import (
    BreathRow,
    CardRow,
    ConversationRow,
    NoBreathRow,
    OwnChoiceRow,
    table_of,
)

AT_HAND_SECONDS = 24 * 3600.0
KEPT_SECONDS = 7 * 24 * 3600.0


class OwnWords(Page):
    """What sellers chose from, inside one transaction."""

    def card_at_hand(self, person_id: int) -> int | None:
        """The card of a seller's that is open now, where there is one and no other."""
        found = (
            select(col(CardRow.id))
            .join(ConversationRow, col(ConversationRow.id) == col(CardRow.conversation_id))
            .where(col(ConversationRow.shop_id) == self._shop.id)
            .where(col(ConversationRow.card_id) == col(CardRow.id))
            .where(col(CardRow.seller_id) == person_id)
            .where(col(CardRow.state) == CardState.OPEN.value)
            .where(col(CardRow.changed_at) >= self.now - AT_HAND_SECONDS)
            .limit(2)
        )
        cards = self._database.execute(found).scalars().all()
        return cards[0] if len(cards) == 1 else None

    def card_on_screen(self, person_id: int, message_id: int) -> int | None:
        """The card of a seller's that is this message of their chat with Aram."""
        found = (
            select(col(CardRow.id))
            .join(ConversationRow, col(ConversationRow.id) == col(CardRow.conversation_id))
            .where(col(ConversationRow.shop_id) == self._shop.id)
            .where(col(CardRow.seller_id) == person_id)
            .where(col(CardRow.message_id) == message_id)
            .limit(1)
        )
        return self._database.execute(found).scalar_one_or_none()

    def keep_choices(self, person_id: int, card_id: int, texts: tuple[str, ...]) -> int:
        """Keep texts that a seller may send below a card; their number.

        Old ones are forgotten; their rows stay, so that no old button ever means newer words.
        """
        old = col(OwnChoiceRow.created_at) < self.now - KEPT_SECONDS
        self._database.execute(update(table_of(OwnChoiceRow)).where(old).values(texts=""))
        values = {
            "shop_id": self._shop.id,
            "person_id": person_id,
            "card_id": card_id,
            "texts": texts_to_json(texts),
            "created_at": self.now,
        }
        number: int = self._database.execute(new_numbered_row(OwnChoiceRow), values).scalar_one()
        return number

    def choice(self, number: int, place: int, person_id: int) -> tuple[int, str] | None:
        """The card and the text of a seller's choice; None where there is none of theirs."""
        found = (
            select(col(OwnChoiceRow.card_id), col(OwnChoiceRow.texts))
            .where(col(OwnChoiceRow.id) == number)
            .where(col(OwnChoiceRow.shop_id) == self._shop.id)
            .where(col(OwnChoiceRow.person_id) == person_id)
        )
        row = self._database.execute(found).one_or_none()
        texts = texts_from_json(row.texts) if row is not None and row.texts else ()
        if row is None or not 0 <= place < len(texts):
            return None
        return row.card_id, texts[place]


class Breaths(Page):
    """The gentle words, inside one transaction."""

    def wanted_by(self, person_id: int) -> bool:
        """Whether a seller wants such words."""
        return not self._stands_in(NoBreathRow, person_id)

    def want(self, person_id: int, *, wanted: bool) -> None:
        """Keep whether someone wants such words."""
        self._let_stand_in(NoBreathRow, person_id, stands=not wanted)

    def last(self, conversation_id: int, seller_id: int) -> LastBreaths:
        """When the last ones were said about a conversation, and to a seller."""
        here = select(col(BreathRow.at)).where(col(BreathRow.conversation_id) == conversation_id)
        told = select(func.max(col(BreathRow.at))).where(col(BreathRow.seller_id) == seller_id)
        return LastBreaths(
            self._database.execute(here).scalar_one_or_none(),
            self._database.execute(told).scalar_one(),
        )

    def keep(self, conversation_id: int, seller_id: int, at: float) -> None:
        """Keep that one is said about a message of a time."""
        values = {"seller_id": seller_id, "at": at}
        if self._insert_new(BreathRow, conversation_id=conversation_id, **values) is None:
            mine = col(BreathRow.conversation_id) == conversation_id
            self._database.execute(update(table_of(BreathRow)).where(mine).values(**values))
