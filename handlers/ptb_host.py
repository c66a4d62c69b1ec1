"""Living inside a shop's own python-telegram-bot application.

    attach(application, guest)

It starts and stops with `run_polling` or `run_webhook`; who starts the application by hand does the
same with Aram: `async with running(application, guest): …`. What Aram sends goes through the
application's own bot, and so through its rate limiter.
"""

import json
import warnings
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import InputFile, Update
from telegram import InputFile as HostFile
from telegram import Update as HostUpdate
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)
from telegram.ext import (
    Application,
    ApplicationHandlerStop,
    ExtBot,
    InvalidCallbackData,
    TypeHandler,
)

from handlers.guest import Guest, Share

FIRST_OF_ALL = -1_000_000
_KINDS: tuple[tuple[type[TelegramError], type[TelegramAPIError]], ...] = (
    (Forbidden, TelegramForbiddenError),
    (BadRequest, TelegramBadRequest),
    (EndPointNotFound, TelegramNotFound),
    (InvalidToken, TelegramUnauthorizedError),
    (Conflict, TelegramConflictError),
    (NetworkError, TelegramNetworkError),
)

type HostApplication = Application[Any, Any, Any, Any, Any, Any]
type _Hook = Callable[[HostApplication], Coroutine[Any, Any, None]]


def attach(application: HostApplication, guest: Guest) -> None:
    """Let Aram live in an application; its own `post_init` and `post_stop` stay as they are.

    Every update passes Aram before all other handlers, and goes on to them unless it is Aram's.
    """
    door = _Door(application, guest)
    application.add_handler(TypeHandler(HostUpdate, door.on_update), group=FIRST_OF_ALL)
    application.post_init = _both(application.post_init, door.begin)
    application.post_stop = _both(door.end, application.post_stop)


@asynccontextmanager
async def running(application: HostApplication, guest: Guest) -> AsyncIterator[Guest]:
    """Aram for as long as an application runs that was initialised by hand."""
    await guest.start(application.bot.token, ThroughPtb(application.bot))
    try:
        yield guest
    finally:
        await guest.stop()


class _Door:
    """Where the application's updates pass Aram."""

    def __init__(self, application: HostApplication, guest: Guest) -> None:
        self._application = application
        self._guest = guest
        self._put = application.update_queue.put
        guest.is_wanted = self.is_wanted
        # The queue stays the one that the host may hold, and a queue has no other way to be asked.
        application.update_queue.put = self.put  # type: ignore[method-assign]

    async def begin(self, application: HostApplication) -> None:
        await self._guest.start(application.bot.token, ThroughPtb(application.bot))

    async def end(self, _application: HostApplication) -> None:
        await self._guest.stop()

    async def put(self, item: object) -> None:
        """Into the application's queue; Aram's share is kept before Telegram hears of it."""
        if isinstance(item, HostUpdate):
            update = self._guest.read(raw_of(item))
            if update is not None:
                await self._guest.receive([update])
        await self._put(item)

    async def on_update(self, host_update: HostUpdate, _context: object) -> None:
        """Share an update; the application waits until it is kept, and for nothing else."""
        update = self._guest.read(raw_of(host_update))
        if update is None:
            return
        share = await self._guest.share_of(update)
        if share is Share.REST and self._is_wanted(host_update):
            await self._guest.leave(update)
        elif share is Share.REST:
            await self._guest.claim(update)
            raise ApplicationHandlerStop
        elif share is Share.ARAM:
            raise ApplicationHandlerStop

    async def is_wanted(self, update: Update) -> bool:
        """Whether one of the host's handlers asks for an update that a crash has left open."""
        raw = update.model_dump(mode="json", exclude_unset=True, exclude_none=True)
        return self._is_wanted(HostUpdate.de_json(raw, self._application.bot))

    def _is_wanted(self, update: HostUpdate) -> bool:
        """Whether one of the host's handlers asks for it; those before group 0 only look on."""
        checks = (
            handler.check_update(update)
            for group, handlers in self._application.handlers.items()
            if group >= 0
            for handler in handlers
        )
        return any(check is not None and check is not False for check in checks)


class ThroughPtb(BaseSession):
    """Sends everything through an application's bot, by its public `do_api_request`."""

    def __init__(self, host: ExtBot[Any]) -> None:
        """Speak to the Bot API that the host speaks to."""
        super().__init__(api=_server_of(host))
        self._host = host

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109 - the interface's own
    ) -> TelegramType:
        """Send the parameters that aiogram would; its errors come out whatever the host's are."""
        seconds = self.timeout if timeout is None else timeout
        try:
            result = await self._host.do_api_request(
                f"{method.__api_method__}_",  # without the line it advises to use `send_message`
                api_kwargs=await self._parameters(bot, method),
                read_timeout=seconds,
            )
        except TelegramError as error:
            raise _as_aiograms(error, method) from None
        answer = json.dumps({"ok": True, "result": result})
        found: TelegramType | None = self.check_response(bot, method, 200, answer).result
        assert found is not None  # noqa: S101 - `ok` was said
        return found

    async def _parameters(
        self, bot: Bot, method: TelegramMethod[TelegramType]
    ) -> dict[str, object]:
        files: dict[str, InputFile] = {}
        given: dict[str, object] = {}
        for name, value in method.model_dump(warnings=False).items():
            prepared = self.prepare_value(value, bot=bot, files=files)
            if prepared:  # what stands in `media` as text, the host's library takes apart itself
                given[name] = json.loads(prepared) if name == "media" else prepared
        for name, file in files.items():
            content = b"".join([chunk async for chunk in file.read(bot)])
            given[name] = HostFile(content, filename=file.filename or name)
        return given

    async def stream_content(
        self,
        url: str,
        headers: dict[str, Any] | None = None,  # noqa: ARG002 - the interface's own
        timeout: int = 30,  # noqa: ASYNC109 - the interface's own
        chunk_size: int = 65536,  # noqa: ARG002 - the host fetches files whole
        raise_for_status: bool = True,  # noqa: ARG002 - the host always does
    ) -> AsyncGenerator[bytes, None]:
        """A file's content, as the host would fetch it."""
        yield await self._host.request.retrieve(url, read_timeout=timeout)

    async def close(self) -> None:
        """The connections are the host's, and stay open."""


def raw_of(update: HostUpdate) -> dict[str, Any]:
    """An update as Telegram wrote it, also what the host's library does not know of."""
    raw: dict[str, Any] = _restored(update.to_dict())
    return raw


def _restored(value: Any) -> Any:
    """With the buttons' data that `arbitrary_callback_data` took for its own and did not find."""
    match value:
        case dict():
            return {name: _restored(each) for name, each in value.items()}
        case list() | tuple():
            return [_restored(each) for each in value]
        case InvalidCallbackData():
            return value.callback_data
        case _:
            return value


def _server_of(host: ExtBot[Any]) -> TelegramAPIServer:
    base, files = (
        address.replace("{", "{{").replace("}", "}}")
        for address in (host.base_url, host.base_file_url)
    )
    return TelegramAPIServer(
        base=f"{base}/{{method}}", file=f"{files}/{{path}}", is_local=host.local_mode
    )


def _as_aiograms(error: TelegramError, method: TelegramMethod[Any]) -> TelegramAPIError:
    """The error that aiogram would have raised."""
    if isinstance(error, RetryAfter):
        with warnings.catch_warnings():  # the seconds will be a timedelta one day
            warnings.simplefilter("ignore")
            after = error.retry_after
        seconds = after if isinstance(after, int) else after.total_seconds()
        return TelegramRetryAfter(method, error.message, int(seconds))
    if isinstance(error, ChatMigrated):
        return TelegramMigrateToChat(method, error.message, error.new_chat_id)
    kind = next((ours for theirs, ours in _KINDS if isinstance(error, theirs)), TelegramAPIError)
    return kind(method, error.message)


def _both(first: _Hook | None, second: _Hook | None) -> _Hook:
    async def hook(application: HostApplication) -> None:
        for each in (first, second):
            if each is not None:
                await each(application)

    return hook
