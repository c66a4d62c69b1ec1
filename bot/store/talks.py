"""Conversations and their turns as kept."""

from dataclasses import replace
from typing import Any

from sqlalchemy import Connection as Database
from sqlalchemy import Row, select, update
from sqlmodel import col

from bot.core.coach import Heard
from bot.core.conversation import Channel, Memory, Who
from bot.core.course import Course
from bot.core.people import Shop, plain_handle
from bot.core.privacy import masked_memory, masked_signals
from bot.core.shelf import Card, Conversation, Place, Said
from bot.store.codec import from_json, signals_to_json, to_json
from bot.store.figures import Figures
from bot.store.page import Page
from bot.store.sealing import likeness
from bot.store.statements import locked_rows_where
from bot.store.tables import AssessmentRow, ConversationRow, TurnRow, table_of

MOST_WORDS = 100


class Talks(Page):
    """What was said, what was found in it, and what each conversation has come to."""

    def __init__(self, database: Database, shop: Shop, now: float) -> None:
        """Keep the database's connection; the figures are kept with what they count."""
        super().__init__(database, shop, now)
        self.figures = Figures(database, shop, now)

    def conversation(self, place: Place) -> Conversation:
        """The conversation at a place, begun where there was none; locked until the commit."""
        row = self._find_conversation(place.key)
        if row is None:
            self._begin(place)
            row = self._find_conversation(place.key)
            assert row is not None  # noqa: S101 - the insert above made it, or met it
        return replace(_conversation(row), place=place)

    def conversation_of(self, card: Card) -> Conversation:
        """The conversation a card is about."""
        found = locked_rows_where(ConversationRow, "id")
        return _conversation(self._database.execute(found, {"value": card.conversation_id}).one())

    def conversation_numbered(self, conversation_id: int) -> Conversation:
        """A conversation by its number."""
        found = locked_rows_where(ConversationRow, "id")
        return _conversation(self._database.execute(found, {"value": conversation_id}).one())

    def conversations_in(self, chat_id: int, since: float) -> tuple[Conversation, ...]:
        """A chat's conversations in which something was said after `since`."""
        found = (
            select(table_of(ConversationRow))
            .where(col(ConversationRow.shop_id) == self._shop.id)
            .where(col(ConversationRow.chat_id) == chat_id)
            .where(col(ConversationRow.updated_at) >= since)
            .order_by(col(ConversationRow.id))
        )
        return tuple(_conversation(row) for row in self._database.execute(found))

    def open_talks_of(self, connection_id: str) -> tuple[Conversation, ...]:
        """The talks with an open card that came by a connection; locked until the commit."""
        found = (
            select(table_of(ConversationRow))
            .where(col(ConversationRow.shop_id) == self._shop.id)
            .where(col(ConversationRow.connection_id) == connection_id)
            .where(col(ConversationRow.card_id).is_not(None))
            .order_by(col(ConversationRow.id))
            .with_for_update()
        )
        return tuple(_conversation(row) for row in self._database.execute(found))

    def keep_turn(self, conversation: Conversation, said: Said) -> int | None:
        """Keep a turn; its number, or None where this message is kept already."""
        turn = said.turn
        words = self._veiled(turn.text)
        turn_id: int | None = self._insert_new(
            TurnRow,
            conversation_id=conversation.id,
            message_id=said.message_id,
            who=turn.who.value,
            at=turn.at,
            text=words,
            media=turn.media,
            edited=False,
            likeness=self._likeness(words) if words else None,
        )
        if turn_id is None:
            return None
        self.figures.said(conversation, turn)
        times = {"last_at": max(turn.at, conversation.last_at or turn.at)}
        if turn.who is Who.CUSTOMER:
            times["last_customer_at"] = turn.at
        self._change(ConversationRow, conversation.id, **times)
        return turn_id

    def amend_turn(self, conversation: Conversation, said: Said) -> int | None:
        """Keep a turn's edited text; its number, or None where it is unknown or unchanged."""
        words = self._veiled(said.turn.text)
        found = (
            select(col(TurnRow.id), col(TurnRow.text))
            .where(col(TurnRow.conversation_id) == conversation.id)
            .where(col(TurnRow.message_id) == said.message_id)
        )
        known = self._database.execute(found).one_or_none()
        if known is None or known.text == words:
            return None
        turn_id: int = known.id
        likeness = self._likeness(words)
        self._change(TurnRow, turn_id, text=words, likeness=likeness, edited=True)
        return turn_id

    def withdraw_turns(self, key: str, message_ids: list[int]) -> None:
        """Mark turns as deleted by those who wrote them; the shop's record keeps them."""
        conversation = select(col(ConversationRow.id)).where(col(ConversationRow.key) == key)
        self._database.execute(
            update(TurnRow)
            .where(col(TurnRow.conversation_id).in_(conversation))
            .where(col(TurnRow.message_id).in_(message_ids))
            .values(deleted_at=self.now)
        )

    def keep_assessment(self, turn_id: int, heard: Heard) -> None:
        """Keep what was found in a turn and what was decided."""
        found = heard.assessment
        self._insert(
            AssessmentRow,
            turn_id=turn_id,
            tension=int(found.tension),
            risk=found.risk,
            situations=" ".join(found.situations),
            signals=signals_to_json(
                masked_signals(found.signals) if self._shop.masks_words else found.signals
            ),
            decision=heard.decision.value,
        )

    def save(self, conversation: Conversation) -> None:
        """Keep memory, course and the open card's number."""
        place, memory = conversation.place, conversation.memory
        self._change(
            ConversationRow,
            conversation.id,
            seller_id=place.seller_id,
            customer_name=self._name_of(place),
            connection_id=place.connection_id,
            **self._handle_of(place),
            memory=to_json(Memory, masked_memory(memory) if self._shop.masks_words else memory),
            course=to_json(Course, conversation.course),
            card_id=conversation.card_id,
            updated_at=self.now,
        )
        self.figures.followed(conversation)

    def last_customer_at(self, conversation: Conversation) -> float | None:
        """When the customer last wrote, in seconds."""
        found = select(col(ConversationRow.last_customer_at)).where(
            col(ConversationRow.id) == conversation.id
        )
        return self._database.execute(found).scalar_one_or_none()

    def last_words(self, conversation: Conversation, count: int) -> tuple[str, ...]:
        """The customer's last messages, oldest first."""
        found = (
            select(col(TurnRow.text))
            .where(col(TurnRow.conversation_id) == conversation.id)
            .where(col(TurnRow.who) == Who.CUSTOMER.value)
            .where(col(TurnRow.text) != "")
            .order_by(col(TurnRow.at).desc(), col(TurnRow.id).desc())
            .limit(count)
        )
        return tuple(reversed(self._database.execute(found).scalars().all()))

    def seller_words(self, conversation: Conversation, since: float) -> tuple[str, ...]:
        """What the team has written in a conversation since a time, in seconds."""
        found = (
            select(col(TurnRow.text))
            .where(col(TurnRow.conversation_id) == conversation.id)
            .where(col(TurnRow.who) == Who.SELLER.value)
            .where(col(TurnRow.at) >= since)
            .where(col(TurnRow.deleted_at).is_(None))
            .order_by(col(TurnRow.id).desc())
            .limit(MOST_WORDS)
        )
        return tuple(self._database.execute(found).scalars())

    def _find_conversation(self, key: str) -> Row[Any] | None:
        found = locked_rows_where(ConversationRow, "key")
        return self._database.execute(found, {"value": key}).one_or_none()

    def _name_of(self, place: Place) -> str | None:
        return self._veiled(place.customer_name) if place.customer_name is not None else None

    def _handle_of(self, place: Place) -> dict[str, str]:
        """By what a customer is found who is named by their @username, where it is told."""
        if not place.username:
            return {}
        return {"handle": self._likeness(plain_handle(place.username))}

    def _likeness(self, words: str) -> str:
        return likeness(self._database.dialect, words)

    def _begin(self, place: Place) -> None:
        self._insert_new(
            ConversationRow,
            shop_id=self._shop.id,
            key=place.key,
            channel=place.channel.value,
            chat_id=place.chat_id,
            customer_id=place.customer_id,
            seller_id=place.seller_id,
            customer_name=self._name_of(place),
            connection_id=place.connection_id,
            memory=to_json(Memory, Memory()),
            course=to_json(Course, Course()),
            updated_at=self.now,
        )


def place_of(row: Row[Any] | ConversationRow) -> Place:
    """Where a kept conversation takes place."""
    return Place(
        key=row.key,
        channel=Channel(row.channel),
        chat_id=row.chat_id,
        customer_id=row.customer_id,
        seller_id=row.seller_id,
        customer_name=row.customer_name,
        connection_id=row.connection_id,
    )


def _conversation(row: Row[Any]) -> Conversation:
    return Conversation(
        id=row.id,
        place=place_of(row),
        memory=from_json(Memory, row.memory),
        course=from_json(Course, row.course),
        card_id=row.card_id,
        last_at=row.last_at,
        trouble_id=row.trouble_id,
    )
