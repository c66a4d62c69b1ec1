"""What one person alone sees in a group: a drawn message is shown there, changed, taken away."""

import logging
from contextlib import suppress
from dataclasses import dataclass

from aiogram import Bot
from aiogram.enums import ParseMode
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest
from aiogram.methods import SendMessage
from aiogram.types import EphemeralMessageParameters, LinkPreviewOptions, Message

from handlers.private_chat import SEND_TIMEOUT_SECONDS
from handlers.writing import Drawn

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Seat:
    """Someone in a group, or in one of its topics."""

    chat_id: int
    topic: int | None
    person_id: int


class Ephemerals:
    """Messages of a bot that one person of a group sees; Telegram's refusals are raised."""

    def __init__(self, bot: Bot) -> None:
        """Write as `bot`."""
        self._bot = bot
        self._shows_to_all = False

    async def send(self, to: Seat, drawn: Drawn, *, silent: bool = False) -> int:
        """Show what was drawn; the message's number among those of its kind."""
        if self._shows_to_all:
            raise _none_here(to.chat_id)
        sent = await self._bot.send_message(
            to.chat_id,
            drawn.text,
            message_thread_id=to.topic,
            ephemeral_message_parameters=EphemeralMessageParameters(receiver_user_id=to.person_id),
            parse_mode=ParseMode.HTML,
            reply_markup=drawn.keyboard,
            link_preview_options=_NO_PREVIEW,
            disable_notification=silent or None,
            request_timeout=SEND_TIMEOUT_SECONDS,
        )
        if sent.ephemeral_message_id is None:
            await self._take_back(sent)
        return sent.ephemeral_message_id or 0

    async def edit(self, to: Seat, number: int, drawn: Drawn) -> None:
        """Bring a message up to date."""
        await self._bot.edit_ephemeral_message_text(
            chat_id=to.chat_id,
            receiver_user_id=to.person_id,
            ephemeral_message_id=number,
            text=drawn.text,
            parse_mode=ParseMode.HTML,
            reply_markup=drawn.keyboard,
            link_preview_options=_NO_PREVIEW,
            request_timeout=SEND_TIMEOUT_SECONDS,
        )

    async def clear_away(self, to: Seat, number: int) -> None:
        """Take an older message off the screen, where it is there still."""
        with suppress(TelegramAPIError):
            await self._bot.delete_ephemeral_message(to.chat_id, to.person_id, number)

    async def _take_back(self, sent: Message) -> None:
        """A Bot API server too old for such messages has shown it to all: never again."""
        self._shows_to_all = True
        log.error("this Bot API server cannot show a message to one alone: update it")
        with suppress(TelegramAPIError):
            await self._bot.delete_message(sent.chat.id, sent.message_id)
        raise _none_here(sent.chat.id)


def _none_here(chat_id: int) -> TelegramBadRequest:
    return TelegramBadRequest(SendMessage(chat_id=chat_id, text=""), "no ephemeral messages here")
