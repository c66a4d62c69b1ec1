"""Delivers letters: takes what is due from the outbox, sends it, keeps the receipt.

Whenever there is room, the most urgent letter goes whose reader may be written to; so a flood goes
out in the order of its urgency, as fast as Telegram's limits let it.
"""

import asyncio
import contextlib
import logging
import secrets
from collections.abc import Callable
from functools import partial

from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)

from bot.core.letters import BriefLetter, Letter
from bot.errors import StoreError, trace_of, unquoted
from bot.store.ledger import Ledger
from bot.store.readers import HELD_SECONDS
from handlers.answers import answer_models
from handlers.delivery import Delivery, Receipt
from handlers.limits import Limits, TooSoon, is_letter
from handlers.whispers import NEVER_MET

MOST_UNDER_WAY = 30
LOOK_EVERY_SECONDS = 1.0
STAY_EVERY_SECONDS = HELD_SECONDS / 3
LONGEST_WAIT_SECONDS = 30.0
FAREWELL_SECONDS = 3.0
MOST_ATTEMPTS = 50
NOT_ITS_FAULT = (TelegramNetworkError, TelegramRetryAfter, TelegramUnauthorizedError)
MARGIN_SECONDS = 0.1  # so that a letter put off is due again before its chat opens

log = logging.getLogger(__name__)


class Postman:
    """One per process. Each chat's letters go in order, and no chat waits for another."""

    def __init__(
        self,
        delivery: Delivery,
        ledger: Ledger,
        limits: Limits,
        tally: Callable[[str], None] = lambda _: None,
    ) -> None:
        """Keep what delivers a letter, and where they wait; `run` starts the rounds.

        `tally` is told what became of each: "sent", "put_off" or "given_up".
        """
        self._tally = tally
        self._delivery = delivery
        self._ledger = ledger
        self._limits = limits
        self._name = secrets.token_hex(8)
        self._called = asyncio.Event()
        self._answers = answer_models()
        self._under_way: dict[int, asyncio.Task[None]] = {}
        self._closed_until: dict[int, float] = {}
        self._receipts: dict[tuple[int, int], Receipt] = {}
        self._stayed_at = float("-inf")

    def call(self) -> None:
        """There may be a letter: look at once."""
        self._called.set()

    async def run(self) -> None:
        """Deliver until cancelled."""
        try:
            while True:
                try:
                    await self._stay()
                    await self._look()
                except StoreError as error:
                    log.warning("the outbox cannot be read now: %s", error)
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._called.wait(), self._pause())
                self._called.clear()
        finally:
            await self._stop()

    async def _stop(self) -> None:
        """What is half sent is sent, and its receipt kept; whoever comes brings the rest."""
        if self._under_way:
            await asyncio.wait(self._under_way.values(), timeout=FAREWELL_SECONDS)
        for task in self._under_way.values():
            task.cancel()
        await asyncio.gather(*self._under_way.values(), return_exceptions=True)
        with contextlib.suppress(StoreError):
            await self._ledger.let_go_all(self._name)

    async def _stay(self) -> None:
        """Go on holding whose letters are under way; share the limits with other processes."""
        if _now() - self._stayed_at >= STAY_EVERY_SECONDS:
            self._limits.share(await self._ledger.stay(self._name, tuple(self._under_way)))
            self._stayed_at = _now()

    async def _look(self) -> None:
        """Start as many deliveries as there is room for, the most urgent first."""
        may_be_more = True
        while may_be_more and len(self._under_way) < MOST_UNDER_WAY:
            most = MOST_UNDER_WAY - len(self._under_way)
            taken = await self._ledger.take_letters(self._name, most, self._busy())
            for letter in taken.letters:
                task = asyncio.create_task(self._bring(letter))
                self._under_way[letter.to] = task
                task.add_done_callback(partial(self._is_done_with, letter.to))
            may_be_more = taken.may_be_more and bool(taken.letters)

    def _busy(self) -> frozenset[int]:
        """The chats that get nothing now: one is on its way, or they rest, or are closed."""
        for chat_id in [each for each, end in self._closed_until.items() if end <= _now()]:
            del self._closed_until[chat_id]
        return self._limits.resting().union(self._under_way, self._closed_until)

    def _pause(self) -> float:
        """Until the next look, unless called: a chat may be written to again."""
        return min(LOOK_EVERY_SECONDS, self._limits.next_end() or LOOK_EVERY_SECONDS)

    def _is_done_with(self, chat_id: int, _task: asyncio.Task[None]) -> None:
        self._under_way.pop(chat_id, None)
        self._called.set()

    async def _bring(self, letter: Letter) -> None:
        """Deliver a letter; until then nobody else brings its reader anything."""
        is_letter.set(True)
        try:
            await self._deliver(letter)
            await self._ledger.let_go(letter.to, self._name, self._rest_of(letter.to))
        except StoreError as error:
            log.warning("letter %d: its receipt cannot be kept now: %s", letter.id, error)
            self._close(letter, LOOK_EVERY_SECONDS)

    async def _deliver(self, letter: Letter) -> None:
        """Send one letter and keep the receipt."""
        known = (letter.id, letter.revision)
        try:
            if known not in self._receipts:
                self._receipts[known] = await self._delivery.hand_over(letter)
        except TooSoon as wait:
            self._close(letter, wait.seconds)
        except TelegramRetryAfter as error:
            await self._put_off(letter, error.retry_after, error)
        except TelegramForbiddenError:
            await self._give_up(letter, "unreachable")
        except TelegramBadRequest as error:
            log.error("letter %d was refused: %s", letter.id, unquoted(error.message))
            unmet = NEVER_MET in error.message
            await self._give_up(letter, "unreachable" if unmet else unquoted(error.message))
        except (TelegramAPIError, ClientDecodeError) as error:
            await self._put_off(letter, _backoff(letter), error)
        except StoreError:
            raise
        except Exception as error:  # a defect of ours: the other letters go on
            log.error("letter %d failed: %s", letter.id, trace_of(error))
            await self._put_off(letter, _backoff(letter), error)
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

    async def _give_up(self, letter: Letter, trouble: str) -> None:
        """Never deliver a letter; a brief that does not reach its manager goes to the next."""
        await self._ledger.give_up(letter, trouble)
        self._tally("given_up")
        if isinstance(letter.body, BriefLetter):
            await self._delivery.pass_on(letter, letter.body.brief_id)

    async def _put_off(self, letter: Letter, seconds: float, error: Exception) -> None:
        """Try again later, this letter and whatever else goes to its chat."""
        self._close(letter, seconds)
        if letter.attempts >= MOST_ATTEMPTS and not isinstance(error, NOT_ITS_FAULT):
            await self._ledger.give_up(letter, type(error).__name__)
            self._tally("given_up")
        else:
            await self._ledger.put_off(letter, seconds, type(error).__name__)
            self._tally("put_off")

    def _rest_of(self, chat_id: int) -> float:
        """In how many seconds a chat may be written to."""
        closed = self._closed_until.get(chat_id, 0.0) - _now()
        return max(closed, self._limits.rest_of(chat_id))

    def _close(self, letter: Letter, seconds: float) -> None:
        self._closed_until[letter.to] = _now() + seconds + MARGIN_SECONDS


def _now() -> float:
    """Seconds that go on evenly, whatever the clock on the wall does."""
    return asyncio.get_running_loop().time()


def _backoff(letter: Letter) -> float:
    """Twice as long each time, up to half a minute."""
    return min(2.0 ** min(letter.attempts, 10), LONGEST_WAIT_SECONDS)
