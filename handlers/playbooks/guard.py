"""Before any handler of these screens: only the shop's managers are served."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import CallbackQuery, Message, TelegramObject

from bot.core.people import Shop
from bot.locale import Locale
from handlers.screens import tell
from handlers.writing import one_direction


class ManagersOnly(BaseMiddleware):
    """Tells everyone else in one sentence who may; stands behind `TeamOnly`, which gives `locale`.

    Asked at every command, press, reply and upload: whoever is no manager any more is refused, too.
    """

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        """Serve managers."""
        shop: Shop = data["shop"]
        locale: Locale = data["locale"]
        person = data["event_from_user"]
        if person is not None and shop.is_manager(person.id):
            return await handler(event, data)
        sentence = locale.say("playbooks-managers-only")
        match event:
            case CallbackQuery():
                await tell(event, sentence, alert=True)
            case Message():
                await event.answer(one_direction(sentence, locale))
        return None
