"""A host on aiogram that Telegram calls: Aram's share is kept before the host answers."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiogram.webhook.aiohttp_server import SimpleRequestHandler, setup_application
from aiohttp import web

from handlers.webhook import SECRET_HEADER
from tests.hosts.hosted import HostedStage, hosted
from tests.hosts.shops import PRICE, AiogramShop

HEATED = "شما کلاهبردارین! پول منو خوردین، ازتون شکایت می‌کنم"
SECRET = "the-shops-own"


class CalledShop(AiogramShop):
    """The shop's bot behind a webhook, which answers Telegram at once, as aiogram does."""

    url = ""
    hangs = False
    held = 0

    async def start(self) -> None:
        self.dispatcher.update.outer_middleware(self._hold)
        app = web.Application()
        SimpleRequestHandler(self.dispatcher, self.bot, secret_token=SECRET).register(app, "/shop")
        setup_application(app, self.dispatcher, bot=self.bot)
        self._runner = web.AppRunner(app)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}/shop"
        await self.bot.set_webhook(
            self.url,
            secret_token=SECRET,
            allowed_updates=self.dispatcher.resolve_used_update_types(),
        )

    async def stop(self) -> None:
        await self._runner.cleanup()

    async def _hold(
        self, handler: Callable[..., Awaitable[Any]], event: object, given: dict[str, Any]
    ) -> Any:
        if self.hangs:
            self.held += 1
            await asyncio.Event().wait()
        return await handler(event, given)


@pytest.fixture
async def acting(tmp_path: Path) -> AsyncIterator[HostedStage]:
    async with hosted(tmp_path, CalledShop) as acting:
        acting.host.seen.clear()
        yield acting


async def test_arams_share_is_kept_before_the_host_answers(acting: HostedStage) -> None:
    shop = acting.host
    assert isinstance(shop, CalledShop)
    shop.hangs = True  # before any handler has seen an update
    await acting.customer_says(HEATED)
    assert len(acting.cards()) == 1
    assert (shop.seen, shop.held) == ([], 1)


async def test_the_host_gets_what_is_its_own(acting: HostedStage) -> None:
    shop = acting.host
    await acting.customer_says(HEATED)
    assert shop.seen == [f"business {HEATED}"]
    await acting.presses(acting.seller, "گام بعد")
    assert "گام ۲ از" in acting.cards()[-1].text
    await acting.tells_bot(acting.customer, "/price")
    assert [screen.text for screen in acting.screens(acting.customer)] == [PRICE]
    await acting.tells_bot(acting.seller, "/help")  # for which the shop has no handler
    assert "/check" in acting.screens(acting.seller)[-1].text
    assert len(acting.cards()) == 1


async def test_a_call_without_the_hosts_secret_is_not_kept(acting: HostedStage) -> None:
    shop = acting.host
    assert isinstance(shop, CalledShop)
    chat = {"id": acting.seller, "type": "private", "first_name": "نگار"}
    sender = acting.world.users[acting.seller].card()
    message = {"message_id": 900, "date": 1, "chat": chat, "from": sender, "text": "/aram help"}
    before = len(acting.screens(acting.seller))
    for secret, status in (("guess", 401), (SECRET, 200)):
        async with aiohttp.request(
            "POST",
            shop.url,
            json={"update_id": 900_001, "message": message},
            headers={SECRET_HEADER: secret},
        ) as answer:
            assert answer.status == status
        await acting.settle()
        assert len(acting.screens(acting.seller)) == before + (status == 200)
