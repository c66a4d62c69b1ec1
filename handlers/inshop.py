"""Before any handler: which shop an update concerns, and that shop's own parts as arguments.

A message of a seller's chats belongs to the shop that their connection serves, one of a group to
the shop that the group is of, a button to the shop that it bears, a reply to the shop of what it
replies to; whatever else someone writes to Aram, to the shop they work in, or else their first.
Strangers meet the first shop, which turns them away.
"""

import logging
from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware, Bot
from aiogram.types import Message, TelegramObject, Update

from bot.branches import Branches
from bot.core.days import zone_of
from bot.core.people import Person, Shop
from bot.language.calendar import shop_zone
from bot.store.books import Books
from bot.store.ledger import Ledger
from bot.store.shops import Shops
from handlers.connections import Connections, UnknownConnectionError
from handlers.rooms import GROUPS, Rooms
from handlers.stamps import bare, bare_keyboard, current_shop, shop_of, shop_of_keyboard
from handlers.strangers import Strangers

log = logging.getLogger(__name__)


class InShop(BaseMiddleware):
    """Gives every handler the parts of the shop that an update concerns, and `person`."""

    def __init__(self, branches: Branches, ledger: Ledger, connections: Connections) -> None:
        """Keep the branches, the whole ledger, and the connections of all shops."""
        self._branches = branches
        self._shops: Shops = branches.shops
        self._ledger = ledger
        self._connections = connections
        self._rooms = Rooms(ledger, branches.shops)
        self._strangers = Strangers()

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        """Find the shop and go on with its branch."""
        assert isinstance(event, Update)  # noqa: S101 - an outer middleware of updates
        if is_in_anothers_chat(event):
            log.warning("update %d is in another's chat and was passed over", event.update_id)
            return None
        try:
            shop = await self._find(event, data["bot"], data)
        except UnknownConnectionError:
            log.warning("update %d came through no connection and was passed over", event.update_id)
            return None
        branch = await self._branches.of(shop or self._shops.first)
        data.update(branch.arguments(), strangers=self._strangers)
        before = current_shop.set(branch.shop.id)
        clock_before = shop_zone.set(zone_of(branch.shop.timezone))
        try:
            return await handler(self._without_stamps(event), data)
        finally:
            shop_zone.reset(clock_before)
            current_shop.reset(before)

    async def _find(self, update: Update, bot: Bot, data: dict[str, Any]) -> Shop | None:
        connection_id = _connection_of(update)
        if connection_id is not None:
            connection = await self._connections.find(bot, connection_id)
            return self._shops.get(connection.shop_id)
        if update.business_connection is not None:
            seller_id = update.business_connection.user.id
            return await self._own(seller_id, data, of=update.business_connection.id)
        query, message = update.callback_query, update.message or update.edited_message
        if query is not None:
            return await self._own(query.from_user.id, data, borne=shop_of(query.data))
        if message is not None and message.chat.type == "private":
            answered = message.reply_to_message
            borne = shop_of_keyboard(answered.reply_markup) if answered is not None else None
            return await self._own(message.chat.id, data, borne=borne)
        if message is not None and message.chat.type in GROUPS:
            room = data["room"] = await self._rooms.find(message, bot)
            return self._shops.get(room.shop_id) if room is not None else None
        return None

    async def _own(
        self,
        person_id: int,
        data: dict[str, Any],
        *,
        borne: int | None = None,
        of: str | None = None,
    ) -> Shop | None:
        """A person's shop: the one borne, the connection's, the one they chose, their first."""

        def look(books: Books) -> tuple[Person | None, int | None, Any]:
            connection = books.connection(of) if of is not None else None
            served = connection.shop_id if connection is not None else None
            return books.person(person_id), served, self._shops.look(books)

        person, served, seen = await self._ledger.write(look)
        self._shops.take_in(seen)
        data["person"] = person
        wanted = borne if borne is not None else served
        if wanted is None and person is not None:
            wanted = person.shop_id
        chosen, own = self._shops.get(wanted), self._shops.of_person(person_id)
        if borne is not None:
            return chosen
        return chosen if chosen in own else next(iter(own), None)

    def _without_stamps(self, update: Update) -> Update:
        """An update whose buttons carry what was written on them, for the handlers' filters.

        A press that bears a shop which is not there carries nothing.
        """
        query, message = update.callback_query, update.message
        if query is not None:
            borne = shop_of(query.data)
            is_there = borne is None or self._shops.get(borne) is not None
            change: dict[str, Any] = {"data": bare(query.data) if query.data and is_there else None}
            shown = query.message
            if isinstance(shown, Message):
                change["message"] = _bare_message(shown)
            return update.model_copy(update={"callback_query": query.model_copy(update=change)})
        if message is not None and message.reply_to_message is not None:
            answered = {"reply_to_message": _bare_message(message.reply_to_message)}
            return update.model_copy(update={"message": message.model_copy(update=answered)})
        return update


def is_in_anothers_chat(update: Update) -> bool:
    """Whether somebody is said to write or press in the private chat of another, as nobody can."""
    query, message = update.callback_query, update.message or update.edited_message
    shown = query.message if query is not None else message
    if shown is None or shown.chat.type != "private":
        return False
    who = query.from_user if query is not None else message.from_user if message else None
    return who is not None and shown.chat.id != who.id


def _connection_of(update: Update) -> str | None:
    event = (
        update.business_message
        or update.edited_business_message
        or update.deleted_business_messages
    )
    return event.business_connection_id if event is not None else None


def _bare_message(message: Message) -> Message:
    if message.reply_markup is None:
        return message
    return message.model_copy(update={"reply_markup": bare_keyboard(message.reply_markup)})
