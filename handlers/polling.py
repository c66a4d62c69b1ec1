"""Long polling that confirms an update only after its transaction.

aiogram's own loop confirms a batch when it is handed out; here the offset moves when every update
of the batch has been dealt with, so that Telegram redelivers what a crash left undone.
"""

import asyncio
import logging
import traceback
from collections import defaultdict
from pathlib import Path

from aiogram import Bot, Dispatcher
from aiogram.exceptions import (
    TelegramConflictError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.types import Update

from bot.errors import StoreBusyError

POLL_SECONDS = 25
TRIES = 3
FIRST_WAIT_SECONDS = 0.5
LONGEST_WAIT_SECONDS = 30.0

log = logging.getLogger(__name__)


class Poller:
    """Takes updates in batches; one chat's in order, different chats' side by side."""

    def __init__(self, bot: Bot, dispatcher: Dispatcher) -> None:
        """Keep the bot and the dispatcher that deals with its updates."""
        self._bot = bot
        self._dispatcher = dispatcher
        self._offset: int | None = None

    async def run(self) -> None:
        """Poll until cancelled."""
        allowed = self._dispatcher.resolve_used_update_types()
        wait = FIRST_WAIT_SECONDS
        while True:
            try:
                updates = await self._bot.get_updates(
                    offset=self._offset,
                    timeout=POLL_SECONDS,
                    allowed_updates=allowed,
                    request_timeout=POLL_SECONDS + 10,
                )
            except TelegramRetryAfter as error:
                await asyncio.sleep(error.retry_after)
            except (TelegramNetworkError, TelegramServerError, TelegramConflictError) as error:
                log.warning("no updates (%s); asking again in %.0f s", type(error).__name__, wait)
                await asyncio.sleep(wait)
                wait = min(wait * 2, LONGEST_WAIT_SECONDS)
            else:
                wait = FIRST_WAIT_SECONDS
                await self._deal_with(updates)

    async def _deal_with(self, updates: list[Update]) -> None:
        lanes: dict[int, list[Update]] = defaultdict(list)
        for update in updates:
            lanes[_chat_of(update)].append(update)
        await asyncio.gather(*(self._deal_in_order(lane) for lane in lanes.values()))
        if updates:
            self._offset = updates[-1].update_id + 1

    async def _deal_in_order(self, updates: list[Update]) -> None:
        for update in updates:
            await self._deal_with_one(update)

    async def _deal_with_one(self, update: Update) -> None:
        """Feed an update; while the store is busy the update waits, a broken one is passed over."""
        wait, failures = FIRST_WAIT_SECONDS, 0
        while failures < TRIES:
            try:
                await self._dispatcher.feed_update(self._bot, update)
            except StoreBusyError as error:
                log.warning("update %d waits for the store: %s", update.update_id, error)
                await asyncio.sleep(wait)
                wait = min(wait * 2, LONGEST_WAIT_SECONDS)
            except Exception as error:  # the outermost edge: one update must not stop the rest
                failures += 1
                log.error("update %d failed: %s", update.update_id, _trace(error))
            else:
                return
        log.error("update %d was passed over after %d failures", update.update_id, TRIES)


def _trace(error: Exception) -> str:
    """What failed and where, without the values: an exception's text may quote a customer."""
    frames = traceback.extract_tb(error.__traceback__)
    places = (f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames)
    return f"{type(error).__name__} at {' > '.join(places)}"


def _chat_of(update: Update) -> int:
    """The chat whose order an update belongs to; 0 for none."""
    event = update.event
    message = getattr(event, "message", None) or event
    chat = getattr(message, "chat", None)
    return chat.id if chat is not None else 0
