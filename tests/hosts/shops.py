"""Two little shops that have a bot of their own, one on each framework, with Aram inside."""

import asyncio
import time
from collections.abc import Collection
from typing import Any, Protocol

from aiogram import Bot, Dispatcher, Router
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import Command
from aiogram.types import BusinessMessagesDeleted, CallbackQuery, Message
from telegram import Update
from telegram.ext import (
    AIORateLimiter,
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    Defaults,
    TypeHandler,
)

from bot.hosting import make_guest
from bot.settings import Settings
from bot.store.ledger import Clock
from handlers.aiogram_host import host_router
from handlers.guest import Guest
from handlers.ptb_host import attach, running
from tests.stage import workshop

PRICE = "قیمت: ۵۰ هزار تومان"


class Host(Protocol):
    """A shop's bot, and what its own handlers were given."""

    guest: Guest
    seen: list[str]

    async def start(self) -> None: ...
    async def stop(self) -> None: ...


class AiogramShop:
    """Answers /price and the every press that reaches it, and looks on at business messages."""

    def __init__(
        self, settings: Settings, *, commands: Collection[str] = (), clock: Clock = time.time
    ) -> None:
        assert settings.bot_token
        self.seen: list[str] = []
        self.bot = Bot(
            settings.bot_token.get_secret_value(),
            session=AiohttpSession(api=TelegramAPIServer.from_base(settings.telegram_api_url)),
            default=DefaultBotProperties(parse_mode="MarkdownV2", protect_content=True),
        )
        self.dispatcher = Dispatcher()
        self.dispatcher.business_message.register(self._on_business)
        self.dispatcher.deleted_business_messages.register(self._on_deleted)
        self.dispatcher.message.register(self._on_price, Command("price", "start"))
        self.dispatcher.callback_query.register(self._on_press)
        self.guest = make_guest(settings, commands=commands, clock=clock, workshop=workshop())
        self.router: Router = host_router(self.guest)
        self.dispatcher.include_router(self.router)
        self._polling: asyncio.Task[None] | None = None

    async def start(self) -> None:
        self._polling = asyncio.create_task(
            self.dispatcher.start_polling(self.bot, handle_signals=False)
        )
        while not (self.guest.app or self._polling.done()):
            await asyncio.sleep(0.01)
        if self._polling.done():
            self._polling.result()

    async def stop(self) -> None:
        assert self._polling
        await self.dispatcher.stop_polling()
        await self._polling

    async def _on_business(self, message: Message) -> None:
        self.seen.append(f"business {message.text}")

    async def _on_deleted(self, _deleted: BusinessMessagesDeleted) -> None:
        self.seen.append("deleted")

    async def _on_price(self, message: Message) -> None:
        self.seen.append(f"command {message.text}")
        await message.answer(PRICE, parse_mode=None, protect_content=False)

    async def _on_press(self, query: CallbackQuery) -> None:
        self.seen.append(f"press {query.data}")
        await query.answer()


class PtbShop:
    """The same shop on python-telegram-bot, with its rate limiter."""

    def __init__(
        self, settings: Settings, *, commands: Collection[str] = (), clock: Clock = time.time
    ) -> None:
        assert settings.bot_token
        self.seen: list[str] = []
        url = settings.telegram_api_url
        self.limiter = CountingLimiter()
        self.application: Application[Any, Any, Any, Any, Any, Any] = (
            ApplicationBuilder()
            .token(settings.bot_token.get_secret_value())
            .base_url(f"{url}/bot")
            .base_file_url(f"{url}/file/bot")
            .rate_limiter(self.limiter)
            .defaults(Defaults(parse_mode="MarkdownV2", protect_content=True))
            .arbitrary_callback_data(True)
            .build()
        )
        self.application.add_handler(CommandHandler(("price", "start"), self._on_price))
        self.application.add_handler(CallbackQueryHandler(self._on_press))
        self.application.add_handler(TypeHandler(Update, self._on_anything), group=-1)
        self.guest = make_guest(settings, commands=commands, clock=clock, workshop=workshop())
        attach(self.application, self.guest)
        self._running = running(self.application, self.guest)

    async def start(self) -> None:
        await self.application.initialize()
        await self._running.__aenter__()
        await self.application.start()
        assert self.application.updater
        await self.application.updater.start_polling(allowed_updates=Update.ALL_TYPES)

    async def stop(self) -> None:
        assert self.application.updater
        await self.application.updater.stop()
        await self.application.stop()
        await self._running.__aexit__(None, None, None)
        await self.application.shutdown()

    async def _on_anything(self, update: Update, _context: object) -> None:
        if update.business_message is not None:
            self.seen.append(f"business {update.business_message.text}")
        if update.deleted_business_messages is not None:
            self.seen.append("deleted")

    async def _on_price(self, update: Update, _context: object) -> None:
        assert update.message
        self.seen.append(f"command {update.message.text}")
        await update.message.reply_text(PRICE, parse_mode=None, protect_content=False)

    async def _on_press(self, update: Update, _context: object) -> None:
        assert update.callback_query
        self.seen.append(f"press {update.callback_query.data}")
        await update.callback_query.answer()


class CountingLimiter(AIORateLimiter):
    """The real limiter, and which methods passed it."""

    def __init__(self) -> None:
        super().__init__()
        self.passed: list[str] = []

    async def process_request(self, *args: Any, **kwargs: Any) -> Any:
        self.passed.append(kwargs["endpoint"])
        return await super().process_request(*args, **kwargs)
