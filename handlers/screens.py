"""Answering a press: a word at once, and the pressed message as it now stands."""

from contextlib import suppress

from aiogram.enums import ParseMode
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest
from aiogram.types import (
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
)

from handlers.writing import Drawn


async def tell(query: CallbackQuery, words: str | None = None, *, alert: bool = False) -> None:
    """Say it if Telegram still lets us: the press itself is done and must not come again."""
    with suppress(TelegramAPIError):
        await query.answer(words, show_alert=alert)


async def show(query: CallbackQuery, drawn: Drawn) -> None:
    """Draw the pressed message anew, however old it is; one that is there no more stays away."""
    if query.message is None or query.bot is None:
        return
    with suppress(TelegramBadRequest):  # not modified, or not found
        await query.bot.edit_message_text(
            drawn.text,
            chat_id=query.message.chat.id,
            message_id=query.message.message_id,
            parse_mode=ParseMode.HTML,
            reply_markup=drawn.keyboard,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
        )


async def turn_switch(query: CallbackQuery, switch: InlineKeyboardButton) -> None:
    """Put a switch as it now stands in the last row of the pressed message; the others stay."""
    message = query.message
    if not isinstance(message, Message) or message.reply_markup is None or query.bot is None:
        return
    rows = [*message.reply_markup.inline_keyboard[:-1], [switch]]
    with suppress(TelegramBadRequest):  # pressed twice: it is turned already
        await query.bot.edit_message_reply_markup(
            chat_id=message.chat.id,
            message_id=message.message_id,
            reply_markup=InlineKeyboardMarkup(inline_keyboard=rows),
        )
