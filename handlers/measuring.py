"""Counts what comes in and what goes out, as it passes; changes nothing of it."""

import time
from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware, Bot
from aiogram.client.session.middlewares.base import (
    BaseRequestMiddleware,
    NextRequestMiddlewareType,
)
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import TelegramObject, Update
from aiogram.types.update import UpdateTypeLookupError

from bot.metrics import Metrics

_RESULTS: tuple[tuple[type[Exception], str], ...] = (
    (TelegramRetryAfter, "retry_after"),
    (TelegramForbiddenError, "forbidden"),
    (TelegramBadRequest, "bad_request"),
    (TelegramServerError, "server_error"),
    (TelegramNetworkError, "network_error"),
)


class CountUpdates(BaseMiddleware):
    """Around everything that deals with an update."""

    def __init__(self, metrics: Metrics) -> None:
        """Keep where it is counted."""
        self._metrics = metrics

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        """Go on, and count how it ended."""
        kind, began = _kind(event), time.perf_counter()
        try:
            answer = await handler(event, data)
        except Exception as error:
            self._metrics.update(kind, "failed", time.perf_counter() - began)
            self._metrics.failed("update", error)
            raise
        result = "unhandled" if answer is UNHANDLED else "handled"
        self._metrics.update(kind, result, time.perf_counter() - began)
        return answer


class CountRequests(BaseRequestMiddleware):
    """Around every request to Telegram."""

    def __init__(self, metrics: Metrics) -> None:
        """Keep where it is counted."""
        self._metrics = metrics

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        """Go on, and count what Telegram said."""
        name = type(method).__name__
        try:
            answer = await make_request(bot, method)
        except Exception as error:
            found = (word for kind, word in _RESULTS if isinstance(error, kind))
            self._metrics.request(name, next(found, "error"))
            raise
        self._metrics.request(name, "ok")
        return answer


def _kind(event: TelegramObject) -> str:
    try:
        return event.event_type if isinstance(event, Update) else "unknown"
    except UpdateTypeLookupError:
        return "unknown"
