"""Bad weather, chat by chat, and on the way of an update to a webhook."""

import asyncio
from collections.abc import AsyncIterator

import aiohttp
import pytest
from aiohttp import web

from bot.sandbox.faults import WEBHOOK, Fault
from bot.sandbox.server import SandboxServer
from tests.sandbox.conftest import Client, Shop
from tests.sandbox.waiting import until

Arrivals = list[bytes]


@pytest.fixture
def arrivals() -> Arrivals:
    """What has come, whole or broken off."""
    return []


@pytest.fixture
async def hook(arrivals: Arrivals) -> AsyncIterator[str]:
    async def take(request: web.Request) -> web.Response:
        heard = bytearray()
        try:
            async for piece in request.content.iter_any():
                heard += piece
        except (aiohttp.ClientPayloadError, ConnectionError):
            pass
        arrivals.append(bytes(heard))
        return web.Response()

    app = web.Application()
    app.router.add_post("/hook", take)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    await runner.cleanup()


async def test_a_fault_of_one_chat_leaves_the_others_alone(
    shop: Shop, server: SandboxServer, call: Client
) -> None:
    shop.world.start(shop.customer.id, shop.bot.id)
    fault = Fault("too_many_requests", "sendMessage", chat_id=shop.seller.id, retry_after=4)
    server.api.faults.add(fault)
    other = await call.raw("sendMessage", chat_id=shop.customer.id, text="سلام")
    assert other["ok"] is True
    refused = await call.raw("sendMessage", chat_id=shop.seller.id, text="سلام")
    assert (refused["error_code"], refused["parameters"]) == (429, {"retry_after": 4})
    assert (await call.raw("sendMessage", chat_id=str(shop.seller.id), text="سلام"))["ok"] is True
    assert server.api.faults.befallen == {("too_many_requests", "sendmessage"): 1}


async def test_a_fault_of_any_method_does_not_befall_the_courier(
    shop: Shop, server: SandboxServer, call: Client, hook: str, arrivals: Arrivals
) -> None:
    await call("setWebhook", url=hook)
    server.api.faults.add(Fault("server_error"))
    shop.world.send(shop.seller.id, shop.bot.id, text="سلام")
    await until(lambda: len(arrivals) == 1)
    assert (await call.raw("getMe"))["error_code"] == 500


@pytest.mark.parametrize(
    ("kind", "whole"),
    [
        ("dropped", [True]),  # the bot hears nothing of the first time
        ("half_sent", [False, True]),
        ("lost", [True, True]),
        ("slow", [True]),
    ],
)
async def test_an_update_is_brought_until_its_answer_is_heard(
    shop: Shop,
    server: SandboxServer,
    call: Client,
    hook: str,
    arrivals: Arrivals,
    kind: str,
    whole: list[bool],
) -> None:
    await call("setWebhook", url=hook)
    server.api.faults.add(Fault(kind, WEBHOOK, seconds=0.01))
    shop.world.send(shop.seller.id, shop.bot.id, text="سلام")
    async with asyncio.timeout(20):
        while len(shop.bot.queue) or len(arrivals) < len(whole):
            await asyncio.sleep(0.005)
    assert [heard.endswith(b"}") and b"update_id" in heard for heard in arrivals] == whole
