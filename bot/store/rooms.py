"""Groups as kept: whose each is, what it is called, and where it went."""

from dataclasses import fields
from typing import Any

from sqlalchemy import Row, delete, select, update
from sqlmodel import col

from bot.core.public_answer import Stage
from bot.core.room import Room
from bot.store.page import Page
from bot.store.tables import (
    CardRow,
    ConversationRow,
    PublicAnswerRow,
    RoomRow,
    TurnRow,
    table_of,
)

_COLUMNS = tuple(field.name for field in fields(Room))


class Rooms(Page):
    """All groups of all shops, inside one transaction: a chat belongs to one shop at most."""

    def find(self, chat_id: int) -> Room | None:
        """A group, if Aram was ever in it."""
        found = select(table_of(RoomRow)).where(col(RoomRow.chat_id) == chat_id)
        row = self._database.execute(found).one_or_none()
        return _room(row) if row is not None else None

    def keep(self, chat_id: int, *, title: str, shop_id: int | None, added_by: int | None) -> Room:
        """Aram is in a group from now on, of a shop or of nobody yet."""
        values: dict[str, Any] = {
            "title": title,
            "shop_id": shop_id,
            "added_by": added_by,
            "since": self.now,
            "left_at": None,
        }
        if self._insert_new(RoomRow, chat_id=chat_id, **values) is None:
            self._change_room(chat_id, **values)
        found = self.find(chat_id)
        assert found is not None  # noqa: S101 - kept above
        return found

    def describe(self, chat_id: int, *, title: str, channel_id: int | None) -> None:
        """Keep what a group is called now, and the channel it discusses."""
        self._change_room(chat_id, title=title, channel_id=channel_id)

    def leave(self, chat_id: int) -> Room | None:
        """Aram is in a group no more; the group, or None where that was known."""
        left = (
            update(table_of(RoomRow))
            .where(col(RoomRow.chat_id) == chat_id)
            .where(col(RoomRow.left_at).is_(None))
            .values(left_at=self.now)
            .returning(table_of(RoomRow))
        )
        row = self._database.execute(left).one_or_none()
        return _room(row) if row is not None else None

    def move(self, old: int, new: int) -> None:
        """A group has become a supergroup: it goes on there, with its talks.

        The supergroup numbers its messages anew: the numbers of the old ones are set aside, and a
        public answer that waits to be confirmed is none any more: it would stand below another's.
        """
        known, here = self.find(old), self.find(new)
        if known is None:
            return
        if here is not None and here.shop_id is not None:
            self._database.execute(delete(table_of(RoomRow)).where(col(RoomRow.chat_id) == old))
        else:
            self._database.execute(delete(table_of(RoomRow)).where(col(RoomRow.chat_id) == new))
            self._change_room(old, chat_id=new, left_at=None)
        self._move_talks(old, new)

    def _move_talks(self, old: int, new: int) -> None:
        talks = table_of(ConversationRow)
        found = select(talks.c.id, talks.c.key).where(talks.c.chat_id == old)
        for number, key in self._database.execute(found).all():
            moved = key.replace(f":{old}:", f":{new}:")
            taken = select(col(ConversationRow.id)).where(col(ConversationRow.key) == moved)
            if self._database.execute(taken).first() is not None:
                continue  # the customer has begun to talk in the supergroup already
            self._change(ConversationRow, number, chat_id=new, key=moved)
            self._database.execute(
                update(table_of(TurnRow))
                .where(col(TurnRow.conversation_id) == number)
                .where(col(TurnRow.message_id) > 0)
                .values(message_id=-col(TurnRow.message_id))
            )
            cards = select(col(CardRow.id)).where(col(CardRow.conversation_id) == number)
            self._database.execute(
                update(table_of(PublicAnswerRow))
                .where(col(PublicAnswerRow.card_id).in_(cards))
                .where(col(PublicAnswerRow.stage) == Stage.ASKED.value)
                .values(stage=Stage.REFUSED.value)
            )

    def _change_room(self, known_as: int, **values: Any) -> None:
        changed = update(table_of(RoomRow)).where(col(RoomRow.chat_id) == known_as)
        self._database.execute(changed.values(**values))


def _room(row: Row[Any]) -> Room:
    return Room(**{name: getattr(row, name) for name in _COLUMNS})
