"""One small shop in one world, and a plain HTTP client for its bot."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import aiohttp
import pytest

from bot.sandbox.business import Connection
from bot.sandbox.clock import ManualClock
from bot.sandbox.people import Bot, User
from bot.sandbox.server import SandboxServer
from bot.sandbox.wire import Json
from bot.sandbox.world import World

TOKEN = "1000000001:SANDBOX-test"


class Refused(AssertionError):  # noqa: N818 - reads as what happened
    """The Bot API said no, with this description."""

    def __init__(self, answer: Json) -> None:
        super().__init__(answer["description"])
        self.code = answer["error_code"]
        self.answer = answer


@dataclass(slots=True)
class Shop:
    """The world with its people: a seller who started the bot and connected it, and a customer."""

    world: World
    clock: ManualClock
    bot: Bot
    seller: User
    customer: User
    connection: Connection


@dataclass(slots=True)
class Client:
    """Calls methods as a bot would, with plain HTTP."""

    url: str
    session: aiohttp.ClientSession
    token: str = TOKEN

    async def __call__(self, method: str, **params: Any) -> Any:
        answer = await self.raw(method, **params)
        if not answer["ok"]:
            raise Refused(answer)
        return answer["result"]

    async def raw(self, method: str, **params: Any) -> Any:
        address = f"{self.url}/bot{self.token}/{method}"
        async with self.session.post(address, json=params) as response:
            return await response.json()

    async def updates(self, **params: Any) -> list[Json]:
        """Return what waits, and confirm it."""
        waiting: list[Json] = await self("getUpdates", **params)
        if waiting:
            await self("getUpdates", offset=waiting[-1]["update_id"] + 1)
        return waiting


@pytest.fixture
def shop() -> Shop:
    clock = ManualClock()
    world = World(clock)
    bot = world.add_bot(TOKEN, "Aram", "aram_sandbox_bot")
    customer = world.add_user("مریم", "رضایی", username="maryam")
    seller = world.add_user("نگار")
    world.roles |= {"customer": customer.id, "seller": seller.id}
    world.start(seller.id, bot.id)
    connection = world.connect(seller.id, bot.id)
    bot.queue.clear()
    return Shop(world, clock, bot, seller, customer, connection)


@pytest.fixture
async def server(shop: Shop) -> AsyncIterator[SandboxServer]:
    async with SandboxServer(shop.world) as server:
        yield server


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
def call(server: SandboxServer, session: aiohttp.ClientSession) -> Client:
    return Client(server.url, session)
