"""Long polling that confirms an update only after its transaction.

aiogram's own loop confirms a batch when it is handed out; here the offset moves when every update
of the batch has been dealt with, so that Telegram redelivers what a crash left undone.
"""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from aiogram import Bot, Dispatcher
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramConflictError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.types import Update
from pydantic import ValidationError

from bot.errors import StoreBusyError, TelegramError, trace_of

POLL_SECONDS = 25
TRIES = 3
TRIES_WITH_TELEGRAM = 10
FIRST_WAIT_SECONDS = 0.5
LONGEST_WAIT_SECONDS = 30.0
PASSING = (TelegramNetworkError, TelegramServerError, TelegramRetryAfter, ClientDecodeError)

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Batch:
    """Updates that can be read, and the offset that confirms them and those that cannot."""

    updates: Sequence[Update]
    offset: int | None


class Poller:
    """Takes updates in batches; one chat's in order, different chats' side by side."""

    def __init__(self, bot: Bot, dispatcher: Dispatcher) -> None:
        """Keep the bot and the dispatcher that deals with its updates."""
        self._bot = bot
        self._dispatcher = dispatcher
        self._offset: int | None = None

    async def run(self) -> None:
        """Poll until cancelled; raises TelegramError once Telegram refuses the token."""
        wait = FIRST_WAIT_SECONDS
        while True:
            try:
                batch = await self._take()
            except TelegramUnauthorizedError:
                raise TelegramError("error-token-wrong") from None
            except (*PASSING, TelegramConflictError) as error:
                wait = await _rest(error, wait, "no updates")
            else:
                wait = FIRST_WAIT_SECONDS
                await self._deal_with(batch.updates)
                self._offset = batch.offset or self._offset

    async def _take(self) -> _Batch:
        try:
            updates = await self._bot.get_updates(
                offset=self._offset,
                timeout=POLL_SECONDS,
                allowed_updates=self._dispatcher.resolve_used_update_types(),
                request_timeout=POLL_SECONDS + 10,
            )
        except ClientDecodeError as error:
            if not isinstance(error.data, dict) or not error.data.get("result"):
                raise  # no answer of Telegram's at all, such as a proxy's page
            return self._readable(error.data["result"])
        return _Batch(updates, updates[-1].update_id + 1 if updates else None)

    def _readable(self, result: list[dict[str, object]]) -> _Batch:
        """The updates of an answer that can be read one by one; the others are passed over."""
        updates = []
        for raw in result:
            try:
                updates.append(Update.model_validate(raw, context={"bot": self._bot}))
            except ValidationError:
                log.error("update %s cannot be read and was passed over", raw.get("update_id"))
        return _Batch(updates, int(str(result[-1]["update_id"])) + 1)

    async def _deal_with(self, updates: Sequence[Update]) -> None:
        lanes: dict[int, list[Update]] = defaultdict(list)
        for update in updates:
            lanes[_chat_of(update)].append(update)
        await asyncio.gather(*(self._deal_in_order(lane) for lane in lanes.values()))

    async def _deal_in_order(self, updates: list[Update]) -> None:
        for update in updates:
            await self._deal_with_one(update)

    async def _deal_with_one(self, update: Update) -> None:
        """Feed an update: it waits for the store and for Telegram; a broken one is passed over."""
        wait, left = FIRST_WAIT_SECONDS, {"telegram": TRIES_WITH_TELEGRAM, "itself": TRIES}
        while all(left.values()):
            try:
                await self._dispatcher.feed_update(self._bot, update)
            except StoreBusyError as error:
                wait = await _rest(error, wait, "the store is busy")
            except PASSING as error:
                left["telegram"] -= 1
                wait = await _rest(error, wait, "an update waits for Telegram")
            except Exception as error:  # the outermost edge: one update must not stop the rest
                left["itself"] -= 1
                log.error("update %d failed: %s", update.update_id, trace_of(error))
                wait = await _rest(error, wait, "an update is tried again")
            else:
                return
        log.error("update %d was passed over", update.update_id)


async def _rest(error: Exception, wait: float, why: str) -> float:
    """Wait as long as Telegram asks, else `wait` seconds; how long to wait the next time."""
    seconds = float(error.retry_after) if isinstance(error, TelegramRetryAfter) else wait
    log.warning("%s (%s); again in %.1f s", why, type(error).__name__, seconds)
    await asyncio.sleep(seconds)
    return min(wait * 2, LONGEST_WAIT_SECONDS)


def _chat_of(update: Update) -> int:
    """The chat whose order an update belongs to; 0 for none."""
    event = update.event
    message = getattr(event, "message", None) or event
    chat = getattr(message, "chat", None)
    return chat.id if chat is not None else 0
