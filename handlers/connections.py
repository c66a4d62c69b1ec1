"""Which seller a business connection belongs to; asked of the ledger, then of Telegram, once."""

from aiogram import Bot
from aiogram.types import BusinessConnection

from bot.core.people import Connection
from bot.store.ledger import Ledger


class Connections:
    """Remembers connections by their id. Seller and date of a connection never change."""

    def __init__(self, ledger: Ledger) -> None:
        """Start with none."""
        self._ledger = ledger
        self._known: dict[str, Connection] = {}

    async def find(self, bot: Bot, connection_id: str) -> Connection:
        """The connection a message came through."""
        known = self._known.get(connection_id)
        if known is None:
            known = await self._ledger.write(lambda books: books.connection(connection_id))
        if known is None:
            known = connection_of(await bot.get_business_connection(connection_id))
            await self.remember(known)
        self._known[connection_id] = known
        return known

    async def remember(self, connection: Connection) -> None:
        """Keep a connection as Telegram has just described it."""
        await self._ledger.write(lambda books: books.remember_connection(connection))
        self._known[connection.id] = connection


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
