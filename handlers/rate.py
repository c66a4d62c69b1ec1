"""How often one person may call on Aram, so that nobody keeps it from its work.

Only what somebody does with Aram itself is counted: commands, presses, and whatever else they send
it in private. Customers' messages to a seller or in a group are never counted, nor held up.
"""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from aiogram import BaseMiddleware, Bot
from aiogram.enums import ChatType
from aiogram.exceptions import TelegramAPIError
from aiogram.types import TelegramObject, Update

from bot.errors import StoreError
from bot.locale import Locales
from bot.store.ledger import Clock, Ledger
from bot.store.shops import Shops
from handlers.panel.limits import Turnstile

TOLD_EVERY_SECONDS = 60.0


class Kind(StrEnum):
    """What somebody does with Aram."""

    COMMAND = "command"
    PRESS = "press"
    MESSAGE = "message"
    CONNECTION = "connection"
    """Connects Aram to an account, or takes it away; of strangers alone is it counted."""


@dataclass(frozen=True, slots=True)
class Allowance:
    """So many at once, and so many a second afterwards."""

    at_once: float
    per_second: float


ALLOWED = {
    Kind.COMMAND: Allowance(20, 0.5),
    Kind.PRESS: Allowance(60, 2.0),
    Kind.MESSAGE: Allowance(200, 2.0),  # Telegram forwards a hundred messages with one touch
    Kind.CONNECTION: Allowance(5, 0.01),
}


@dataclass(frozen=True, slots=True)
class Deed:
    """Who does what."""

    person_id: int
    kind: Kind


def deed_of(update: Update) -> Deed | None:
    """What an update counts as; None for what is not counted, as all that customers say."""
    query, message = update.callback_query, update.message or update.edited_message
    if update.business_connection is not None:
        return Deed(update.business_connection.user.id, Kind.CONNECTION)
    if query is not None:
        return Deed(query.from_user.id, Kind.PRESS)
    if message is None or message.chat.type != ChatType.PRIVATE:
        return None
    is_command = (message.text or "").startswith("/")
    return Deed(message.chat.id, Kind.COMMAND if is_command else Kind.MESSAGE)


class Rate(BaseMiddleware):
    """Before anything is looked up for an update: passes over what is too much.

    Someone of a team is told so in a kind word, once a minute; strangers are not answered. Counts
    are of this process and end with it.
    """

    def __init__(self, ledger: Ledger, shops: Shops, locales: Locales, clock: Clock) -> None:
        """Nobody has asked for anything; `clock` tells seconds."""
        self._ledger = ledger
        self._shops = shops
        self._locales = locales
        self._clock = clock
        self._turnstiles = {
            kind: Turnstile(burst=allowed.at_once, rate=allowed.per_second)
            for kind, allowed in ALLOWED.items()
        }
        self._words = Turnstile(burst=1, rate=1 / TOLD_EVERY_SECONDS)

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        """Go on, or pass over the update."""
        assert isinstance(event, Update)  # noqa: S101 - an outer middleware of updates
        deed, now = deed_of(event), self._clock()
        if deed is None or self._admits(deed, now):
            return await handler(event, data)
        if self._shops.is_team(deed.person_id) and self._words.admits(deed.person_id, now=now):
            await self._tell(event, data["bot"], deed.person_id)
        return None

    def _admits(self, deed: Deed, now: float) -> bool:
        if deed.kind is Kind.CONNECTION and self._shops.is_team(deed.person_id):
            return True
        return self._turnstiles[deed.kind].admits(deed.person_id, now=now)

    async def _tell(self, update: Update, bot: Bot, person_id: int) -> None:
        """Say it as quickly as Telegram lets us: what it refuses is not tried again."""
        words = self._locales.get(await self._language(person_id)).say("rate-slow-down")
        with suppress(TelegramAPIError):
            if update.callback_query is not None:
                await bot.answer_callback_query(update.callback_query.id, words, show_alert=True)
            else:
                await bot.send_message(person_id, words)

    async def _language(self, person_id: int) -> str:
        own = next(iter(self._shops.of_person(person_id)), self._shops.first)
        with suppress(StoreError):
            person = await self._ledger.write(lambda books: books.person(person_id))
            return (person and person.locale) or own.locale
        return own.locale
