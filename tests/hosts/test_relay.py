"""The relay: a bot in any other language hands its updates on, and learns whose they are."""

import asyncio
import contextlib
import json
import re
import subprocess
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from pydantic import SecretStr

from bot.demo import demo_settings, free_port
from bot.sandbox.clock import RunningClock
from bot.sandbox.demo import demo_world
from bot.sandbox.server import SandboxServer
from bot.settings import ROOT, Settings
from handlers.relay import SECRET_HEADER
from tests.stage import PATIENCE_SECONDS, Stage

SECRET = "a-secret-of-the-shop"
HEATED = "شما کلاهبردارین! پول منو خوردین، ازتون شکایت می‌کنم"


class OtherBot:
    """Asks Telegram for updates with plain HTTP, as a bot in another language would."""

    def __init__(self, acting: Stage) -> None:
        self.acting = acting
        token = acting.settings.bot_token
        assert token
        self._api = f"{acting.server.url}/bot{token.get_secret_value()}"
        port = acting.settings.webhook_port
        self.relay = f"http://127.0.0.1:{port}/relay/{acting.bot_id}"
        self._offset = 0

    async def hand_on(self, query: str = "", secret: str = SECRET) -> list[tuple[int, Any]]:
        """Take what waits, hand each on, and confirm it."""
        answers = []
        async with aiohttp.ClientSession() as http:
            address = f"{self._api}/getUpdates"
            async with http.post(address, json={"offset": self._offset}) as answer:
                updates = (await answer.json())["result"]
            for update in updates:
                given = {"json": update, "headers": {SECRET_HEADER: secret}}
                async with http.post(self.relay + query, **given) as answer:
                    answers.append((answer.status, await answer.json()))
                self._offset = update["update_id"] + 1
            async with http.post(address, json={"offset": self._offset}) as answer:
                await answer.read()
        return answers


class RelayedStage(Stage):
    """A stage on which nobody takes updates but the other bot."""

    async def start(self) -> None:
        self._serving = asyncio.create_task(self.app.serve())
        address = f"http://127.0.0.1:{self.settings.webhook_port}/readyz"
        while True:
            with contextlib.suppress(aiohttp.ClientConnectorError):
                async with aiohttp.request("GET", address) as answer:
                    if answer.status == 200:
                        return
            await asyncio.sleep(0.05)

    async def settle(self) -> None:
        async with asyncio.timeout(PATIENCE_SECONDS):
            while self.app.dealing.waiting or await self.app.ledger.due_letters(1):
                await asyncio.sleep(0.01)


@pytest.fixture
async def other(tmp_path: Path) -> AsyncIterator[OtherBot]:
    world = demo_world(RunningClock())
    async with SandboxServer(world) as server:
        chosen = demo_settings(Settings(_env_file=None), world, server.url, tmp_path)
        own = {"relay_secret": SecretStr(SECRET), "webhook_port": free_port()}
        acting = RelayedStage(world, server, chosen.model_copy(update=own))
        try:
            await acting.start()
            other = OtherBot(acting)
            await other.hand_on()
            await acting.settle()
            yield other
        finally:
            await acting.stop()


async def test_aram_works_through_another_bot(other: OtherBot) -> None:
    acting = other.acting
    acting.world.send(acting.customer, acting.seller, text=HEATED)
    assert await other.hand_on() == [(200, {"taken": False})]
    await acting.settle()
    (card,) = acting.cards()
    data = next(value for label, value in card.buttons.items() if "گام بعد" in label)
    press = acting.world.press(acting.seller, acting.bot_id, card.id, data)
    pressing = asyncio.create_task(press)
    while not (handed := await other.hand_on()):
        await asyncio.sleep(0.01)
    assert handed == [(200, {"taken": True})]
    await pressing
    asked = {each.method for each in acting.server.api.requests}
    assert not asked & {"setWebhook", "deleteWebhook", "setMyCommands"}


async def test_what_is_not_arams_stays_the_other_bots(other: OtherBot) -> None:
    acting, world = other.acting, other.acting.world
    world.send(acting.customer, acting.bot_id, text="/start")
    world.send(acting.customer, acting.bot_id, text="قیمت؟")
    world.send(acting.seller, acting.bot_id, text="سلام")
    assert await other.hand_on() == [(200, {"taken": False})] * 3
    assert acting.written_to_customers() == []
    world.send(acting.seller, acting.bot_id, text="/aram help")
    assert await other.hand_on() == [(200, {"taken": True})]
    await acting.settle()
    assert "/check" in acting.screens(acting.seller)[-1].text
    before = len(acting.screens(acting.seller))
    world.send(acting.seller, acting.bot_id, text="/language")
    assert await other.hand_on("?rest=1") == [(200, {"taken": True})]
    await acting.settle()
    assert len(acting.screens(acting.seller)) == before + 1


async def test_without_the_secret_nothing_is_taken(other: OtherBot) -> None:
    acting = other.acting
    acting.world.send(acting.seller, acting.bot_id, text="/aram help")
    assert [status for status, _ in await other.hand_on(secret="guess")] == [401]
    async with aiohttp.ClientSession() as http:
        elsewhere = other.relay.replace(str(acting.bot_id), "1")
        async with http.post(elsewhere, data=b"{}", headers={SECRET_HEADER: SECRET}) as answer:
            assert answer.status == 404
        async with http.post(other.relay, data=b"{", headers={SECRET_HEADER: SECRET}) as answer:
            assert (answer.status, await answer.json()) == (400, {"error": "not an update"})


async def test_the_curl_line_of_the_documents_works(other: OtherBot) -> None:
    page = (ROOT / "docs" / "hosts.md").read_text(encoding="utf-8")
    found = re.search(r"```sh\n(curl .*?)```", page, flags=re.DOTALL)
    assert found
    port = other.acting.settings.webhook_port
    line = found[1].replace("127.0.0.1:8481", f"127.0.0.1:{port}")
    line = line.replace("123456789", str(other.acting.bot_id)).replace("$RELAY_SECRET", SECRET)
    asked = await asyncio.to_thread(
        subprocess.run, ["sh", "-c", line], capture_output=True, check=True, timeout=20
    )
    assert json.loads(asked.stdout) == {"taken": False}
