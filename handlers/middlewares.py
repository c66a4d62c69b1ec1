"""Before any handler of a private chat: only the shop's team is served."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import CallbackQuery, Message, TelegramObject

from bot.core.people import Person, Shop
from bot.locale import Locales
from handlers.screens import tell
from handlers.strangers import Strangers


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
        """Serve the team; answer a stranger, and do nothing else."""
        shop: Shop = data["shop"]
        locales: Locales = data["locales"]
        person = data["event_from_user"]
        if person is None:
            return None
        if not shop.is_team(person.id):
            plain = locales.get(shop.locale).plain  # a number with marks cannot be pasted into .env
            sentence = plain.say(words_for_stranger(shop), id=str(person.id))
            return await _turn_away(event, sentence, data["strangers"])
        known: Person | None = data["person"]
        data["locale"] = locales.get((known and known.locale) or shop.locale)
        return await handler(event, data)


def words_for_stranger(shop: Shop) -> str:
    """What a stranger is told: where there is no owner yet, also how the owner gets in."""
    return "note-stranger" if shop.owner_id is not None else "note-stranger-ownerless"


async def _turn_away(event: TelegramObject, sentence: str, strangers: Strangers) -> None:
    match event:
        case CallbackQuery():
            await tell(event, sentence[:200], alert=True)
        case Message():
            await strangers.answer(event, sentence)
