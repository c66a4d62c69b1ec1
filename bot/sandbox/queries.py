"""Callback queries: a press waits for the bot's answer, and the answer finds its press."""

import asyncio
import itertools
from dataclasses import dataclass
from typing import Any

PATIENCE = 15.0
"""How long a phone waits for answerCallbackQuery, in real seconds."""


@dataclass(frozen=True, slots=True)
class CallbackAnswer:
    """What the bot answered to a press: the text shown, as an alert or in passing, or an address to
    open.
    """

    text: str | None = None
    alert: bool = False
    url: str | None = None


@dataclass(slots=True)
class _Query:
    bot_id: int
    user_id: int
    message_key: int
    answer: asyncio.Future[CallbackAnswer]


class Queries:
    """The presses that wait."""

    def __init__(self) -> None:
        self._waiting: dict[str, _Query] = {}
        self._ids = itertools.count(4_000_000_000_001)

    def open(self, bot_id: int, *, user_id: int, message_key: int) -> str:
        """Begin to wait for this bot's answer and return the query's id."""
        query_id = str(next(self._ids))
        answer: asyncio.Future[CallbackAnswer] = asyncio.get_running_loop().create_future()
        self._waiting[query_id] = _Query(bot_id, user_id, message_key, answer)
        return query_id

    def message_key(self, query_id: str, *, bot_id: int, user_id: int) -> int | None:
        """Return the key of the message whose button this user pressed; None when there is no such
        press.
        """
        query = self._waiting.get(query_id)
        if query is None or (query.bot_id, query.user_id) != (bot_id, user_id):
            return None
        return query.message_key

    def answer(self, query_id: str, *, bot_id: int, answer: CallbackAnswer) -> bool:
        """Give the answer to the press; False when nobody waits for it."""
        query = self._waiting.get(query_id)
        if query is None or query.bot_id != bot_id or query.answer.done():
            return False
        query.answer.set_result(answer)
        return True

    async def wait(self, query_id: str, patience: Any = PATIENCE) -> CallbackAnswer:
        """Wait for the answer; silence is an answer without text."""
        try:
            async with asyncio.timeout(patience):
                return await self._waiting[query_id].answer
        except TimeoutError:
            return CallbackAnswer()
        finally:
            del self._waiting[query_id]
