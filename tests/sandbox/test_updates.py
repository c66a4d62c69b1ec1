"""Receiving: nothing is lost before it is confirmed, by polling or by webhook."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
from aiohttp import web

from bot.sandbox.wire import Json
from tests.sandbox.conftest import Client, Refused, Shop
from tests.sandbox.waiting import until


def say(shop: Shop, *texts: str) -> None:
    for text in texts:
        shop.world.send(shop.seller.id, shop.bot.id, text=text)


def texts(updates: list[Json]) -> list[str]:
    return [update["message"]["text"] for update in updates]


async def test_the_unconfirmed_come_again_until_an_offset_confirms_them(
    shop: Shop, call: Client
) -> None:
    say(shop, "یک", "دو", "سه")
    first = await call("getUpdates")
    assert first == await call("getUpdates")
    numbers = [update["update_id"] for update in first]
    assert numbers == list(range(numbers[0], numbers[0] + 3))
    assert texts(await call("getUpdates", offset=numbers[1])) == ["دو", "سه"]
    assert texts(await call("getUpdates")) == ["دو", "سه"]
    assert await call("getUpdates", offset=numbers[2] + 1) == []


async def test_limit_and_negative_offset(shop: Shop, call: Client) -> None:
    say(shop, "یک", "دو", "سه")
    assert texts(await call("getUpdates", limit=2)) == ["یک", "دو"]
    assert texts(await call("getUpdates", offset=-1)) == ["سه"]
    assert texts(await call("getUpdates")) == ["سه"]  # all before it are forgotten


async def test_long_polling_answers_as_soon_as_something_happens(shop: Shop, call: Client) -> None:
    polling = asyncio.create_task(call("getUpdates", timeout=30))
    await asyncio.sleep(0.3)
    say(shop, "سلام")
    async with asyncio.timeout(10):  # well before the 30 seconds are over
        assert texts(await polling) == ["سلام"]


async def test_long_polling_ends_with_nothing_after_its_timeout(call: Client) -> None:
    assert await call("getUpdates", timeout=1) == []


async def test_a_second_poller_ends_the_first(shop: Shop, call: Client) -> None:
    first = asyncio.create_task(call("getUpdates", timeout=30))
    await asyncio.sleep(0.3)
    second = asyncio.create_task(call("getUpdates", timeout=30))
    with pytest.raises(Refused, match="Conflict: terminated by other getUpdates request") as ended:
        await first
    assert ended.value.code == 409
    say(shop, "سلام")
    assert texts(await second) == ["سلام"]


async def test_allowed_updates_are_remembered_and_an_empty_list_is_the_default(
    shop: Shop, call: Client
) -> None:
    await call("getUpdates", allowed_updates=["callback_query"])
    say(shop, "نشنیده")
    assert await call("getUpdates") == []
    await call("getUpdates", allowed_updates=[])
    say(shop, "شنیده")
    assert texts(await call("getUpdates")) == ["شنیده"]


@dataclass(slots=True)
class Receiver:
    """A bot's own web server, which fails as often as it is told."""

    url: str = ""
    failures: int = 0
    requests: list[tuple[str | None, Json]] = field(default_factory=list)
    accepted: list[Json] = field(default_factory=list)
    reply: Json | None = None

    async def answer(self, request: web.Request) -> web.Response:
        update = await request.json()
        secret = request.headers.get("X-Telegram-Bot-Api-Secret-Token")
        self.requests.append((secret, update))
        if self.failures:
            self.failures -= 1
            return web.Response(status=503)
        self.accepted.append(update)
        return web.json_response(self.reply) if self.reply else web.Response()

    async def wait_for(self, count: int) -> None:
        await until(lambda: len(self.accepted) >= count)


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    receiver = Receiver()
    app = web.Application()
    app.router.add_post("/hook", receiver.answer)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    receiver.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield receiver
    await runner.cleanup()


async def test_a_webhook_gets_updates_with_its_secret_and_in_order(
    shop: Shop, call: Client, receiver: Receiver
) -> None:
    say(shop, "پیش از وب‌هوک")
    await call("setWebhook", url=receiver.url, secret_token="s3cret-_")
    say(shop, "دو", "سه")
    await receiver.wait_for(3)
    assert texts(receiver.accepted) == ["پیش از وب‌هوک", "دو", "سه"]
    assert {secret for secret, _ in receiver.requests} == {"s3cret-_"}
    assert (await call("getWebhookInfo"))["pending_update_count"] == 0


async def test_a_webhook_is_tried_again_until_it_accepts(
    shop: Shop, call: Client, receiver: Receiver
) -> None:
    receiver.failures = 2
    await call("setWebhook", url=receiver.url)
    say(shop, "سلام")
    await receiver.wait_for(1)
    assert len(receiver.requests) == 3
    assert len({update["update_id"] for _, update in receiver.requests}) == 1
    info = await call("getWebhookInfo")
    assert info["last_error_message"] == "Wrong response from the webhook: 503 Service Unavailable"


async def test_what_a_webhook_did_not_accept_waits_for_polling(
    shop: Shop, call: Client, receiver: Receiver
) -> None:
    receiver.failures = 1_000
    await call("setWebhook", url=receiver.url)
    say(shop, "سلام")
    await asyncio.sleep(0.05)
    await call("deleteWebhook")
    assert texts(await call("getUpdates")) == ["سلام"]


async def test_a_webhook_may_answer_with_a_method(
    shop: Shop, call: Client, receiver: Receiver
) -> None:
    receiver.reply = {"method": "sendMessage", "chat_id": shop.seller.id, "text": "در پاسخ"}
    await call("setWebhook", url=receiver.url)
    say(shop, "سلام")
    await receiver.wait_for(1)
    await until(
        lambda: shop.world.phone(shop.seller.id)["chats"][0]["messages"][-1]["text"] == "در پاسخ"
    )


async def test_getupdates_and_a_webhook_exclude_each_other(
    call: Client, receiver: Receiver
) -> None:
    polling = asyncio.create_task(call("getUpdates", timeout=30))
    await asyncio.sleep(0.3)
    await call("setWebhook", url=receiver.url)
    with pytest.raises(Refused, match="Conflict: terminated by setWebhook request"):
        await polling
    with pytest.raises(Refused, match="Conflict: can't use getUpdates method while webhook"):
        await call("getUpdates")


@pytest.mark.parametrize(
    ("params", "text"),
    [
        ({"url": "https://example.org/hook"}, "bad webhook"),
        ({"url": "nonsense"}, "invalid webhook URL specified"),
        ({"url": "http://127.0.0.1/", "secret_token": "س"}, "secret token contains unallowed"),
        ({"url": "http://127.0.0.1/", "secret_token": "x" * 257}, "secret token is too long"),
    ],
)
async def test_webhooks_refused(call: Client, params: Json, text: str) -> None:
    with pytest.raises(Refused, match=text):
        await call("setWebhook", **params)


async def test_pending_updates_can_be_dropped(shop: Shop, call: Client) -> None:
    say(shop, "سلام")
    await call("deleteWebhook", drop_pending_updates=True)
    assert await call("getUpdates") == []
