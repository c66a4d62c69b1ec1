"""What the bot that Aram lives in has not decided on yet: what came later in its chat waits."""

import asyncio

from aiogram.types import Update

from handlers.inbox import chat_of

DECIDE_SECONDS = 2.0


class Offers:
    """The open offers of each chat, by their numbers."""

    def __init__(self) -> None:
        """Nothing is offered."""
        self._open: dict[int, dict[int, asyncio.Event]] = {}

    def make(self, update: Update) -> None:
        """An update is offered."""
        self._open.setdefault(chat_of(update), {})[update.update_id] = asyncio.Event()

    def close(self, update: Update) -> None:
        """It is decided whose it is, or nobody waits for that any longer."""
        lane = chat_of(update)
        offers = self._open.get(lane, {})
        decided = offers.pop(update.update_id, None)
        if decided is not None:
            decided.set()
        if not offers:
            self._open.pop(lane, None)

    async def decided_before(self, update: Update) -> None:
        """Wait for those of its chat that came before it; a slow host holds nobody up for long."""
        lane = chat_of(update)
        before = [n for n in self._open.get(lane, {}) if n < update.update_id]
        if not before:
            return
        try:
            async with asyncio.timeout(DECIDE_SECONDS):
                for number in before:
                    decided = self._open.get(lane, {}).get(number)
                    if decided is not None:
                        await decided.wait()
        except TimeoutError:
            for number in before:
                self._open.get(lane, {}).pop(number, None)
