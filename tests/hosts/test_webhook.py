"""The webhook: who may knock, what is answered, and when an update counts as confirmed."""

import asyncio
import io
import json
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from bot.demo import free_port
from bot.errors import SettingsError, TelegramError
from bot.sandbox.clock import ManualClock
from bot.sandbox.faults import Fault
from bot.sandbox.server import SandboxServer
from bot.sandbox.world import World
from bot.store.ledger import Ledger
from handlers import doorway
from handlers.dealing import MOST_OF_LANE, Dealing
from handlers.doorway import Doorway
from handlers.webhook import SECRET_HEADER, Webhook, derived
from tests.handlers.dialogue import Dialogue
from tests.hosts.test_dealing import TOKEN, Desk, in_inbox, opened, written
from tests.stage import stage

DIALOGUES = Path(__file__).parent.parent / "dialogues"


@dataclass
class House:
    """A doorway with a webhook behind it, and who knocks."""

    desk: Desk
    webhook: Webhook
    door: Doorway
    knocker: aiohttp.ClientSession
    ready: dict[str, bool]
    server: SandboxServer
    world: World
    ledger: Ledger

    async def post(
        self, body: Any, *, path: str = "", secret: str | None = None
    ) -> tuple[int, str]:
        path = path or derived(TOKEN, "webhook path")
        headers = {SECRET_HEADER: secret or derived(TOKEN, "webhook secret")}
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        address = f"http://127.0.0.1:{self.door.port}/{path}"
        stream = io.BytesIO(content)
        async with self.knocker.post(address, data=stream, headers=headers) as answer:
            return answer.status, await answer.text()

    async def get(self, path: str) -> tuple[int, Any]:
        async with self.knocker.get(f"http://127.0.0.1:{self.door.port}/{path}") as answer:
            return answer.status, await answer.json()


@pytest.fixture
async def house(sqlite_url: str) -> AsyncIterator[House]:
    world = World(ManualClock())
    world.add_bot(TOKEN, "Aram", "aram_sandbox_bot")
    async with SandboxServer(world) as server, aiohttp.ClientSession() as knocker:
        bot = Bot(TOKEN, AiohttpSession(api=TelegramAPIServer.from_base(server.url)))
        desk, ready = Desk(), {"database": True, "playbooks": True}

        async def database() -> bool:
            return ready["database"]

        async def playbooks() -> bool:
            if not ready["playbooks"]:
                raise RuntimeError("a customer's words")
            return True

        ledger = opened(sqlite_url)
        dealing = Dealing(bot, desk.dispatcher, ledger, most=2)
        webhook = Webhook(dealing, url="http://127.0.0.1:1/shop/")
        checks = {"database": database, "playbooks": playbooks}
        door = Doorway(checks, host="127.0.0.1", port=0, entrance=webhook)
        await door.start()
        yield House(desk, webhook, door, knocker, ready, server, world, ledger)
        await door.stop()
        ledger.close()
        await bot.session.close()


async def test_an_update_is_confirmed_when_it_is_kept(house: House) -> None:
    assert (await house.post(written(1, "یک")))[0] == 200
    assert in_inbox(house.ledger) == [1]
    house.desk.let.set()
    while in_inbox(house.ledger):
        await asyncio.sleep(0.005)
    assert house.desk.finished == ["یک"]
    assert (await house.post(written(1, "یک")))[0] == 200
    assert house.desk.begun == ["یک"]


async def test_behind_a_proxy_that_keeps_its_own_path(house: House) -> None:
    house.desk.let.set()
    path = f"shop/{derived(TOKEN, 'webhook path')}"
    assert (await house.post(written(1, "یک"), path=path))[0] == 200


@pytest.mark.parametrize("path", ["guess", "0" * 64, "bot", "%D8%A2"])
async def test_another_path_leads_nowhere(house: House, path: str) -> None:
    assert (await house.post(written(1, "یک"), path=path))[0] == 404
    assert house.desk.begun == []


@pytest.mark.parametrize("secret", ["guess", "0" * 64, "\u00e9"])
async def test_without_the_secret_nobody_enters(house: House, secret: str) -> None:
    assert (await house.post(written(1, "یک"), secret=secret))[0] == 401
    assert house.desk.begun == []


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"7",
        b"{}",
        b'{"update_id": "1"}',
        b'{"update_id": true}',
        b"\xff\xfe",
        b"[" * 100_000,
    ],
    ids=["empty", "cut", "list", "number", "nothing", "text", "truth", "bytes", "deep"],
)
async def test_what_is_no_update_is_refused_without_a_trace(
    house: House, body: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        status, said = await house.post(body)
    assert (status, json.loads(said)) == (400, {"error": "not an update"})
    assert "Traceback" not in caplog.text


async def test_a_long_body_is_not_read(house: House) -> None:
    status, said = await house.post(b" " * (doorway.LARGEST_REQUEST + 1))
    assert status == 413
    assert "Traceback" not in said


async def test_an_update_that_cannot_be_read_is_passed_over(house: House) -> None:
    assert (await house.post({"update_id": 5, "message": {"chat": 7}}))[0] == 200


async def test_a_flood_of_one_chat_keeps_no_other_away(house: House) -> None:
    """The flood stands in the database; memory holds a few, and the order stays."""
    flood = [written(number, str(number)) for number in range(1, 81)]
    for body in flood:
        assert (await house.post(body))[0] == 200
    for number in (101, 102, 103):
        assert (await house.post(written(number, str(number), chat_id=number)))[0] == 200
    dealing = house.webhook.dealing
    assert dealing.in_memory <= MOST_OF_LANE
    assert len(in_inbox(house.ledger)) == 83
    house.desk.let.set()
    while dealing.waiting:
        await asyncio.sleep(0.005)
    assert in_inbox(house.ledger) == []
    finished = list(map(int, house.desk.finished))
    assert [number for number in finished if number < 100] == list(range(1, 81))
    assert sorted(finished) == [*range(1, 81), 101, 102, 103]
    assert max(map(finished.index, (101, 102, 103))) <= 4 * MOST_OF_LANE


async def test_where_the_database_does_not_answer_telegram_shall_come_again(house: House) -> None:
    house.desk.let.set()
    with house.ledger._engine.connect() as other:
        other.exec_driver_sql("alter table inbox rename to away")
        other.commit()
        assert (await house.post(written(1, "یک")))[0] == 503
        other.exec_driver_sql("alter table away rename to inbox")
        other.commit()
    assert (await house.post(written(1, "یک")))[0] == 200


async def test_at_the_end_what_has_come_is_finished(house: House) -> None:
    assert (await house.post(written(1, "یک")))[0] == 200
    while not house.desk.begun:
        await asyncio.sleep(0.005)
    stopping = asyncio.create_task(house.door.stop())
    await asyncio.sleep(0.02)
    assert (await house.post(written(2, "دو")))[0] == 503
    house.desk.let.set()
    await stopping
    assert house.desk.finished == ["یک"]


async def test_health_and_readiness(house: House) -> None:
    assert await house.get("healthz") == (200, {"alive": True})
    assert await house.get("readyz") == (
        200,
        {"ready": True, "database": True, "playbooks": True},
    )
    house.ready.update(database=False, playbooks=False)
    assert await house.get("healthz") == (200, {"alive": True})
    assert await house.get("readyz") == (
        503,
        {"ready": False, "database": False, "playbooks": False},
    )


async def test_telegram_is_told_the_address_once_it_is_there(house: House) -> None:
    for kind in ("server_error", "dropped"):
        house.server.api.faults.add(Fault(kind, "setWebhook"))
    await house.webhook.open()
    asked = [each.params for each in house.server.api.requests if each.answer["ok"]][-1]
    assert asked["url"] == f"http://127.0.0.1:1/shop/{derived(TOKEN, 'webhook path')}"
    assert asked["secret_token"] == derived(TOKEN, "webhook secret")
    assert json.loads(asked["allowed_updates"]) == ["message"]
    assert TOKEN.partition(":")[2] not in str(asked)


async def test_a_webhook_that_was_taken_away_is_set_anew(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handlers.webhook.LOOK_EVERY_SECONDS", 0.01)
    house.server.api.faults.add(Fault("bad_gateway", "getWebhookInfo"))
    staying = asyncio.create_task(house.webhook.stay_open())
    async with asyncio.timeout(20):
        while (
            not house.server.api.requests or house.server.api.requests[-1].params.get("url") is None
        ):
            await asyncio.sleep(0.005)
    assert house.server.api.requests[-1].params["url"] == house.webhook.url
    staying.cancel()


async def test_a_token_that_is_refused_later_ends_it_with_a_sentence(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handlers.webhook.LOOK_EVERY_SECONDS", 0.01)
    house.world.bots_by_token.clear()
    with pytest.raises(TelegramError) as caught:
        await asyncio.wait_for(house.webhook.stay_open(), 20)
    assert caught.value.message_id == "error-token-wrong"


async def test_an_address_that_telegram_refuses_is_explained(house: House) -> None:
    house.webhook.url = "https://example.com/hook"
    with pytest.raises(TelegramError) as caught:
        await house.webhook.open()
    assert caught.value.message_id == "error-webhook-refused"
    assert caught.value.args_for_message["host"] == "example.com"


async def test_a_taken_port_is_explained(house: House) -> None:
    with pytest.raises(SettingsError):
        await Doorway({}, host="127.0.0.1", port=house.door.port).start()


async def test_a_dialogue_by_webhook_and_polling_afterwards(tmp_path: Path) -> None:
    port = free_port()
    own: dict[str, Any] = {"webhook_url": f"http://127.0.0.1:{port}/x", "webhook_port": port}
    async with stage(tmp_path, **own) as acting:
        await Dialogue(acting, DIALOGUES / "send_as_me_asks_once.yaml").play()
        methods = {each.method for each in acting.server.api.requests}
        assert "setWebhook" in methods
        assert "getUpdates" not in methods
        async with aiohttp.request("GET", f"http://127.0.0.1:{port}/readyz") as answer:
            assert (await answer.json())["ready"] is True
        health_port = free_port()
        polling = {"webhook_url": None, "health_port": health_port}
        acting.settings = acting.settings.model_copy(update=polling)
        await acting.restart()
        await acting.tells_bot(acting.seller, "/help")
        await acting.wait_until(lambda: "/check" in acting.screens(acting.seller)[-1].text)
        async with aiohttp.request("GET", f"http://127.0.0.1:{health_port}/readyz") as answer:
            assert answer.status == 200
