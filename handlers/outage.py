"""When nothing can be kept: the owner is told so once, by a message that needs no database.

A full disk, a database that is gone or may only be read: updates then wait where they are kept, at
Telegram or in the inbox, and nobody would notice but by Aram's silence.
"""

import asyncio
import logging
from contextlib import suppress

from aiogram import Bot
from aiogram.exceptions import AiogramError

from bot.core.people import Shop
from bot.errors import StoreError
from bot.locale import Locales
from bot.store.shops import Shops

PATIENCE_SECONDS = 60.0
QUIET_SECONDS = 3600.0
"""A database that comes and goes is told of once an hour."""
SEND_SECONDS = 10

log = logging.getLogger(__name__)


class Outage:
    """One per process; is told how each look at the database went."""

    def __init__(
        self, bot: Bot, shops: Shops, locales: Locales, *, patience: float = PATIENCE_SECONDS
    ) -> None:
        """After `patience`, in seconds, without a database, its absence is told."""
        self._bot = bot
        self._shops = shops
        self._locales = locales
        self._patience = patience
        self._since: float | None = None
        self._told_at: float | None = None
        self._is_told = False

    async def failed(self, error: StoreError) -> None:
        """The database could not be written."""
        now = asyncio.get_running_loop().time()
        self._since = now if self._since is None else self._since
        is_quiet = self._told_at is not None and now - self._told_at < QUIET_SECONDS
        if self._is_told or is_quiet or now - self._since < self._patience:
            return
        if await self._tell("outage-begins", error):
            self._is_told, self._told_at = True, now

    async def passed(self) -> None:
        """The database was written."""
        self._since = None
        if self._is_told:
            self._is_told = False
            await self._tell("outage-over")

    async def _tell(self, message: str, error: StoreError | None = None) -> bool:
        """Tell every shop's owner, in the shop's language; whether anybody has heard."""
        is_heard = False
        for shop in self._shops.all():
            locale = self._locales.get(shop.locale)
            why = locale.plain.error_sentence(error) if error is not None else ""
            for person in _concerned(shop):
                with suppress(AiogramError):
                    said = locale.say(message, why=why)
                    await self._bot.send_message(
                        person, said, parse_mode=None, request_timeout=SEND_SECONDS
                    )
                    is_heard = True
        if not is_heard:
            log.warning("nobody could be told: %s", message)
        return is_heard


def _concerned(shop: Shop) -> tuple[int, ...]:
    """The owner, or the managers where there is none."""
    return (shop.owner_id,) if shop.owner_id is not None else tuple(sorted(shop.manager_ids))
