"""Delivers letters: takes what is due from the outbox, sends it, keeps the receipt."""

import asyncio
import contextlib
import logging
import time
from collections import defaultdict
from collections.abc import Callable
from functools import partial

from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramRetryAfter,
)

from bot.core.letters import BriefLetter, Letter
from bot.errors import StoreError, trace_of, unquoted
from bot.store.ledger import Ledger
from handlers.answers import answer_models
from handlers.delivery import Delivery, Receipt
from handlers.whispers import NEVER_MET

BATCH = 50
LOOK_EVERY_SECONDS = 1.0
LONGEST_WAIT_SECONDS = 30.0
FAREWELL_SECONDS = 3.0
MOST_ATTEMPTS = 50
MARGIN_SECONDS = 0.1  # so that a letter put off is due again before its chat opens

log = logging.getLogger(__name__)


class Postman:
    """One per process. Each chat's letters go in order, and no chat waits for another."""

    def __init__(
        self, delivery: Delivery, ledger: Ledger, tally: Callable[[str], None] = lambda _: None
    ) -> None:
        """Keep what delivers a letter, and where they wait; `run` starts the rounds.

        `tally` is told what became of each: "sent", "put_off" or "given_up".
        """
        self._tally = tally
        self._delivery = delivery
        self._ledger = ledger
        self._called = asyncio.Event()
        self._answers = answer_models()
        self._under_way: dict[int, asyncio.Task[None]] = {}
        self._closed_until: dict[int, float] = {}
        self._receipts: dict[tuple[int, int], Receipt] = {}

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
            if self._under_way:  # what is half sent is sent, and its receipt kept
                await asyncio.wait(self._under_way.values(), timeout=FAREWELL_SECONDS)
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
                self._receipts[known] = await self._delivery.hand_over(letter)
        except TelegramRetryAfter as error:
            return await self._put_off(letter, error.retry_after, error)
        except TelegramForbiddenError:
            await self._give_up(letter, "unreachable")
        except TelegramBadRequest as error:
            log.error("letter %d was refused: %s", letter.id, unquoted(error.message))
            unmet = NEVER_MET in error.message
            await self._give_up(letter, "unreachable" if unmet else unquoted(error.message))
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
                letter,
                card_id=receipt.card_id,
                brief_id=receipt.brief_id,
                message_id=receipt.message_id,
            )
            del self._receipts[known]
            self._tally("sent")
        return True

    async def _give_up(self, letter: Letter, trouble: str) -> None:
        """Never deliver a letter; a brief that does not reach its manager goes to the next."""
        await self._ledger.give_up(letter, trouble)
        self._tally("given_up")
        if isinstance(letter.body, BriefLetter):
            await self._delivery.pass_on(letter, letter.body.brief_id)

    async def _put_off(self, letter: Letter, seconds: float, error: Exception) -> bool:
        """Try again later, this letter and whatever else goes to its chat; False."""
        self._close(letter, seconds)
        if letter.attempts >= MOST_ATTEMPTS:
            await self._ledger.give_up(letter, type(error).__name__)
            self._tally("given_up")
        else:
            await self._ledger.put_off(letter, time.time() + seconds, type(error).__name__)
            self._tally("put_off")
        return False

    def _close(self, letter: Letter, seconds: float) -> None:
        self._closed_until[letter.to] = time.time() + seconds + MARGIN_SECONDS


def _backoff(letter: Letter) -> float:
    """Twice as long each time, up to half a minute."""
    return min(2.0**letter.attempts, LONGEST_WAIT_SECONDS)
