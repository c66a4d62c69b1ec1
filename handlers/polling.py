"""Long polling that confirms an update only after its transaction.

aiogram's own loop confirms a batch when it is handed out; here the offset moves when every update
of the batch has been dealt with, so that Telegram redelivers what a crash left undone.
"""

import asyncio
import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeGuard

from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramAPIError,
    TelegramUnauthorizedError,
)
from aiogram.types import Update

from bot.errors import TelegramError
from handlers.dealing import Dealing
from handlers.feeding import PASSING
from handlers.inbox import FIRST_WAIT_SECONDS, rest

POLL_SECONDS = 25
CONFIRM_SECONDS = 2


@dataclass(frozen=True, slots=True)
class _Batch:
    """Updates that can be read, and the offset that confirms them and those that cannot."""

    updates: Sequence[Update]
    offset: int | None


class Poller:
    """Takes updates in batches; the next when all of the last have been dealt with."""

    def __init__(self, dealing: Dealing) -> None:
        """Keep what deals with the updates."""
        self._dealing = dealing
        self._bot = dealing.bot
        self._offset: int | None = None

    async def run(self) -> None:
        """Poll until cancelled; raises TelegramError once Telegram refuses the token."""
        wait, is_open = FIRST_WAIT_SECONDS, False
        while True:
            try:
                if not is_open:  # a webhook left from before keeps polling away
                    is_open = await self._bot.delete_webhook()
                batch = await self._take()
            except asyncio.CancelledError:  # nobody need wait for this process to be taken for dead
                await self._dealing.finish()
                raise
            except TelegramUnauthorizedError:
                raise TelegramError("error-token-wrong") from None
            except (*PASSING, TelegramAPIError) as error:  # in another's name, such as a proxy's
                wait = await rest(error, wait, "no updates")
            else:
                wait = FIRST_WAIT_SECONDS
                await self._deal_with(batch)

    async def _take(self) -> _Batch:
        try:
            updates = await self._bot.get_updates(
                offset=self._offset,
                timeout=POLL_SECONDS,
                allowed_updates=self._dealing.used_update_types,
                request_timeout=POLL_SECONDS + 10,
            )
        except ClientDecodeError as error:
            result = error.data.get("result") if isinstance(error.data, dict) else None
            if not _are_updates(result):
                raise  # no answer of Telegram's at all, such as a proxy's page
            return self._readable(result)
        return _Batch(updates, updates[-1].update_id + 1 if updates else None)

    def _readable(self, result: list[dict[str, Any]]) -> _Batch:
        """The updates of an answer that can be read one by one; the others are passed over."""
        read = [self._dealing.read(raw) for raw in result]
        updates = [update for update in read if update is not None]
        return _Batch(updates, result[-1]["update_id"] + 1)

    async def _deal_with(self, batch: _Batch) -> None:
        """Deal with a whole batch, also where the stop comes in the middle, and then confirm it."""
        expected = [self._dealing.enter(update) for update in batch.updates]
        try:
            if expected:
                await asyncio.wait(expected)
        except asyncio.CancelledError:
            await self._dealing.finish()
            if not any(future.cancelled() for future in expected):
                await self._confirm(batch)
            raise
        self._offset = batch.offset or self._offset

    async def _confirm(self, batch: _Batch) -> None:
        """Tell Telegram that a batch need not come again; where it does, it is recognised."""
        with contextlib.suppress(AiogramError):
            await self._bot.get_updates(
                offset=batch.offset, limit=1, timeout=0, request_timeout=CONFIRM_SECONDS
            )


def _are_updates(result: object) -> TypeGuard[list[dict[str, Any]]]:
    """Whether an answer is a list of numbered updates, one at least, whatever else is in them."""
    return (
        isinstance(result, list)
        and bool(result)
        and all(isinstance(each, dict) and type(each.get("update_id")) is int for each in result)
    )
