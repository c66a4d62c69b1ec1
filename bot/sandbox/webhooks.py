"""Webhooks: updates carried to a bot's own address, again and again until it answers 2xx."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import aiohttp

from bot.sandbox.clock import Clock
from bot.sandbox.faults import WEBHOOK, Faults
from bot.sandbox.updates import Update, UpdateQueue
from bot.sandbox.wire import Json, encode

_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_FIRST_PAUSE = 0.1
_LONGEST_PAUSE = 5.0
_PATIENCE = 30.0
_SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name


@dataclass(slots=True)
class Webhook:
    """Where one bot wants its updates, and how the last failure read."""

    url: str
    secret: str = ""
    max_connections: int = 40
    last_error_date: int | None = None
    last_error: str | None = None
    task: asyncio.Task[None] | None = field(default=None, repr=False)


def is_loopback(url: str) -> bool:
    """Whether an address stays on this machine; the sandbox carries nothing further."""
    parts = urlsplit(url)
    return parts.scheme in ("http", "https") and parts.hostname in _LOOPBACK


type OnReply = Callable[[int, Json], Awaitable[None]]
"""Does what a bot asks for in its answer to a webhook request: (bot's id, the method and
parameters).
"""


class Couriers:
    """One courier per bot with a webhook: up to max_connections at once, each chat's updates in
    order.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._webhooks: dict[int, Webhook] = {}
        self._session: aiohttp.ClientSession | None = None
        self.on_reply: OnReply | None = None
        self.faults = Faults()

    def get(self, bot_id: int) -> Webhook | None:
        """Return a bot's webhook."""
        return self._webhooks.get(bot_id)

    def set(self, bot_id: int, webhook: Webhook, queue: UpdateQueue) -> None:
        """Send a courier for this bot, instead of an earlier one."""
        self.remove(bot_id, queue)
        self._webhooks[bot_id] = webhook
        queue.webhook_active = True
        webhook.task = asyncio.create_task(self._carry(bot_id, webhook, queue))

    def remove(self, bot_id: int, queue: UpdateQueue) -> None:
        """Call the courier back; getUpdates works again."""
        webhook = self._webhooks.pop(bot_id, None)
        queue.webhook_active = False
        queue.on_put = None
        if webhook is not None and webhook.task is not None:
            webhook.task.cancel()

    async def stop(self) -> None:
        """Call every courier back and close their connections."""
        tasks = [webhook.task for webhook in self._webhooks.values() if webhook.task]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._webhooks.clear()
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def _carry(self, bot_id: int, webhook: Webhook, queue: UpdateQueue) -> None:
        news = asyncio.Event()
        queue.on_put = news.set
        busy: dict[int, int] = {}
        async with asyncio.TaskGroup() as errands:
            while True:
                news.clear()
                for update in _ready(queue, busy, webhook.max_connections):
                    busy[update.lane] = update.id
                    errand = self._errand(bot_id, webhook, update)
                    errands.create_task(_then(errand, queue, update, busy, news))
                await news.wait()

    async def _errand(self, bot_id: int, webhook: Webhook, update: Update) -> None:
        pause = _FIRST_PAUSE
        while isinstance(answer := await self._carried(webhook, update), str):
            webhook.last_error, webhook.last_error_date = answer, int(self._clock.now())
            await asyncio.sleep(pause)
            pause = min(2 * pause, _LONGEST_PAUSE)
        if answer and self.on_reply is not None:
            await self.on_reply(bot_id, answer)

    async def _carried(self, webhook: Webhook, update: Update) -> Json | str:
        """Carry an update in whatever weather there is; the answer, or what went wrong."""
        fault = self.faults.take(WEBHOOK)
        if fault is None:
            return await self._post(webhook, update)
        if fault.kind == "dropped":
            return "Webhook connection closed"
        if fault.kind == "slow":
            await asyncio.sleep(fault.seconds)
        answer = await self._post(webhook, update, cut=fault.kind == "half_sent")
        return "Read timeout expired" if fault.kind == "lost" else answer

    async def _post(self, webhook: Webhook, update: Update, *, cut: bool = False) -> Json | str:
        """Carry an update, or the half of it where the connection is cut, and return what the bot
        asked for in its answer; or, as text, what went wrong.
        """
        headers = {"Content-Type": "application/json"}
        if webhook.secret:
            headers[_SECRET_HEADER] = webhook.secret
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(_PATIENCE))
        body = encode(update.card()).encode()
        sent = _half(body) if cut else body
        try:
            async with self._session.post(webhook.url, data=sent, headers=headers) as answer:
                if 200 <= answer.status <= 299:
                    return await _asked(answer)
                return f"Wrong response from the webhook: {answer.status} {answer.reason}"
        except TimeoutError:
            return "Read timeout expired"
        except aiohttp.ClientConnectorError:
            return "Connection refused"
        except aiohttp.ClientError:
            return "Webhook connection closed"
        except ValueError:
            return {}


async def _half(body: bytes) -> AsyncIterator[bytes]:
    """The first half of a body, after which the connection breaks."""
    yield body[: len(body) // 2]
    raise aiohttp.ClientConnectionError


async def _then(
    errand: Coroutine[None, None, None],
    queue: UpdateQueue,
    update: Update,
    busy: dict[int, int],
    news: asyncio.Event,
) -> None:
    """Confirm the update once its errand is done, and let the next of its chat go."""
    await errand
    queue.remove(update)
    del busy[update.lane]
    news.set()


async def _asked(answer: aiohttp.ClientResponse) -> Json:
    """Read the method call that an answer may hold, as JSON, a form or multipart (without
    files).
    """
    if answer.content_type == "multipart/form-data":
        return await _multipart(answer)
    body = await answer.read()
    if answer.content_type == "application/x-www-form-urlencoded":
        return dict(parse_qsl(body.decode()))
    try:
        given = json.loads(body or b"{}")
    except ValueError:
        return {}
    return given if isinstance(given, dict) else {}


async def _multipart(answer: aiohttp.ClientResponse) -> Json:
    given: Json = {}
    reader = aiohttp.MultipartReader.from_response(answer)
    while (part := await reader.next()) is not None:
        if isinstance(part, aiohttp.BodyPartReader) and part.name and not part.filename:
            given[part.name] = await part.text()
    return given


def _ready(queue: UpdateQueue, busy: dict[int, int], limit: int) -> list[Update]:
    """Return the updates that may leave now: the oldest of each chat that has none under way."""
    ready: list[Update] = []
    taken: set[Any] = set(busy)
    for update in queue.pending():
        if len(taken) >= limit:
            break
        if update.lane not in taken:
            taken.add(update.lane)
            ready.append(update)
    return ready


def info(webhook: Webhook | None, queue: UpdateQueue) -> Json:
    """Return the Bot API's WebhookInfo."""
    card: Json = {
        "url": webhook.url if webhook else "",
        "has_custom_certificate": False,
        "pending_update_count": len(queue),
    }
    if queue.allowed is not None:
        card["allowed_updates"] = list(queue.allowed)
    if webhook is None:
        return card
    card |= {"ip_address": "127.0.0.1", "max_connections": webhook.max_connections}
    if webhook.last_error is not None:
        card["last_error_date"] = webhook.last_error_date
        card["last_error_message"] = webhook.last_error
    return card
