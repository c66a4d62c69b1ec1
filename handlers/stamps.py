"""Every button bears the shop it belongs to, so that it is pressed in that shop and no other.

`Stamping` writes it in front of whatever a button carries, on the way out; `shop_of` and `bare`
read it on the way in.
"""

import re
from contextvars import ContextVar
from typing import Any

from aiogram import Bot
from aiogram.client.session.middlewares.base import (
    BaseRequestMiddleware,
    NextRequestMiddlewareType,
)
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

_STAMP = re.compile(r"(\d{1,9})~")

current_shop: ContextVar[int | None] = ContextVar("current_shop", default=None)
"""The shop for which something is done or sent."""


def shop_of(data: str | None) -> int | None:
    """The shop that a button's data bears; None where it bears none."""
    found = _STAMP.match(data or "")
    return int(found[1]) if found else None


def bare(data: str) -> str:
    """A button's data as it was written, without the shop."""
    return _STAMP.sub("", data, count=1)


def shop_of_keyboard(keyboard: InlineKeyboardMarkup | None) -> int | None:
    """The shop that a message's buttons bear."""
    rows = keyboard.inline_keyboard if keyboard is not None else ()
    found = (shop_of(button.callback_data) for row in rows for button in row)
    return next((shop_id for shop_id in found if shop_id is not None), None)


def bare_keyboard(keyboard: InlineKeyboardMarkup) -> InlineKeyboardMarkup:
    """A message's buttons as they were written."""
    return _with_data(keyboard, bare)


def stamped(keyboard: InlineKeyboardMarkup, shop_id: int) -> InlineKeyboardMarkup:
    """Buttons that bear a shop."""
    return _with_data(keyboard, lambda data: f"{shop_id}~{data}")


class Stamping(BaseRequestMiddleware):
    """Before any request to Telegram: stamps the buttons in it for the current shop."""

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        """Go on with stamped buttons."""
        keyboard, shop_id = getattr(method, "reply_markup", None), current_shop.get()
        if shop_id is not None and isinstance(keyboard, InlineKeyboardMarkup):
            change: dict[str, Any] = {"reply_markup": stamped(keyboard, shop_id)}
            method = method.model_copy(update=change)
        return await make_request(bot, method)


def _with_data(keyboard: InlineKeyboardMarkup, change: Any) -> InlineKeyboardMarkup:
    def changed(button: InlineKeyboardButton) -> InlineKeyboardButton:
        if button.callback_data is None:
            return button
        return button.model_copy(update={"callback_data": change(button.callback_data)})

    rows = [[changed(button) for button in row] for row in keyboard.inline_keyboard]
    return InlineKeyboardMarkup(inline_keyboard=rows)
