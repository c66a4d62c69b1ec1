"""A screen of figures on its way out: one message, words above the picture, buttons below."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from html import unescape
from re import compile as pattern

from aiogram import Bot
from aiogram.enums import ParseMode
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    LinkPreviewOptions,
    Message,
)

from bot.locale import Locale
from handlers.screens import show
from handlers.stats.keyboards import Row
from handlers.writing import Drawn, one_direction

LONGEST_CAPTION = 1024
_TAG = pattern("<[^>]+>")

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Screen:
    """What is to be shown; `picture` draws a PNG, and takes its time.

    One without a picture may keep that of the message it changes, else it comes as words alone.
    """

    lines: list[str]
    rows: list[Row] = field(default_factory=list)
    picture: Callable[[], bytes] | None = None
    keeps_picture: bool = False

    def drawn(self, locale: Locale) -> Drawn:
        """Its words, no more of them than fit above a picture, and its buttons."""
        lines = list(self.lines)
        text = one_direction("\n".join(lines), locale)
        while len(lines) > 1 and _length(text) > LONGEST_CAPTION:
            lines.pop()
            text = one_direction("\n".join(lines), locale)
        keyboard = InlineKeyboardMarkup(inline_keyboard=self.rows) if self.rows else None
        return Drawn(text, keyboard)


@dataclass(frozen=True, slots=True)
class Ready:
    """A screen that is drawn, and needs only to be sent."""

    drawn: Drawn
    picture: BufferedInputFile | None


async def ready(screen: Screen, locale: Locale) -> Ready:
    """Draw a screen; without its picture where that cannot be drawn."""
    return Ready(screen.drawn(locale), await _drawn(screen))


async def send_screen(message: Message, screen: Screen, locale: Locale) -> None:
    """A new message in answer to this one."""
    if message.bot is not None:
        await post_screen(message.bot, message.chat.id, screen, locale)


async def post_screen(bot: Bot, chat_id: int, screen: Screen, locale: Locale) -> None:
    """The same to somebody who did not ask just now."""
    await post_ready(bot, chat_id, await ready(screen, locale))


async def post_ready(bot: Bot, chat_id: int, screen: Ready, *, silent: bool = False) -> None:
    """Send a screen that is drawn: one request, after which it is known that it went."""
    drawn, picture = screen.drawn, screen.picture
    if picture is None:
        await bot.send_message(
            chat_id,
            drawn.text,
            parse_mode=ParseMode.HTML,
            reply_markup=drawn.keyboard,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
            disable_notification=silent or None,
        )
        return
    await bot.send_photo(
        chat_id,
        picture,
        caption=drawn.text,
        parse_mode=ParseMode.HTML,
        show_caption_above_media=True,
        reply_markup=drawn.keyboard,
        disable_notification=silent or None,
    )


async def show_screen(query: CallbackQuery, screen: Screen, locale: Locale) -> None:
    """The pressed message drawn anew; words alone come as a new one in place of a picture."""
    drawn, shown = screen.drawn(locale), query.message
    if query.bot is None or not isinstance(shown, Message):
        await show(query, drawn)
        return
    picture = await _drawn(screen)
    if picture is None and not shown.photo:
        await show(query, drawn)
        return
    if picture is None and not screen.keeps_picture:
        await post_screen(query.bot, shown.chat.id, screen, locale)
        with suppress(TelegramBadRequest):  # too old to be deleted, or gone already
            await query.bot.delete_message(shown.chat.id, shown.message_id)
        return
    with suppress(TelegramBadRequest):  # not modified, or not found
        if picture is None:
            await query.bot.edit_message_caption(
                caption=drawn.text,
                parse_mode=ParseMode.HTML,
                show_caption_above_media=True,
                reply_markup=drawn.keyboard,
                chat_id=shown.chat.id,
                message_id=shown.message_id,
            )
            return
        media = InputMediaPhoto(
            media=picture,
            caption=drawn.text,
            parse_mode=ParseMode.HTML,
            show_caption_above_media=True,
        )
        await query.bot.edit_message_media(
            media,
            chat_id=shown.chat.id,
            message_id=shown.message_id,
            reply_markup=drawn.keyboard,
        )


async def _drawn(screen: Screen) -> BufferedInputFile | None:
    """The picture; figures without one are better than none."""
    if screen.picture is None:
        return None
    try:
        return BufferedInputFile(await asyncio.to_thread(screen.picture), "figures.png")
    except (ValueError, OSError, ArithmeticError) as error:
        log.error("a chart could not be drawn: %s", type(error).__name__)
        return None


def _length(text: str) -> int:
    """As Telegram counts a caption, in UTF-16."""
    return len(unescape(_TAG.sub("", text)).encode("utf-16-le")) // 2
