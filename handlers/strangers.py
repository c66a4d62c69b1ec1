"""Answers to those of no team: a few, so that nobody from outside keeps Aram from its work."""

import time
from contextlib import suppress

from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramRetryAfter
from aiogram.types import Message

from handlers.panel.limits import Turnstile

AT_ONCE = 30.0
PER_SECOND = 0.1
REFUSALS = (TelegramBadRequest, TelegramForbiddenError, TelegramRetryAfter)


class Strangers:
    """One per bot: remembers whom it has answered lately."""

    def __init__(self) -> None:
        """Nobody has written yet."""
        self._turnstile = Turnstile(burst=AT_ONCE, rate=PER_SECOND)

    async def answer(self, message: Message, sentence: str) -> None:
        """Say it, unless they have heard enough; what Telegram refuses is not tried again.

        Waiting for Telegram's patience with a stranger would hold up everybody else's updates.
        """
        if self._turnstile.admits(message.chat.id, now=time.monotonic()):
            with suppress(*REFUSALS):
                await message.answer(sentence)
