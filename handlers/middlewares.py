"""Before any handler of a private chat: only the shop's team is served."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import CallbackQuery, Message, TelegramObject

from bot.core.people import Shop
from bot.locale import Locales
from bot.store.ledger import Ledger


class TeamOnly(BaseMiddleware):
    """Turns strangers away, in the shop's language, and tells them what the owner needs to know.

    Puts `locale` beside the other arguments of the handler: the language of who asks.
    """

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        """Serve the team; answer a stranger once per message, and do nothing else."""
        shop: Shop = data["shop"]
        ledger: Ledger = data["ledger"]
        locales: Locales = data["locales"]
        person = data["event_from_user"]
        if person is None:
            return None
        if not shop.is_team(person.id):
            plain = locales.get(shop.locale).plain  # a number with marks cannot be pasted into .env
            return await _turn_away(event, plain.say("note-stranger", id=str(person.id)))
        name = await ledger.write(lambda books: books.locale_of(person.id))
        data["locale"] = locales.get(name)
        return await handler(event, data)


async def _turn_away(event: TelegramObject, sentence: str) -> None:
    match event:
        case CallbackQuery():
            await event.answer(sentence[:200], show_alert=True)
        case Message():
            await event.answer(sentence)
