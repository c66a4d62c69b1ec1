"""A hall for tests of the managers' page: the running bot, its page, visitors of all kinds."""

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp

from bot.demo import free_port, panel_settings
from bot.sandbox.people import Bot, User
from bot.sandbox.webapps import init_data
from tests.stage import Stage, stage

type Json = dict[str, Any]


@dataclass(frozen=True)
class Answer:
    """What the server answered."""

    status: int
    told: Json
    headers: dict[str, str]


@dataclass
class Caller:
    """Someone who asks the page's API, as the page does."""

    url: str
    session: aiohttp.ClientSession
    headers: dict[str, str] = field(default_factory=dict)

    async def ask(self, method: str, path: str, **more: Any) -> Answer:
        """One request; what the page would send may be replaced."""
        headers = {**self.headers, **more.pop("headers", {})}
        async with self.session.request(
            method, f"{self.url}{path}", headers=headers, **more
        ) as answer:
            is_json = answer.content_type == "application/json"
            told = await answer.json() if is_json else {"text": await answer.text()}
            return Answer(answer.status, told, dict(answer.headers))

    async def get(self, name: str, **query: Any) -> Answer:
        """Ask for something."""
        return await self.ask("GET", f"api/{name}", params={k: str(v) for k, v in query.items()})

    async def post(self, name: str, **body: Any) -> Answer:
        """Do something."""
        return await self.ask("POST", f"api/{name}", json=body)

    async def signed_in(self, data: str) -> Answer:
        """Sign in; afterwards the pass goes with every request."""
        told = await self.ask(
            "POST", "api/session", json={}, headers={"Authorization": f"tma {data}"}
        )
        if told.status == 200:
            self.headers = {"Authorization": f"Bearer {told.told['pass']}"}
        return told


class Hall:
    """The running bot, its page's address, and whom Telegram would vouch for."""

    def __init__(self, acting: Stage, session: aiohttp.ClientSession) -> None:
        self.stage = acting
        self.session = session
        self.url: str = acting.settings.panel_url or ""
        self.bot: Bot = acting.world.bots[acting.bot_id]

    def user(self, role: str) -> User:
        """The seller, the manager or the customer."""
        return self.stage.world.users[self.stage.world.roles[role]]

    def init_data(self, role: str = "manager", *, ago: float = 0.0) -> str:
        """What Telegram hands to a page that someone opens."""
        return init_data(self.bot, self.user(role), at=self.stage.world.clock.now() - ago)

    def caller(self) -> Caller:
        """Someone without a pass."""
        return Caller(self.url, self.session)

    async def manager(self, user: User | None = None) -> Caller:
        """A manager who has signed in."""
        caller = self.caller()
        told = await caller.signed_in(
            init_data(self.bot, user or self.user("manager"), at=self.stage.world.clock.now())
        )
        assert told.status == 200, told
        return caller


@contextlib.asynccontextmanager
async def hall(folder: Path, **chosen: Any) -> AsyncIterator[Hall]:
    """The demo's cast with the page open."""
    settings: dict[str, Any] = {**panel_settings(free_port()), **chosen}
    async with (
        stage(folder, **settings) as acting,
        aiohttp.ClientSession() as session,
    ):
        yield Hall(acting, session)
