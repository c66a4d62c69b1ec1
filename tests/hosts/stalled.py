"""A shop's bot in a process of its own that takes every update and comes to none: to be killed."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject
from telegram import Update

from bot.serving import App
from bot.settings import Settings
from handlers import guest
from tests.hosts.shops import AiogramShop, Host, PtbShop

READY = "ready"


class Stall(BaseMiddleware):
    """Nothing is ever dealt with."""

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> None:
        await asyncio.Event().wait()


class StalledAiogramShop(AiogramShop):
    """Its own work before its handlers never ends."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings)
        self.dispatcher.update.outer_middleware(Stall())


class StalledPtbShop(PtbShop):
    """Its first handler never ends, and all updates but one stay in its queue."""

    async def _on_anything(self, update: Update, _context: object) -> None:
        await asyncio.Event().wait()


SHOPS: dict[str, Callable[[Settings], Host]] = {
    "aiogram": StalledAiogramShop,
    "ptb": StalledPtbShop,
}


async def main(kind: str) -> None:
    guest.PATIENCE_SECONDS = 60.0  # nothing is confirmed that is not kept, however slow the machine
    host = SHOPS[kind](Settings(_env_file=None))
    await host.start()
    app = host.guest.app
    assert isinstance(app, App)
    app.dispatcher.update.outer_middleware(Stall())
    sys.stdout.write(f"{READY}\n")
    sys.stdout.flush()
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
