"""The demo as `aram sandbox` serves it: its time is the world's, also for the managers' page."""

import asyncio
import contextlib
from itertools import chain
from typing import Any

import aiohttp

from bot.demo import free_port, serve_demo
from bot.sandbox.script import load_samples
from bot.settings import Settings
from tests.panel.hall import Caller
from tests.sandbox.test_webapps import handed

PATIENCE_SECONDS = 60.0
AT_ONCE = 0


async def test_the_managers_page_opens_after_a_sample_that_took_days() -> None:
    port = free_port()
    serving = asyncio.create_task(serve_demo(Settings(_env_file=None), port=port, open_page=False))
    longest = max(load_samples(), key=lambda sample: sample.turns[-1].at)
    assert longest.turns[-1].at > 3600
    try:
        async with aiohttp.ClientSession(f"http://127.0.0.1:{port}") as session:
            demo = Demo(session)
            async with asyncio.timeout(PATIENCE_SECONDS):
                await demo.is_open()
                world = await demo.get("world")
                manager = world["phones"][2]["user"]["id"]
                await demo.post("play", sample=longest.id, pace=AT_ONCE)
                while (await demo.get("world"))["playing"] is not None:
                    await asyncio.sleep(0.05)
                both = {"user": manager, "chat": world["bot"]["id"]}
                await demo.post("say", **both, text="/playbooks")
                message, page = await demo.page_of(manager)
                opened = await demo.post("webapp", **both, message=message, url=page)
                visitor = Caller(page, session)
                told = await visitor.signed_in(handed(opened["url"])["tgWebAppData"])
        assert told.status == 200, told
    finally:
        serving.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await serving


class Demo:
    """Asks as the sandbox's page asks."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session

    async def is_open(self) -> None:
        """Wait until somebody answers."""
        while True:
            with contextlib.suppress(aiohttp.ClientConnectionError):
                await self.get("world")
                return
            await asyncio.sleep(0.05)

    async def get(self, path: str) -> Any:
        """Ask for something."""
        async with self._session.get(f"/sandbox/{path}") as answer:
            return await answer.json()

    async def post(self, act: str, /, **given: Any) -> Any:
        """Do something."""
        async with self._session.post(f"/sandbox/{act}", json=given) as answer:
            assert answer.status == 200, await answer.text()
            return await answer.json()

    async def page_of(self, user: int) -> tuple[int, str]:
        """Wait for a button that opens a page; its message and the page's address."""
        while True:
            for chat in (await self.get(f"phones/{user}"))["chats"]:
                for message in chat["messages"]:
                    for button in chain.from_iterable(message["buttons"]):
                        if button["kind"] == "web_app":
                            return message["id"], button["value"]
            await asyncio.sleep(0.05)
