"""Someone's private chat with Aram: a drawn message is sent there, changed there, taken away."""

import asyncio
from contextlib import suppress

from aiogram import Bot
from aiogram.enums import ParseMode
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramRetryAfter,
)
from aiogram.types import LinkPreviewOptions, ReplyParameters

from handlers.writing import Drawn

SEND_TIMEOUT_SECONDS = 15

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class PrivateChats:
    """The private chats of a bot, by who reads there; Telegram's refusals are raised."""

    def __init__(self, bot: Bot) -> None:
        """Write as `bot`."""
        self._bot = bot

    async def send(
        self, to: int, drawn: Drawn, *, silent: bool = False, reply_to: int | None = None
    ) -> int:
        """Send what was drawn; its message's number. A message replied to may be gone by now."""
        reply = None
        if reply_to is not None:
            reply = ReplyParameters(message_id=reply_to, allow_sending_without_reply=True)
        sent = await self._bot.send_message(
            to,
            drawn.text,
            parse_mode=ParseMode.HTML,
            reply_markup=drawn.keyboard,
            link_preview_options=_NO_PREVIEW,
            reply_parameters=reply,
            disable_notification=silent or None,
            request_timeout=SEND_TIMEOUT_SECONDS,
        )
        return sent.message_id

    async def edit(self, to: int, message_id: int, drawn: Drawn) -> bool:
        """Bring a message up to date; False where it is there no more."""
        try:
            await self._bot.edit_message_text(
                drawn.text,
                chat_id=to,
                message_id=message_id,
                parse_mode=ParseMode.HTML,
                reply_markup=drawn.keyboard,
                link_preview_options=_NO_PREVIEW,
                request_timeout=SEND_TIMEOUT_SECONDS,
            )
        except TelegramBadRequest as error:
            if "not modified" in error.message:
                return True
            if "not found" in error.message or "can't be edited" in error.message:
                return False
            raise
        return True

    async def clear_away(self, to: int, message_id: int) -> None:
        """Take an older message off the screen, or at least its buttons."""
        try:
            await self._bot.delete_message(to, message_id)
        except TelegramRetryAfter as error:
            await asyncio.sleep(min(error.retry_after, SEND_TIMEOUT_SECONDS))
            with suppress(TelegramAPIError):
                await self._bot.delete_message(to, message_id)
        except TelegramAPIError:
            with suppress(TelegramAPIError):
                await self._bot.edit_message_reply_markup(chat_id=to, message_id=message_id)


async def ask_privately(bot: Bot, person_id: int, drawn: Drawn) -> str | None:
    """Ask someone in private, wherever the card stands: a group must not see it.

    What hinders it, as a message id of `locales/*/comments.ftl`.
    """
    try:
        await PrivateChats(bot).send(person_id, drawn)
    except TelegramForbiddenError:
        return "moderation-start-first"
    except TelegramAPIError:
        return "moderation-try-again"
    return None
