"""Parameters however they come, names in any case, and the log of requests."""

import aiohttp
import pytest

from bot.sandbox.server import SandboxServer
from tests.sandbox.conftest import TOKEN, Client, Shop

MARKUP = '{"inline_keyboard": [[{"text": "بعدی", "callback_data": "next"}]]}'


@pytest.mark.parametrize("form", ["query", "query_post", "urlencoded", "multipart", "json"])
async def test_parameters_come_in_every_form(
    shop: Shop, server: SandboxServer, session: aiohttp.ClientSession, form: str
) -> None:
    address = f"{server.url}/bot{TOKEN}/SENDmessage"
    given = {"chat_id": str(shop.seller.id), "text": "سلام & درود", "reply_markup": MARKUP}
    if form == "query":
        asking = session.get(address, params=given)
    elif form == "query_post":
        asking = session.post(address, params=given)
    elif form == "json":
        asking = session.post(address, json=given)
    else:
        data = aiohttp.FormData(default_to_multipart=form == "multipart")
        for name, value in given.items():
            data.add_field(name, value)
        asking = session.post(address, data=data)
    async with asking as response:
        answer = await response.json()
    assert answer["ok"]
    assert answer["result"]["text"] == "سلام & درود"
    assert answer["result"]["reply_markup"]["inline_keyboard"][0][0]["callback_data"] == "next"
    (request,) = server.api.requests
    assert (request.bot, request.method) == (shop.bot.id, "SENDmessage")
    assert request.params["text"] == "سلام & درود"
    assert request.answer == answer


async def test_files_attached_under_any_name(
    shop: Shop, server: SandboxServer, session: aiohttp.ClientSession
) -> None:
    for name, given in (("document", {}), ("some", {"document": "attach://some"})):
        data = aiohttp.FormData({"chat_id": str(shop.seller.id), **given})
        data.add_field(name, b"abc", filename="a.txt", content_type="text/plain")
        async with session.post(f"{server.url}/bot{TOKEN}/sendDocument", data=data) as response:
            document = (await response.json())["result"]["document"]
        assert (document["file_name"], document["mime_type"]) == ("a.txt", "text/plain")
        assert document["file_size"] == 3


async def test_a_body_that_is_not_an_object(
    server: SandboxServer, session: aiohttp.ClientSession
) -> None:
    headers = {"Content-Type": "application/json"}
    for body in ("[1]", "{"):
        address = f"{server.url}/bot{TOKEN}/getMe"
        async with session.post(address, data=body, headers=headers) as response:
            assert response.status == 400
            assert not (await response.json())["ok"]


async def test_files_need_the_token(shop: Shop, call: Client) -> None:
    stored = shop.world.files.stand_in("photo")
    path = (await call("getFile", file_id=stored.file_id))["file_path"]
    for token, status in ((TOKEN, 200), ("1:wrong", 401)):
        async with call.session.get(f"{call.url}/file/bot{token}/{path}") as response:
            assert response.status == status
    async with call.session.get(f"{call.url}/file/bot{TOKEN}/none.png") as response:
        assert response.status == 404


async def test_a_server_stops_while_a_bot_polls(shop: Shop, session: aiohttp.ClientSession) -> None:
    import asyncio

    server = SandboxServer(shop.world)
    await server.start()
    call = Client(server.url, session)
    polling = asyncio.create_task(call("getUpdates", timeout=50))
    await asyncio.sleep(0.05)
    async with asyncio.timeout(20):
        await server.stop()
        assert await polling == []
