"""Delivers letters: takes what is due from the outbox, sends it, keeps the receipt."""

import asyncio
import contextlib
import logging
import time
from collections import defaultdict
from typing import assert_never

from aiogram import Bot
from aiogram.enums import ParseMode
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramRetryAfter,
)
from aiogram.types import LinkPreviewOptions

from bot.core.letters import BriefLetter, CardLetter, Letter, NoteLetter
from bot.core.listener import Card
from bot.errors import StoreError
from bot.locale import Locales
from bot.store.ledger import Ledger
from handlers.answers import answer_models
from handlers.card import Drawn, draw
from handlers.notes import draw_brief, draw_note

BATCH = 50
LOOK_EVERY_SECONDS = 1.0
LONGEST_WAIT_SECONDS = 300.0

log = logging.getLogger(__name__)


class Postman:
    """One per process. Letters to different chats go side by side, to one chat in order."""

    def __init__(self, bot: Bot, ledger: Ledger, locales: Locales) -> None:
        """Keep what delivering needs; `run` starts the rounds."""
        self._bot = bot
        self._ledger = ledger
        self._locales = locales
        self._called = asyncio.Event()
        self._answers = answer_models()

    def call(self) -> None:
        """There may be a letter: look at once."""
        self._called.set()

    async def run(self) -> None:
        """Deliver until cancelled."""
        while True:
            try:
                delivered = await self.deliver_due()
            except StoreError as error:
                log.warning("the outbox cannot be read now: %s", error)
                delivered = 0
            if not delivered:
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._called.wait(), LOOK_EVERY_SECONDS)
            self._called.clear()

    async def deliver_due(self) -> int:
        """One round: every letter that is due; how many there were."""
        letters = await self._ledger.due_letters(BATCH)
        by_chat: dict[int, list[Letter]] = defaultdict(list)
        for letter in letters:
            by_chat[letter.to].append(letter)
        await asyncio.gather(*(self._deliver_in_order(each) for each in by_chat.values()))
        return len(letters)

    async def _deliver_in_order(self, letters: list[Letter]) -> None:
        for letter in letters:
            if not await self._deliver(letter):
                return

    async def _deliver(self, letter: Letter) -> bool:
        """Send one letter and keep the receipt; False where the rest of its chat must wait."""
        try:
            match letter.body:
                case CardLetter():
                    await self._deliver_card(letter, letter.body)
                case NoteLetter() | BriefLetter():
                    await self._deliver_text(letter, letter.body)
                case _:
                    assert_never(letter.body)
        except TelegramRetryAfter as error:
            await self._ledger.put_off(letter, time.time() + error.retry_after, "retry_after")
            return False
        except TelegramForbiddenError:
            await self._ledger.give_up(letter, "unreachable")
        except TelegramBadRequest as error:
            log.error("letter %d was refused: %s", letter.id, error.message)
            await self._ledger.give_up(letter, error.message)
        except TelegramAPIError as error:
            wait = min(2.0**letter.attempts, LONGEST_WAIT_SECONDS)
            await self._ledger.put_off(letter, time.time() + wait, type(error).__name__)
            return False
        return True

    async def _deliver_text(self, letter: Letter, body: NoteLetter | BriefLetter) -> None:
        locale = self._locales.get(
            await self._ledger.write(lambda books: books.locale_of(letter.to))
        )
        drawn = (
            draw_note(body, locale) if isinstance(body, NoteLetter) else draw_brief(body, locale)
        )
        await self._send(letter.to, drawn)
        await self._ledger.mark_sent(letter)

    async def _deliver_card(self, letter: Letter, body: CardLetter) -> None:
        card, name = await self._ledger.write(
            lambda books: (books.card(body.card_id), books.locale_of(letter.to))
        )
        if card is None:
            await self._ledger.give_up(letter, "no such card")
            return
        drawn = draw(card.id, card.face, self._locales.get(name))
        if not body.anew and card.message_id is not None and await self._edit(letter, card, drawn):
            await self._ledger.mark_sent(letter)
            return
        message_id = await self._send(letter.to, drawn)
        if card.message_id is not None:
            await self._clear_away(letter.to, card.message_id)
        await self._ledger.mark_sent(letter, card_id=card.id, message_id=message_id)

    async def _send(self, chat_id: int, drawn: Drawn) -> int:
        sent = await self._bot.send_message(
            chat_id,
            drawn.text,
            parse_mode=ParseMode.HTML,
            reply_markup=drawn.keyboard,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
        )
        return sent.message_id

    async def _edit(self, letter: Letter, card: Card, drawn: Drawn) -> bool:
        """Bring the card on the screen up to date; False where it is there no more."""
        try:
            await self._bot.edit_message_text(
                drawn.text,
                chat_id=letter.to,
                message_id=card.message_id,
                parse_mode=ParseMode.HTML,
                reply_markup=drawn.keyboard,
                link_preview_options=LinkPreviewOptions(is_disabled=True),
            )
        except TelegramBadRequest as error:
            if "not modified" in error.message:
                return True
            if "not found" in error.message or "can't be edited" in error.message:
                return False
            raise
        return True

    async def _clear_away(self, chat_id: int, message_id: int) -> None:
        """Take an older card off the screen; where Telegram will not, it simply stays."""
        with contextlib.suppress(TelegramAPIError):
            await self._bot.delete_message(chat_id, message_id)
