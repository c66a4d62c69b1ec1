"""Cards as kept: what each shows, on which screen it is, and what was pressed on it."""

from sqlalchemy import select
from sqlmodel import col

from bot.core.card import Face
from bot.core.privacy import masked_face
from bot.core.shelf import Card
from bot.store.codec import from_json, to_json
from bot.store.page import Page
from bot.store.tables import CardRow, ConversationRow, PressRow


class Cards(Page):
    """The cards of one shop, in one transaction."""

    def card(self, card_id: int) -> Card | None:
        """A card, or None where there is none; its conversation is locked until the commit."""
        about = select(col(CardRow.conversation_id)).where(col(CardRow.id) == card_id)
        conversation = (
            select(col(ConversationRow.id))
            .where(col(ConversationRow.id) == about.scalar_subquery())
            .where(col(ConversationRow.shop_id) == self._shop.id)
        )
        if self._database.execute(conversation.with_for_update()).first() is None:
            return None
        row = self._find(CardRow, card_id)
        if row is None:
            return None
        face = from_json(Face, row.face)
        return Card(row.id, row.conversation_id, row.seller_id, face, row.message_id)

    def place_card(self, card_id: int, message_id: int) -> None:
        """Keep which message on the seller's screen is the card."""
        self._change(CardRow, card_id, message_id=message_id)

    def keep_press(self, card: Card, person_id: int, action: str) -> None:
        """Keep that a button was pressed."""
        advice = card.face.advice
        step = f"{advice.playbook}/{advice.kind}" if advice else None
        self._insert(
            PressRow, card_id=card.id, person_id=person_id, action=action, step=step, at=self.now
        )

    def _face_to_json(self, face: Face) -> str:
        return to_json(Face, masked_face(face) if self._shop.masks_words else face)
