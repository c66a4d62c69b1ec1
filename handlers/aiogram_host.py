"""Living inside a shop's own aiogram bot: a router to include, and nothing else to change.

    dispatcher.include_router(aiogram_router(load_settings()))

It starts and stops with the dispatcher. What Aram sends goes through the session of the shop's
bot, with its proxy, limits and middlewares.
"""

import logging
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator
from typing import Any, cast

from aiogram import BaseMiddleware, Bot, Dispatcher, Router
from aiogram.client.session.base import BaseSession
from aiogram.client.session.middlewares.base import (
    BaseRequestMiddleware,
    NextRequestMiddlewareType,
)
from aiogram.dispatcher.event.bases import UNHANDLED, SkipHandler
from aiogram.methods import GetUpdates, Response, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import TelegramObject, Update
from aiogram.webhook.aiohttp_server import BaseRequestHandler
from aiohttp import web

from handlers.doorway import body_of
from handlers.guest import Guest, Share, used_update_types
from handlers.webhook import SECRET_HEADER

log = logging.getLogger(__name__)


def host_router(guest: Guest, bot: Bot | None = None) -> Router:
    """What the shop includes into its dispatcher, anywhere.

    A dispatcher that serves several bots says which of them the sellers talk to.
    """
    router = Router(name="aram-guest")
    for kind in used_update_types():  # the dispatcher asks Telegram for what some handler wants
        router.observers[kind].register(_pass_on)
    router.startup.register(_Beginning(guest, bot).begin)
    router.shutdown.register(guest.stop)
    return router


class _Beginning:
    """Starts the guest with its host."""

    def __init__(self, guest: Guest, bot: Bot | None) -> None:
        self._guest = guest
        self._bot = bot

    async def begin(
        self, dispatcher: Dispatcher, bot: Bot, app: web.Application | None = None
    ) -> None:
        """The dispatcher has been started; `app` is where Telegram calls it, if it does."""
        chosen = self._bot or bot
        self._guest.is_wanted = _Asking(dispatcher, chosen).is_wanted
        await self._guest.start(chosen.token, ThroughAiogram(chosen))
        if not any(isinstance(each, Sharing) for each in dispatcher.update.outer_middleware):
            dispatcher.update.outer_middleware(Sharing(self._guest, chosen))
            chosen.session.middleware(KeepingFirst(self._guest, chosen))
            for entrance in _entrances(app, dispatcher) if app is not None else ():
                KeepingCalls(self._guest, chosen, entrance).begin()


class KeepingFirst(BaseRequestMiddleware):
    """Where the host polls: Aram's share is kept before the next poll confirms it to Telegram."""

    def __init__(self, guest: Guest, bot: Bot) -> None:
        """Keep the guest, and the bot that it lives in."""
        self._guest = guest
        self._bot = bot

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        """Go on; look at what the host asked for on its way back."""
        found = await make_request(bot, method)
        if isinstance(method, GetUpdates) and bot == self._bot:
            await self._guest.receive(cast("list[Update]", found))
        return found


def _entrances(app: web.Application, dispatcher: Dispatcher) -> Iterator[BaseRequestHandler]:
    """The host's own handlers of Telegram's calls, as `register` has put them into its routes."""
    for route in app.router.routes():
        entrance = getattr(route.handler, "__self__", None)
        if isinstance(entrance, BaseRequestHandler) and entrance.dispatcher is dispatcher:
            yield entrance


class KeepingCalls:
    """Where Telegram calls the host: Aram's share is kept before the host answers.

    The host may answer at once and deal with the update in the background, as aiogram does if
    nothing else is said; it goes on doing so.
    """

    def __init__(self, guest: Guest, bot: Bot, entrance: BaseRequestHandler) -> None:
        """Keep the guest, the bot that it lives in, and where it is called."""
        self._guest = guest
        self._bot = bot
        self._entrance = entrance
        self._resolve = entrance.resolve_bot

    def begin(self) -> None:
        """Look at every call from now on, at the one point that aiogram leaves open for that."""
        self._entrance.resolve_bot = self.resolve_bot  # type: ignore[method-assign]

    async def resolve_bot(self, request: web.Request) -> Bot:
        """The host's own answer; a call without its secret is none of Telegram's."""
        bot = await self._resolve(request)
        secret = request.headers.get(SECRET_HEADER, "")
        if bot == self._bot and self._entrance.verify_secret(secret, bot):
            given = await body_of(request)
            update = self._guest.read(given) if given is not None else None
            if update is not None:
                await self._guest.receive([update])
        return bot


class Sharing(BaseMiddleware):
    """Before the host's own handlers: gives Aram what is Aram's, and everything else its way."""

    def __init__(self, guest: Guest, bot: Bot) -> None:
        """Keep the guest, and the bot that it lives in."""
        self._guest = guest
        self._bot = bot

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        """Share an update; the host waits until it is kept, and for nothing else of Aram's."""
        if not isinstance(event, Update) or data["bot"] != self._bot:
            return await handler(event, data)
        share = await self._guest.share_of(event)
        if share is Share.ARAM:
            return None
        if share is not Share.REST:
            return await handler(event, data)
        result = None
        try:
            result = await handler(event, data)
        finally:
            decide = self._guest.claim if result is UNHANDLED else self._guest.leave
            await decide(event)
        return result


class _Asking:
    """Asks the host's filters, as its dispatcher would, without calling a handler."""

    def __init__(self, dispatcher: Dispatcher, bot: Bot) -> None:
        self._dispatcher = dispatcher
        self._bot = bot

    async def is_wanted(self, update: Update) -> bool:
        """Whether one of the host's handlers asks for it; where a filter fails, it may."""
        given = {**self._dispatcher.workflow_data, "bot": self._bot, "event_update": update}
        try:
            for router in self._dispatcher.chain_tail:
                for handler in router.observers[update.event_type].handlers:
                    if handler.callback is not _pass_on:
                        is_asked, _ = await handler.check(update.event, **given)
                        if is_asked:
                            return True
        except Exception as error:  # the host's own code
            log.warning("whether the host wants an update is unknown: %s", type(error).__name__)
            return True
        return False


class ThroughAiogram(BaseSession):
    """Sends everything through the session of the shop's bot."""

    def __init__(self, host: Bot) -> None:
        """Speak to the Bot API that the host speaks to."""
        super().__init__(api=host.session.api)
        self._host = host

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109 - the interface's own
    ) -> TelegramType:
        """Go through the host's middlewares; its defaults, such as a parse mode, are not ours."""
        return await self._host.session(bot, method, timeout=timeout)

    async def stream_content(
        self,
        url: str,
        headers: dict[str, Any] | None = None,
        timeout: int = 30,  # noqa: ASYNC109 - the interface's own
        chunk_size: int = 65536,
        raise_for_status: bool = True,
    ) -> AsyncGenerator[bytes, None]:
        """A file's content, as the host would fetch it."""
        content = self._host.session.stream_content(
            url, headers, timeout, chunk_size, raise_for_status
        )
        async for chunk in content:
            yield chunk

    async def close(self) -> None:
        """The session is the host's, and stays open."""


async def _pass_on(_event: TelegramObject) -> None:
    """Leave it to the next handler."""
    raise SkipHandler
