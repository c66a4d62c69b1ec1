"""Telegram's limits, kept before it has to name them; and its patience, kept once it has.

Thirty messages a second in all, one a second to a chat, twenty a minute to a group. Whatever Aram
sends waits for the first. Letters keep the second: they leave alone a chat that was written to
within the last second, while who pressed a button is answered at once. Several processes share the
first and the third. A chat with which Telegram asked for patience gets nothing until it is over.

A letter never waits here for a chat, or it would keep others waiting: it is told to come `TooSoon`.
"""

import asyncio
from collections import OrderedDict
from contextvars import ContextVar

from aiogram import Bot
from aiogram.client.session.middlewares.base import (
    BaseRequestMiddleware,
    NextRequestMiddlewareType,
)
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType
from aiolimiter import AsyncLimiter

OVERALL_A_SECOND = 30
CHAT_SECONDS = 1.0
GROUP_AT_ONCE, GROUP_SECONDS = 5, 20.0
"""Five at once and then one in four seconds: never more than twenty in a minute."""
MARGIN_SECONDS = 0.1  # Telegram's clock began a little later than ours
MOST_GROUPS = 1000
WRITING = ("send", "copy", "forward", "edit")
NO_MESSAGES = frozenset({"SendChatAction"})

is_letter: ContextVar[bool] = ContextVar("is_letter", default=False)
"""Whether what is sent is a letter, which can wait in the outbox."""


class TooSoon(TelegramRetryAfter):
    """Not sent: its chat may be written to in `seconds` only."""

    def __init__(self, method: TelegramMethod[TelegramType], seconds: float) -> None:
        """`seconds` from now."""
        self.seconds = seconds
        super().__init__(method, "held back by Aram itself", retry_after=int(seconds) + 1)


class Limits(BaseRequestMiddleware):
    """Around every request to Telegram; one per process and bot."""

    def __init__(self, *, are_kept: bool = True) -> None:
        """Where the Bot API has no limits, as the sandbox, only its patience is kept."""
        self._are_kept = are_kept
        self._processes = 1
        self._overall = AsyncLimiter(1, 1 / OVERALL_A_SECOND)
        self._groups: OrderedDict[int, AsyncLimiter] = OrderedDict()
        self._resting: OrderedDict[int, float] = OrderedDict()
        self._shut: dict[int, float] = {}

    def share(self, processes: int) -> None:
        """So many processes send for the same bot: each keeps its part of the limits."""
        if processes != self._processes:
            self._processes = processes
            self._overall = AsyncLimiter(1, processes / OVERALL_A_SECOND)
            self._groups.clear()

    def rest_of(self, chat_id: int) -> float:
        """In how many seconds a letter may be sent to a chat; 0 for now."""
        ends = (self._resting.get(chat_id, 0.0), self._shut.get(chat_id, 0.0))
        return max(0.0, max(ends) - _now())

    def resting(self) -> frozenset[int]:
        """The chats to which no letter may be sent now."""
        now = _now()
        while self._resting and next(iter(self._resting.values())) <= now:
            self._resting.popitem(last=False)
        for chat_id in [each for each, end in self._shut.items() if end <= now]:
            del self._shut[chat_id]
        return frozenset((*self._resting, *self._shut))

    def next_end(self) -> float | None:
        """In how many seconds the first of them may be written to again."""
        ends = [*self._shut.values(), *list(self._resting.values())[:1]]
        return max(0.0, min(ends) - _now()) if ends else None

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        """Wait until it may be sent, send it, and hear what Telegram says to it."""
        chat_id = _chat_of(method)
        if chat_id is None:
            return await make_request(bot, method)
        await self._wait_for_chat(chat_id, method)
        is_written = self._are_kept and _writes(method)
        if is_written:
            await self._wait_for_turn(chat_id, method)
        try:
            return await make_request(bot, method)
        except TelegramRetryAfter as error:
            self._shut[chat_id] = _now() + error.retry_after + MARGIN_SECONDS
            raise
        finally:
            if is_written:
                self._resting.pop(chat_id, None)
                self._resting[chat_id] = _now() + CHAT_SECONDS

    async def _wait_for_chat(self, chat_id: int, method: TelegramMethod[TelegramType]) -> None:
        """Until Telegram's patience with a chat is over."""
        while (seconds := self._shut.get(chat_id, 0.0) - _now()) > 0:
            if is_letter.get():
                raise TooSoon(method, seconds)
            await asyncio.sleep(seconds)

    async def _wait_for_turn(self, chat_id: int, method: TelegramMethod[TelegramType]) -> None:
        """Until the group has room for one more, and then the bot."""
        if chat_id < 0:
            group = self._group(chat_id)
            if is_letter.get() and not group.has_capacity():
                raise TooSoon(method, group.time_period / group.max_rate)
            await group.acquire()
        await self._overall.acquire()

    def _group(self, chat_id: int) -> AsyncLimiter:
        group = self._groups.pop(chat_id, None)
        if group is None:
            group = AsyncLimiter(GROUP_AT_ONCE, GROUP_SECONDS * self._processes)
            if len(self._groups) >= MOST_GROUPS:
                self._groups.popitem(last=False)
        self._groups[chat_id] = group
        return group


def _now() -> float:
    """Seconds that go on evenly, whatever the clock on the wall does."""
    return asyncio.get_running_loop().time()


def _chat_of(method: TelegramMethod[TelegramType]) -> int | None:
    """The chat that a request is about; None for none, or one with a public name."""
    try:
        return int(getattr(method, "chat_id", None) or 0) or None
    except ValueError:
        return None


def _writes(method: TelegramMethod[TelegramType]) -> bool:
    """Whether a request counts as a message to Telegram."""
    name = type(method).__name__
    return name.lower().startswith(WRITING) and name not in NO_MESSAGES
