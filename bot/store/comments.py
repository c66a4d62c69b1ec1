"""Negative words in public as kept: in outline, to be compared and counted.

Implements `bot.core.comments.CommentBook`.
"""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Row, Select, delete, func, insert, select, update
from sqlmodel import col

from bot.core.authenticity import DAY, Spoken
from bot.core.comments import Outline
from bot.core.conversation import Channel, Memory, Who
from bot.core.sketch import Sketch
from bot.store.codec import from_json
from bot.store.page import Page
from bot.store.statements import new_numbered_row
from bot.store.tables import (
    CommentMarkRow,
    CommentRequestRow,
    CommentRow,
    ConversationRow,
    OwnAddressRow,
    TurnRow,
    table_of,
)

COMMON_MARKS = 2
MOST_ALIKE = 100
PUBLIC = tuple(channel.value for channel in Channel if channel.is_public)


class Comments(Page):
    """The negative comments of one shop, and which addresses are its own."""

    def keep(self, outline: Outline) -> None:
        """Keep a comment, in place of what it was before an edit."""
        self._forget(self._of_message(outline.chat_id, outline.message_id))
        values = {
            "shop_id": self._shop.id,
            "chat_id": outline.chat_id,
            "message_id": outline.message_id,
            "author_id": outline.author_id,
            "at": outline.at,
            "sketch": _as_text(outline.sketch),
        }
        number = self._database.execute(new_numbered_row(CommentRow), values).scalar_one()
        if outline.sketch is not None:
            marks = [{"comment_id": number, "mark": mark} for mark in outline.sketch.marks]
            self._database.execute(insert(table_of(CommentMarkRow)), marks)

    def alike(self, outline: Outline, *, since: float) -> tuple[Outline, ...]:
        """Other accounts' comments that share marks, those that share most first."""
        if outline.sketch is None:
            return ()
        rows, marks = table_of(CommentRow), table_of(CommentMarkRow)
        common = func.count(marks.c.mark)
        near = (
            select(rows.c.id, common.label("common"))
            .join(marks, marks.c.comment_id == rows.c.id)
            .where(marks.c.mark.in_(outline.sketch.marks))
            .where(rows.c.shop_id == self._shop.id, rows.c.author_id != outline.author_id)
            .where(rows.c.at >= since)
            .group_by(rows.c.id)
            .having(common >= COMMON_MARKS)
            .order_by(common.desc(), rows.c.id.desc())
            .limit(MOST_ALIKE)
            .subquery()
        )
        found = select(rows).join(near, near.c.id == rows.c.id).order_by(near.c.common.desc())
        return tuple(map(_outline, self._database.execute(found)))

    def authors(self, since: float, until: float) -> int:
        """How many accounts wrote negative comments after `since`, up to `until`."""
        return self._counted(func.count(func.distinct(col(CommentRow.author_id))), since, until)

    def count(self, since: float, until: float) -> int:
        """How many negative comments were written after `since`, up to `until`."""
        return self._counted(func.count(), since, until)

    def watched_since(self) -> float | None:
        """When the first message of the shop's oldest public conversation came."""
        oldest = (
            select(func.min(col(ConversationRow.id)))
            .where(col(ConversationRow.shop_id) == self._shop.id)
            .where(col(ConversationRow.channel).in_(PUBLIC))
        )
        first = select(func.min(col(TurnRow.at))).where(
            col(TurnRow.conversation_id) == oldest.scalar_subquery()
        )
        return self._database.execute(first).scalar_one_or_none()

    def spoken(self, author_id: int, before: float) -> Spoken:
        """What an account has said to the shop before a time, as a customer."""
        found = (
            select(
                col(ConversationRow.channel),
                func.count(),
                func.min(col(TurnRow.at)),
            )
            .join(TurnRow, col(TurnRow.conversation_id) == col(ConversationRow.id))
            .where(col(ConversationRow.shop_id) == self._shop.id)
            .where(col(ConversationRow.customer_id) == author_id)
            .where(col(TurnRow.who) == Who.CUSTOMER.value, col(TurnRow.at) < before)
            .group_by(col(ConversationRow.channel))
        )
        public, private, since = 0, 0, None
        for channel, number, first in self._database.execute(found):
            if channel in PUBLIC:
                public, since = public + number, min(first, since or first)
            else:
                private += number
        return Spoken(public, private, since, self._amount(author_id) if private else None)

    def strange(self, addresses: Iterable[str]) -> tuple[str, ...]:
        """Those addresses that nobody of the shop ever wrote or bears."""
        wanted = tuple(addresses)
        if not wanted:
            return ()
        found = (
            select(col(OwnAddressRow.address))
            .where(col(OwnAddressRow.shop_id) == self._shop.id)
            .where(col(OwnAddressRow.address).in_(wanted))
        )
        own = set(self._database.execute(found).scalars())
        return tuple(address for address in wanted if address not in own)

    def keep_own_addresses(self, addresses: Iterable[str]) -> None:
        """Keep addresses that the shop uses itself."""
        for address in addresses:
            self._insert_new(OwnAddressRow, shop_id=self._shop.id, address=address)

    def words_of(self, chat_id: int, message_id: int, author_id: int) -> str | None:
        """What a customer's message says by now; None where Aram has not heard it."""
        found = (
            select(col(TurnRow.text))
            .join(ConversationRow, col(ConversationRow.id) == col(TurnRow.conversation_id))
            .where(col(ConversationRow.shop_id) == self._shop.id)
            .where(col(ConversationRow.chat_id) == chat_id)
            .where(col(ConversationRow.customer_id) == author_id)
            .where(col(TurnRow.message_id) == message_id, col(TurnRow.who) == Who.CUSTOMER.value)
            .limit(1)
        )
        return self._database.execute(found).scalar_one_or_none()

    def request(self, chat_id: int, message_id: int) -> bool:
        """Whether managers may be asked about a comment: once a day; from now on they have been."""
        which = {"shop_id": self._shop.id, "chat_id": chat_id, "message_id": message_id}
        if self._insert_new(CommentRequestRow, **which, asked_at=self.now) is not None:
            return True
        rows = table_of(CommentRequestRow)
        again = (
            update(rows)
            .where(*(rows.c[name] == value for name, value in which.items()))
            .where(rows.c.asked_at <= self.now - DAY)
            .values(asked_at=self.now)
        )
        return self._database.execute(again).rowcount == 1

    def may_remove(self, person_id: int) -> bool:
        """Whether someone manages the shop and may take comments away."""
        return self._shop.is_manager(person_id)

    def forget(self, before: float) -> None:
        """Forget what was said before a time, in every shop; their turns stay."""
        rows, requests = table_of(CommentRow), table_of(CommentRequestRow)
        self._forget(select(rows.c.id).where(rows.c.at < before))
        self._database.execute(delete(requests).where(requests.c.asked_at < before))

    def _forget(self, comments: Select[Any]) -> None:
        marks, rows = table_of(CommentMarkRow), table_of(CommentRow)
        self._database.execute(delete(marks).where(marks.c.comment_id.in_(comments)))
        self._database.execute(delete(rows).where(rows.c.id.in_(comments)))

    def _of_message(self, chat_id: int, message_id: int) -> Select[Any]:
        rows = table_of(CommentRow)
        return (
            select(rows.c.id)
            .where(rows.c.shop_id == self._shop.id, rows.c.chat_id == chat_id)
            .where(rows.c.message_id == message_id)
        )

    def _counted(self, what: Any, since: float, until: float) -> int:
        found = (
            select(what)
            .select_from(table_of(CommentRow))
            .where(col(CommentRow.shop_id) == self._shop.id)
            .where(col(CommentRow.at) > since, col(CommentRow.at) <= until)
        )
        number: int = self._database.execute(found).scalar_one()
        return number

    def _amount(self, author_id: int) -> int | None:
        """The last sum of money spoken of with somebody in private, in toman."""
        found = (
            select(col(ConversationRow.memory))
            .where(col(ConversationRow.shop_id) == self._shop.id)
            .where(col(ConversationRow.customer_id) == author_id)
            .where(col(ConversationRow.channel) == Channel.CHAT.value)
        )
        memories = self._database.execute(found).scalars()
        return max((from_json(Memory, each).amount or 0 for each in memories), default=0) or None


def _outline(row: Row[Any]) -> Outline:
    sketch = _as_sketch(row.sketch)
    return Outline(row.chat_id, row.message_id, row.author_id, row.at, sketch)


def _as_text(sketch: Sketch | None) -> str:
    """Eight hexadecimal digits to a number."""
    return "" if sketch is None else "".join(f"{number:08x}" for number in sketch.numbers)


def _as_sketch(text: str) -> Sketch | None:
    if not text:
        return None
    return Sketch(tuple(int(text[at : at + 8], 16) for at in range(0, len(text), 8)))
