"""Delivers letters: takes what is due from the outbox, sends it, keeps the receipt."""

import asyncio
import contextlib
import logging
import time
from collections import defaultdict
from dataclasses import dataclass
from functools import partial
from typing import assert_never

from aiogram import Bot
from aiogram.enums import ParseMode
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramRetryAfter,
)
from aiogram.types import LinkPreviewOptions

from bot.core.letters import BriefLetter, CardLetter, InquiryLetter, Letter, NoteLetter
from bot.core.listener import Card
from bot.errors import StoreError, trace_of
from bot.locale import Locales
from bot.store.ledger import Ledger
from handlers.answers import answer_models
from handlers.card import Drawn, draw
from handlers.inquiry import draw_inquiry
from handlers.notes import draw_brief, draw_note

BATCH = 50
LOOK_EVERY_SECONDS = 1.0
LONGEST_WAIT_SECONDS = 30.0
SEND_TIMEOUT_SECONDS = 15
MOST_ATTEMPTS = 50
MARGIN_SECONDS = 0.1  # so that a letter put off is due again before its chat opens

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Receipt:
    """What was delivered: for a card, which message it has become."""

    card_id: int | None = None
    message_id: int | None = None


class Postman:
    """One per process. Each chat's letters go in order, and no chat waits for another."""

    def __init__(self, bot: Bot, ledger: Ledger, locales: Locales) -> None:
        """Keep what delivering needs; `run` starts the rounds."""
        self._bot = bot
        self._ledger = ledger
        self._locales = locales
        self._called = asyncio.Event()
        self._answers = answer_models()
        self._under_way: dict[int, asyncio.Task[None]] = {}
        self._closed_until: dict[int, float] = {}
        self._receipts: dict[tuple[int, int], _Receipt] = {}

    def call(self) -> None:
        """There may be a letter: look at once."""
        self._called.set()

    async def run(self) -> None:
        """Deliver until cancelled."""
        try:
            while True:
                await self._look()
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._called.wait(), LOOK_EVERY_SECONDS)
                self._called.clear()
        finally:
            for task in self._under_way.values():
                task.cancel()
            await asyncio.gather(*self._under_way.values(), return_exceptions=True)

    async def _look(self) -> None:
        """Start a delivery for every chat that has letters and is neither busy nor closed."""
        try:
            letters = await self._ledger.due_letters(BATCH)
        except StoreError as error:
            log.warning("the outbox cannot be read now: %s", error)
            return
        by_chat: dict[int, list[Letter]] = defaultdict(list)
        for letter in letters:
            if letter.to not in self._under_way and not self._is_closed(letter.to):
                by_chat[letter.to].append(letter)
        for chat_id, waiting in by_chat.items():
            task = asyncio.create_task(self._deliver_in_order(waiting))
            self._under_way[chat_id] = task
            task.add_done_callback(partial(self._is_done_with, chat_id))

    def _is_closed(self, chat_id: int) -> bool:
        """Whether Telegram has asked for patience with a chat, and the time is not over."""
        return self._closed_until.get(chat_id, 0.0) > time.time()

    def _is_done_with(self, chat_id: int, _task: asyncio.Task[None]) -> None:
        self._under_way.pop(chat_id, None)
        self._called.set()

    async def _deliver_in_order(self, letters: list[Letter]) -> None:
        """One chat's letters; after trouble the rest waits for the next round."""
        for letter in letters:
            try:
                if not await self._deliver(letter):
                    return
            except StoreError as error:
                log.warning("letter %d: its receipt cannot be kept now: %s", letter.id, error)
                self._close(letter, LOOK_EVERY_SECONDS)
                return

    async def _deliver(self, letter: Letter) -> bool:
        """Send one letter and keep the receipt; False where the rest of its chat must wait."""
        known = (letter.id, letter.revision)
        try:
            if known not in self._receipts:
                self._receipts[known] = await self._hand_over(letter)
        except TelegramRetryAfter as error:
            return await self._put_off(letter, error.retry_after, error)
        except TelegramForbiddenError:
            await self._ledger.give_up(letter, "unreachable")
        except TelegramBadRequest as error:
            log.error("letter %d was refused: %s", letter.id, error.message)
            await self._ledger.give_up(letter, error.message)
        except (TelegramAPIError, ClientDecodeError) as error:
            return await self._put_off(letter, _backoff(letter), error)
        except StoreError:
            raise
        except Exception as error:  # a defect of ours: the other letters go on
            log.error("letter %d failed: %s", letter.id, trace_of(error))
            return await self._put_off(letter, _backoff(letter), error)
        else:
            receipt = self._receipts[known]
            await self._ledger.mark_sent(
                letter, card_id=receipt.card_id, message_id=receipt.message_id
            )
            del self._receipts[known]
        return True

    async def _put_off(self, letter: Letter, seconds: float, error: Exception) -> bool:
        """Try again later, this letter and whatever else goes to its chat; False."""
        self._close(letter, seconds)
        if letter.attempts >= MOST_ATTEMPTS:
            await self._ledger.give_up(letter, type(error).__name__)
        else:
            await self._ledger.put_off(letter, time.time() + seconds, type(error).__name__)
        return False

    def _close(self, letter: Letter, seconds: float) -> None:
        self._closed_until[letter.to] = time.time() + seconds + MARGIN_SECONDS

    async def _hand_over(self, letter: Letter) -> _Receipt:
        match letter.body:
            case CardLetter():
                return await self._deliver_card(letter, letter.body)
            case NoteLetter() | BriefLetter():
                return await self._deliver_text(letter, letter.body)
            case InquiryLetter():
                return await self._deliver_answer(letter, letter.body)
            case _:
                assert_never(letter.body)

    async def _deliver_text(self, letter: Letter, body: NoteLetter | BriefLetter) -> _Receipt:
        locale = self._locales.get(
            await self._ledger.write(lambda books: books.locale_of(letter.to))
        )
        drawn = (
            draw_note(body, locale) if isinstance(body, NoteLetter) else draw_brief(body, locale)
        )
        await self._send(letter.to, drawn)
        return _Receipt()

    async def _deliver_answer(self, letter: Letter, body: InquiryLetter) -> _Receipt:
        inquiry, name = await self._ledger.write(
            lambda books: (books.inquiries.find(body.inquiry_id), books.locale_of(letter.to))
        )
        if inquiry is not None:
            await self._send(letter.to, draw_inquiry(inquiry, self._locales.get(name)))
        return _Receipt()

    async def _deliver_card(self, letter: Letter, body: CardLetter) -> _Receipt:
        card, name = await self._ledger.write(
            lambda books: (books.card(body.card_id), books.locale_of(letter.to))
        )
        if card is None:
            return _Receipt()
        drawn = draw(card.id, card.face, self._locales.get(name))
        if not body.anew and card.message_id is not None and await self._edit(letter, card, drawn):
            return _Receipt()
        message_id = await self._send(letter.to, drawn)
        if card.message_id is not None:
            await self._clear_away(letter.to, card.message_id)
        return _Receipt(card.id, message_id)

    async def _send(self, chat_id: int, drawn: Drawn) -> int:
        sent = await self._bot.send_message(
            chat_id,
            drawn.text,
            parse_mode=ParseMode.HTML,
            reply_markup=drawn.keyboard,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
            request_timeout=SEND_TIMEOUT_SECONDS,
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
                request_timeout=SEND_TIMEOUT_SECONDS,
            )
        except TelegramBadRequest as error:
            if "not modified" in error.message:
                return True
            if "not found" in error.message or "can't be edited" in error.message:
                return False
            raise
        return True

    async def _clear_away(self, chat_id: int, message_id: int) -> None:
        """Take an older card off the screen, or at least its buttons off the card."""
        try:
            await self._bot.delete_message(chat_id, message_id)
        except TelegramRetryAfter as error:
            await asyncio.sleep(min(error.retry_after, SEND_TIMEOUT_SECONDS))
            with contextlib.suppress(TelegramAPIError):
                await self._bot.delete_message(chat_id, message_id)
        except TelegramAPIError:
            with contextlib.suppress(TelegramAPIError):
                await self._bot.edit_message_reply_markup(chat_id=chat_id, message_id=message_id)


def _backoff(letter: Letter) -> float:
    """Twice as long each time, up to half a minute."""
    return min(2.0**letter.attempts, LONGEST_WAIT_SECONDS)
