"""Aram inside a shop's own bot: whose is an update, and how Aram lives as long as its host.

The host keeps everything that is not plainly Aram's. Business messages and groups concern both:
Aram reads along, and the host gets each of them as ever.
"""

import asyncio
import logging
import re
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from enum import Enum, auto
from typing import Protocol, Self

from aiogram import Bot, Dispatcher, Router
from aiogram.client.session.base import BaseSession
from aiogram.client.session.middlewares.base import (
    BaseRequestMiddleware,
    NextRequestMiddlewareType,
)
from aiogram.enums import ChatType
from aiogram.filters.callback_data import CallbackQueryFilter
from aiogram.methods import DeleteMyCommands, Response, SetMyCommands, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import InlineKeyboardMarkup, Message, Update
from aiogram.types.update import UpdateTypeLookupError

from bot.core.invitation import Seal
from bot.errors import AramError, trace_of
from bot.store.shops import Shops
from handlers import build_router
from handlers.dealing import Dealing, IsWanted
from handlers.inbox import surely
from handlers.stamps import bare, shop_of
from handlers.telegram_json import harmless

COMMAND = "aram"
PATIENCE_SECONDS = 2.0
MOST_BEING_KEPT = 1000
REMEMBERED = 5000
_CALLED = re.compile(r"/(?P<name>\w+)(?:@\w+)?(?:\s+(?P<rest>.*))?\Z", re.DOTALL)
_READ_ALONG = frozenset(
    {"business_message", "edited_business_message", "deleted_business_messages"}
)

log = logging.getLogger(__name__)


class Share(Enum):
    """Whose an update is."""

    HOST = auto()
    """The host's alone: Aram does not look at it."""
    BOTH = auto()
    """Aram reads along, and the host gets it as if Aram were not there."""
    ARAM = auto()
    """Aram's: an answer of the host's would be a second one."""
    REST = auto()
    """Written by someone of the team: the host's where it has a handler for it, else Aram's."""


class Claims:
    """Decides whose an update is; asks nobody, and so costs nothing."""

    def __init__(
        self, dispatcher: Dispatcher, shops: Shops, seal: Seal, *, commands: Collection[str] = ()
    ) -> None:
        """`commands` are those that the team means for Aram even without /aram before them."""
        self._shops = shops
        self._seal = seal
        self._commands = frozenset(commands)
        self._used = frozenset(dispatcher.resolve_used_update_types())
        self._prefixes = frozenset(_prefixes(dispatcher))

    def share_of(self, update: Update) -> Share:
        """Whose it is."""
        try:
            kind = update.event_type
        except UpdateTypeLookupError:
            return Share.HOST
        if kind not in self._used:
            return Share.HOST
        if update.callback_query is not None:
            return Share.ARAM if self._is_ours(update.callback_query.data) else Share.HOST
        if update.business_connection is not None:
            is_team = self._shops.is_team(update.business_connection.user.id)
            return Share.BOTH if is_team else Share.HOST
        if update.my_chat_member is not None and self._shops.is_team(update.my_chat_member.chat.id):
            return Share.BOTH
        if kind in _READ_ALONG:
            return Share.BOTH
        chat = getattr(update.event, "chat", None)
        if chat is None or chat.type != ChatType.PRIVATE:
            return Share.BOTH
        return self._share_of_private(update.message) if update.message else Share.HOST

    def as_written_to_aram(self, update: Update) -> Update:
        """The update as if the chat were Aram's own: «/aram check …» is «/check …»."""
        message = update.message
        called = _CALLED.match((message and message.text) or "")
        if message is None or called is None or called["name"] != COMMAND:
            return update
        text = f"/{(called['rest'] or 'start').removeprefix('/')}"
        written = message.model_copy(update={"text": text, "entities": None})
        return update.model_copy(update={"message": written})

    def _share_of_private(self, message: Message) -> Share:
        called = _CALLED.match(message.text or "")
        if called is not None and self._is_invitation(called):
            return Share.ARAM
        if not self._shops.is_team(message.chat.id):
            return Share.HOST
        if called is not None and called["name"] in {COMMAND, *self._commands}:
            return Share.ARAM
        replied = message.reply_to_message
        if replied is not None and any(map(self._is_ours, _buttons(replied.reply_markup))):
            return Share.ARAM
        return Share.REST

    def _is_invitation(self, called: re.Match[str]) -> bool:
        parameter = (called["rest"] or "").strip()
        if called["name"] == COMMAND:
            parameter = parameter.removeprefix("start").strip()
        elif called["name"] != "start":
            return False
        return self._seal.read(parameter) is not None

    def _is_ours(self, button: str | None) -> bool:
        """Whether a button bears one of our shops and begins as ours do."""
        if self._shops.get(shop_of(button)) is None:
            return False
        return bare(button or "").partition(":")[0] in self._prefixes


class Serving(Protocol):
    """What a guest is made of, as `bot.app` puts it together."""

    @property
    def bot(self) -> Bot: ...  # noqa: D102
    @property
    def dispatcher(self) -> Dispatcher: ...  # noqa: D102
    @property
    def dealing(self) -> Dealing: ...  # noqa: D102
    async def serve(self) -> None: ...  # noqa: D102
    async def close(self) -> None: ...  # noqa: D102


type Make = Callable[[str, BaseSession], Serving]
"""Puts Aram together for a token, sending through a session of the host's."""


class Guest:
    """Aram while its host runs: `start`, `receive` what comes, `stop`."""

    def __init__(self, make: Make, *, commands: Collection[str] = ()) -> None:
        """`commands`: see `Claims`."""
        self._make = make
        self._commands = commands
        self._app: Serving | None = None
        self._claims: Claims | None = None
        self._serving: asyncio.Task[None] | None = None
        self._shares: OrderedDict[int, Share] = OrderedDict()
        self._being_kept: set[asyncio.Future[None]] = set()
        self.is_wanted: IsWanted | None = None
        """Whether one of the host's handlers asks for an update, of which a crash has not told."""

    @property
    def app(self) -> Serving | None:
        """Aram as it runs; None before the start and after the stop."""
        return self._app

    async def start(self, token: str, session: BaseSession) -> Self:
        """Begin to serve; raises AramError where something that Aram needs is not there."""
        if self._app is not None:
            return self
        session.middleware(LeaveMenus())
        self._app = app = await asyncio.to_thread(self._make, token, session)
        self._claims = Claims(
            app.dispatcher, app.dispatcher["shops"], app.dispatcher["seal"], commands=self._commands
        )
        app.dealing.is_wanted = self.is_wanted
        if app.dispatcher["shops"].first.owner_id is None:
            log.warning("the shop has no owner yet: `aram shop owner 1` prints a one-time link")
        self._shares.clear()
        self._serving = asyncio.create_task(app.serve())
        self._serving.add_done_callback(self._has_ended)
        return self

    async def stop(self) -> None:
        """Deal with what was taken, and give everything back but what is the host's."""
        app, self._app = self._app, None
        if app is None or self._serving is None:
            return
        if self._being_kept:
            await asyncio.wait(self._being_kept, timeout=PATIENCE_SECONDS)
        await app.dealing.finish()
        self._serving.cancel()
        with suppress(asyncio.CancelledError, AramError):
            await self._serving
        await app.close()

    def read(self, raw: Mapping[str, object]) -> Update | None:
        """An update that came through another library; None where unreadable, or Aram is not up."""
        return self._app.dealing.read(raw) if self._app is not None else None

    async def receive(self, updates: Iterable[Update]) -> None:
        """Keep what is Aram's, or may be, before the host confirms it to Telegram.

        Where the database does not answer, the host goes on after a moment; Aram goes on trying.
        """
        app, claims = self._app, self._claims
        if app is None or claims is None:
            return
        kept = []
        for update in updates:
            if update.update_id in self._shares:
                continue
            share = claims.share_of(update)
            if share is not Share.HOST:  # which it may still turn out not to be
                self._shares[update.update_id] = share
                kept.append((_own(app, claims.as_written_to_aram(update)), share is Share.REST))
        while len(self._shares) > REMEMBERED:
            self._shares.popitem(last=False)
        if kept:
            await self._patiently(lambda: app.dealing.keep_all(kept))

    async def share_of(self, update: Update) -> Share:
        """Whose an update is; what is Aram's is kept by now, and will be dealt with."""
        await self.receive([update])
        return self._shares.get(update.update_id, Share.HOST)

    async def claim(self, update: Update) -> None:
        """The host has no handler for what someone of the team wrote."""
        app, claims = self._app, self._claims
        if app is not None and claims is not None:
            written = _own(app, claims.as_written_to_aram(update))
            await self._patiently(lambda: app.dealing.claim(written))

    async def leave(self, update: Update) -> None:
        """The host takes for itself what someone of the team wrote."""
        app = self._app
        if app is not None:
            await self._patiently(lambda: app.dealing.leave(update))

    async def _patiently(self, write: Callable[[], Awaitable[None]]) -> None:
        if len(self._being_kept) >= MOST_BEING_KEPT:
            log.error("the database does not answer: an update was passed over")
            return
        task = asyncio.ensure_future(surely(write))
        self._being_kept.add(task)
        task.add_done_callback(self._being_kept.discard)
        await asyncio.wait({task}, timeout=PATIENCE_SECONDS)

    def _has_ended(self, serving: asyncio.Task[None]) -> None:
        if serving.cancelled() or self._app is None:
            return
        error = serving.exception()
        log.error("Aram has stopped; its host goes on: %s", trace_of(error) if error else "")
        self._claims = None


def _own(app: Serving, update: Update) -> Update:
    """A copy of an update: what is answered from it goes Aram's way, not the host's."""
    raw = update.model_dump(mode="json", exclude_unset=True, exclude_none=True)
    return Update.model_validate(harmless(raw), context={"bot": app.bot})


class LeaveMenus(BaseRequestMiddleware):
    """The list of commands beside a chat's text field is the host's: it is left as it is."""

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        """Go on with anything else."""
        if isinstance(method, SetMyCommands | DeleteMyCommands):
            return True  # type: ignore[return-value] # the method's own result, as make_request's
        return await make_request(bot, method)


def used_update_types() -> list[str]:
    """The kinds of updates that Telegram must bring for Aram to work."""
    return build_router().resolve_used_update_types()


def _prefixes(router: Router) -> Iterator[str]:
    """With what the buttons begin that some handler asks for."""
    for each in router.chain_tail:
        for handler in each.callback_query.handlers:
            for asked in handler.filters or ():
                if isinstance(asked.callback, CallbackQueryFilter):
                    yield asked.callback.callback_data.__prefix__


def _buttons(keyboard: InlineKeyboardMarkup | None) -> Iterator[str | None]:
    rows = keyboard.inline_keyboard if keyboard is not None else ()
    return (button.callback_data for row in rows for button in row)
