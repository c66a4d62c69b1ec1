"""Which seller a business connection belongs to; asked of the ledger, then of Telegram, once."""

from dataclasses import replace

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import BusinessConnection

from bot.core.people import Connection, Shop
from bot.store.ledger import Ledger
from bot.store.shops import Shops


class UnknownConnectionError(Exception):
    """Neither the ledger nor Telegram knows a connection: nobody can say whose chats it reads."""


class Connections:
    """Remembers connections by their id, until shops or teams change.

    Seller and date of a connection never change; the shop that it serves may.
    """

    def __init__(self, ledger: Ledger, shops: Shops) -> None:
        """Start with none."""
        self._ledger = ledger
        self._shops = shops
        self._revision = shops.revision
        self._known: dict[str, Connection] = {}

    async def find(self, bot: Bot, connection_id: str) -> Connection:
        """The connection a message came through; UnknownConnectionError where there is none."""
        if self._revision != self._shops.revision:
            self._revision, self._known = self._shops.revision, {}
        known = self._known.get(connection_id)
        if known is None:
            known = await self._ledger.write(lambda books: books.connection(connection_id))
        if known is None:
            try:
                known = connection_of(await bot.get_business_connection(connection_id))
            except TelegramBadRequest:
                raise UnknownConnectionError from None
            own = self._shops.of_person(known.seller_id)
            known = await self.remember(known, own[0] if own else None)
        self._known[connection_id] = known
        return known

    async def remember(self, announced: Connection, shop: Shop | None) -> Connection:
        """Keep a connection as Telegram has just described it, serving a shop; as it is now."""
        connection = replace(announced, shop_id=shop.id if shop is not None else None)
        await self._ledger.write(lambda books: books.remember_connection(connection))
        self._known[connection.id] = connection
        return connection


def connection_of(announced: BusinessConnection) -> Connection:
    """Telegram's description as ours; without rights given, none are assumed."""
    return Connection(
        id=announced.id,
        seller_id=announced.user.id,
        whisper_chat_id=announced.user_chat_id,
        connected_at=announced.date.timestamp(),
        can_reply=bool(announced.rights and announced.rights.can_reply),
        is_enabled=announced.is_enabled,
    )
